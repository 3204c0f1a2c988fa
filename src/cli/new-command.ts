import { createDocument } from '../build/create-document.ts';
import { renderText } from '../diagnostics/render-text.ts';
import { exitCodes } from './exit-codes.ts';
import type { NewOptions } from './options.ts';
import { campaignPlaces } from './places.ts';
import { shellWord, shownPath } from './shown-path.ts';
import type { Terminal } from './terminal.ts';

/** `new`: writes a new document; its file on stdout, what to do next on stderr; the exit code. */
export async function newCommand(
  kind: string,
  slug: string,
  { folder, title }: NewOptions,
  terminal: Terminal,
): Promise<number> {
  const { value, diagnostics } = createDocument(campaignPlaces(folder, terminal), { kind, slug, title });
  if (diagnostics.length > 0)
    terminal.err(renderText(diagnostics, { colour: terminal.colour.err, excerpt: true }));
  if (!value) return exitCodes.usage;
  const campaign = folder === 'content' ? '' : ` ${shellWord(shownPath(folder))}`;
  const foreign = value.foreign === undefined ? '' : ` (the starter is in ${value.foreign})`;
  terminal.out(`${shownPath(folder, value.path)}\n`);
  terminal.err(`
Next:
  write its title, summary and text${foreign}
  campaign-pack build${campaign} --document ${slug} --out draft
`);
  return exitCodes.ok;
}
