import { basename, dirname, resolve } from 'node:path';
import { renderFile } from '../build/render-file.ts';
import { renderFindings } from '../diagnostics/render-text.ts';
import { artifactOf } from '../pack/checksum.ts';
import { exitCodes } from './exit-codes.ts';
import { printJsonLines } from './json-lines.ts';
import type { RenderOptions } from './options.ts';
import { placesFor } from './places.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `render`: one HTML file to PDF or DOCX; the exit code. */
export async function renderCommand(
  file: string,
  { output, json }: RenderOptions,
  terminal: Terminal,
): Promise<number> {
  const format = output.endsWith('.pdf') ? 'pdf' : output.endsWith('.docx') ? 'docx' : undefined;
  if (!format) throw new UsageError('the output must end in .pdf or .docx');
  const page = resolve(terminal.workingFolder, file);
  const target = resolve(terminal.workingFolder, output);
  const places = placesFor(dirname(page), terminal);
  const { value: bytes, diagnostics } = await renderFile(places, basename(page), target, format);
  if (json) {
    const written = bytes ? [artifactOf(output, bytes)] : [];
    printJsonLines(diagnostics, { ok: bytes !== undefined, documents: 1, written, removed: [] }, terminal);
  } else if (diagnostics.length > 0) {
    const note = bytes ? '' : `; ${output} was not written`;
    terminal.err(renderFindings(diagnostics, { colour: terminal.colour.err, excerpt: true }, note));
  }
  return bytes ? exitCodes.ok : exitCodes.content;
}
