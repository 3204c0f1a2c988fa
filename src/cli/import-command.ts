import { resolve } from 'node:path';
import { type ImportReport, type ImportTarget, runImport } from '../build/importing/run-import.ts';
import { renderFindings } from '../diagnostics/render-text.ts';
import { artifactOf } from '../pack/checksum.ts';
import { codeOf, exitCodes } from './exit-codes.ts';
import { printJsonLines } from './json-lines.ts';
import type { ImportOptions } from './options.ts';
import { placesFor } from './places.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `import`: what changed in an edited DOCX on stdout, and its Markdown where it is asked for; the exit code. */
export async function importCommand(
  file: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.write && options.output !== undefined)
    throw new UsageError('--write and -o are two places: choose one');
  const report = await runImport(
    placesFor(options.folder, terminal),
    {
      file: resolve(terminal.workingFolder, file),
      name: file,
      document: options.document,
      locale: options.locale,
    },
    targetOf(options, terminal),
  );
  if (options.json) printJson(report, options, terminal);
  else printText(report, options, terminal);
  const isRefused = options.write === true && report.isOutdated && report.changes.length > 0;
  if (report.text !== undefined) return isRefused ? exitCodes.content : exitCodes.ok;
  return report.opened ? codeOf(report.diagnostics) : exitCodes.usage;
}

function targetOf({ output, write, force }: ImportOptions, { workingFolder }: Terminal): ImportTarget {
  if (write) return { kind: 'source' };
  if (output === undefined) return { kind: 'nowhere' };
  return { kind: 'file', path: resolve(workingFolder, output), replaces: force === true };
}

function printText(
  { diagnostics, source, changes, text, written }: ImportReport,
  options: ImportOptions,
  terminal: Terminal,
): void {
  if (source !== undefined) {
    const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
    terminal.out(`${source}: ${changes.length === 0 ? 'nothing changed' : count}\n`);
  }
  for (const change of changes) terminal.out(`\n${linePrefix(change)}${change.text}\n`);
  if (diagnostics.length > 0) {
    const note = text === undefined ? '; nothing was written' : '';
    terminal.err(renderFindings(diagnostics, { colour: terminal.colour.err, excerpt: true }, note));
  }
  if (text === undefined) return;
  if (written !== undefined) terminal.err(`\n${options.write ? source : options.output} is written\n`);
  else if (options.write && changes.length > 0)
    terminal.err('\nNothing is written over another version of the source\n');
  else if (changes.length > 0)
    terminal.err('\nNothing is written: --write takes it over, -o FILE writes it to another file\n');
}

function linePrefix({ kind, line }: ImportReport['changes'][number]): string {
  if (line === undefined) return '';
  return kind === 'inserted' ? `after line ${line}: ` : `line ${line}: `;
}

function printJson(
  { diagnostics, opened, text, written, changes, source }: ImportReport,
  options: ImportOptions,
  terminal: Terminal,
): void {
  const path = options.write ? source : options.output;
  const files =
    written !== undefined && text !== undefined && path !== undefined
      ? [artifactOf(path, new TextEncoder().encode(text))]
      : [];
  const summary = {
    ok: text !== undefined,
    documents: opened && source !== undefined ? 1 : 0,
    written: files,
    removed: [],
  };
  const lines = changes.map((change) =>
    JSON.stringify({ type: 'change', change: change.kind, line: change.line, text: change.text }),
  );
  printJsonLines(diagnostics, summary, terminal, lines);
}
