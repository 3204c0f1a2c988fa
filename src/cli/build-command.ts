import { resolve } from 'node:path';
import { type BuildReport, runBuild } from '../build/run-build.ts';
import { renderJson } from '../diagnostics/render-json.ts';
import { renderText } from '../diagnostics/render-text.ts';
import { codeOf, exitCodes } from './exit-codes.ts';
import type { BuildOptions } from './options.ts';
import { placesFor } from './places.ts';
import { progressLine, type Terminal } from './terminal.ts';

/** `build` and `check`: runs, tells what was found and made; the exit code. */
export async function buildCommand(
  folder: string,
  options: BuildOptions,
  terminal: Terminal,
  write: boolean,
): Promise<number> {
  const progress = progressLine(terminal, options.quiet === true || options.json === true);
  const report = await runBuild({
    places: placesFor(folder),
    filter: { documents: options.document, locales: options.locale, formats: options.format },
    out: write ? resolve(options.out) : undefined,
    threads: options.jobs,
    strict: options.strict === true,
    progress: (done, total, job) => progress.show(`${done}/${total} ${job.file.locale}/${job.file.id}`),
  }).finally(progress.clear);
  if (options.json) printJson(report, terminal);
  else printText(report, options, terminal, write);
  if (report.ok) return exitCodes.ok;
  return report.opened ? codeOf(report.diagnostics) : exitCodes.usage;
}

function printJson(report: BuildReport, terminal: Terminal): void {
  for (const diagnostic of report.diagnostics) terminal.out(`${renderJson(diagnostic)}\n`);
  for (const artifact of report.written) {
    const { path, sha256, bytes } = artifact;
    terminal.out(`${JSON.stringify({ type: 'file', path, sha256, bytes: bytes.length })}\n`);
  }
}

function printText(report: BuildReport, options: BuildOptions, terminal: Terminal, write: boolean): void {
  if (report.diagnostics.length)
    terminal.err(renderText(report.diagnostics, { colour: terminal.colour, excerpt: true }));
  const errors = report.diagnostics.filter((d) => d.severity === 'error').length;
  const warnings = report.diagnostics.length - errors;
  const found = [counted(errors, 'error'), counted(warnings, 'warning')]
    .filter((part) => part !== '')
    .join(' and ');
  if (!report.ok) {
    terminal.err(
      `${found}; ${write ? `nothing was written, ${options.out} is as it was` : 'the pack cannot be built'}\n`,
    );
  } else if (!options.quiet) {
    const made = write
      ? `${counted(report.written.length, 'file')} in ${options.out}`
      : `${counted(report.documents, 'document')} checked`;
    terminal.err(`${made}${found ? `, ${found}` : ''}\n`);
  }
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
