import { createCampaign } from '../build/create-campaign.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { renderText } from '../diagnostics/render-text.ts';
import { codeOf, exitCodes } from './exit-codes.ts';
import type { InitOptions } from './options.ts';
import { placesFor } from './places.ts';
import { shellWord, shownPath } from './shown-path.ts';
import type { Terminal } from './terminal.ts';

/** `init`: writes a new campaign; its files on stdout, what to do next on stderr; the exit code. */
export async function initCommand(
  folder: string,
  { locale = ['en'], title }: InitOptions,
  terminal: Terminal,
): Promise<number> {
  const places = placesFor(folder, terminal);
  const { sourceDateEpoch: epoch } = places;
  const date = epoch === undefined ? terminal.today() : new Date(epoch * 1000).toISOString().slice(0, 10);
  const { value, diagnostics } = createCampaign(places, { title, locales: locale, date });
  if (diagnostics.length > 0)
    terminal.err(renderText(diagnostics, { colour: terminal.colour.err, excerpt: true }));
  if (hasErrors(diagnostics)) return codeOf(diagnostics);
  for (const path of value) terminal.out(`${shownPath(folder, path)}\n`);
  terminal.err(nextSteps(folder));
  return exitCodes.ok;
}

function nextSteps(folder: string): string {
  const path = shownPath(folder);
  const word = shellWord(path);
  const [campaign, option] = path === 'content' ? ['', ''] : [` ${word}`, ` --folder ${word}`];
  return `
Next:
  edit ${shownPath(folder, 'campaign.yaml')}, then the texts
  campaign-pack build${campaign}    makes the pack in out/
  campaign-pack check${campaign}    tells what is wrong with it, and writes nothing
  campaign-pack new leaflet save-it${option}
`;
}
