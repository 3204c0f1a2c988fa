import { counted, renderFindings } from '../diagnostics/render-text.ts';
import { fontLines, printJsonLines } from './json-lines.ts';
import type { CheckOptions } from './options.ts';
import { exitCodeOf, runPack, strictNote } from './run-pack.ts';
import { showFonts } from './show-fonts.ts';
import type { Terminal } from './terminal.ts';

/** `check`: tells what a build would find. That is its result, and so stands on stdout; the exit code. */
export async function checkCommand(
  folder: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const report = await runPack(folder, undefined, options, terminal);
  const { diagnostics, documents } = report;
  const shown = { colour: terminal.colour.out, excerpt: true };
  if (options.json) printJsonLines(diagnostics, report, terminal, fontLines(report.fonts));
  else if (diagnostics.length > 0) terminal.out(renderFindings(diagnostics, shown, strictNote(report)));
  else if (!options.quiet) terminal.err(`${counted(documents, 'document')} checked, nothing found\n`);
  if (!options.json && !options.quiet) terminal.err(showFonts(report.fonts));
  return exitCodeOf(report);
}
