import { resolve } from 'node:path';
import type { BuildReport } from '../build/run-build.ts';
import { counted, renderFindings } from '../diagnostics/render-text.ts';
import { reportFailure } from './failure.ts';
import { printJsonLines } from './json-lines.ts';
import type { BuildOptions } from './options.ts';
import { exitCodeOf, runPack, strictNote } from './run-pack.ts';
import type { Terminal } from './terminal.ts';

/** `build`: makes the pack, tells what was found and made; the exit code. */
export async function buildCommand(
  folder: string,
  options: BuildOptions,
  terminal: Terminal,
): Promise<number> {
  const report = await runPack(folder, resolve(terminal.workingFolder, options.out), options, terminal);
  const { diagnostics, failure } = report;
  if (options.json) printJsonLines(diagnostics, failure ? undefined : report, terminal);
  else printText(report, options, terminal);
  return failure ? reportFailure(failure, terminal, options.json === true) : exitCodeOf(report);
}

function printText(report: BuildReport, options: BuildOptions, terminal: Terminal): void {
  const { diagnostics, ok, failure } = report;
  const shown = { colour: terminal.colour.err, excerpt: true };
  if (diagnostics.length > 0) terminal.err(renderFindings(diagnostics, shown, strictNote(report)));
  if (failure) return;
  if (!ok) terminal.err(`nothing was written, ${options.out} is as it was\n`);
  else if (!options.quiet) terminal.err(madeText(report, options));
}

function madeText(
  { written, removed }: BuildReport,
  { out, document, locale, format, edition }: BuildOptions,
): string {
  const made = `${counted(written.length, 'file')} in ${out}`;
  if (removed.length === 0) return `${made}\n`;
  const gone = `${made}; ${counted(removed.length, 'file')} of the earlier pack removed`;
  const isNarrowed = document ?? locale ?? format ?? edition;
  return isNarrowed
    ? `${gone}, since ${out} holds what was chosen alone\n  hint: --out <dir> makes a part elsewhere\n`
    : `${gone}\n`;
}
