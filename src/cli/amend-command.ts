import { resolve } from 'node:path';
import { runAmend } from '../build/amendment/run-amend.ts';
import { renderFindings } from '../diagnostics/render-text.ts';
import { codeOf, exitCodes } from './exit-codes.ts';
import { printJsonLines } from './json-lines.ts';
import type { AmendOptions } from './options.ts';
import { campaignPlaces } from './places.ts';
import { shownPath } from './shown-path.ts';
import type { Terminal } from './terminal.ts';

/** `amend`: an amendment sheet, and the resolution with tracked changes; their files on stdout; the exit code. */
export async function amendCommand(
  document: string,
  amendments: string,
  options: AmendOptions,
  terminal: Terminal,
): Promise<number> {
  const { opened, diagnostics, artifacts, words } = await runAmend(
    campaignPlaces(options.folder, terminal),
    {
      document,
      amendments,
      locale: options.locale,
      branch: options.branch,
      mover: options.mover,
      seconder: options.seconder,
      numbersLines: options.lineNumbers === true,
      wordLimit: options.wordLimit,
      markdown: options.markdown === true,
    },
    { folder: resolve(terminal.workingFolder, options.out), replaces: options.force === true },
  );
  const ok = artifacts.length > 0;
  if (options.json) {
    printJsonLines(diagnostics, { ok, documents: opened ? 1 : 0, written: artifacts, removed: [] }, terminal);
  } else {
    const note = ok ? '' : '; nothing was written';
    if (diagnostics.length > 0)
      terminal.err(renderFindings(diagnostics, { colour: terminal.colour.err, excerpt: true }, note));
    for (const { path } of artifacts) terminal.out(`${shownPath(options.out, path)}\n`);
    if (words) terminal.err(`\nThe clauses have ${words.after} words, and had ${words.before}\n`);
  }
  if (ok) return exitCodes.ok;
  return opened ? codeOf(diagnostics) : exitCodes.usage;
}
