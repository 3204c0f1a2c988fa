import { basename, dirname, resolve } from 'node:path';
import { renderFile } from '../build/render-file.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { renderText } from '../diagnostics/render-text.ts';
import { exitCodes } from './exit-codes.ts';
import { placesFor } from './places.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** `render`: one HTML file to PDF or DOCX; the exit code. */
export async function renderCommand(file: string, output: string, terminal: Terminal): Promise<number> {
  const format = output.endsWith('.pdf') ? 'pdf' : output.endsWith('.docx') ? 'docx' : undefined;
  if (!format) throw new UsageError('the output must end in .pdf or .docx');
  const places = placesFor(dirname(resolve(file)));
  const diagnostics = await renderFile(places, basename(file), resolve(output), format);
  if (diagnostics.length) terminal.err(renderText(diagnostics, { colour: terminal.colour, excerpt: true }));
  return hasErrors(diagnostics) ? exitCodes.content : exitCodes.ok;
}
