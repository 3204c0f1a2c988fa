import { readFileSync, writeFileSync } from 'node:fs';
import { outputOf } from './command.ts';

/**
 * Writes a copy of a PDF that was edited as text, for a fault put in on purpose: streams are inflated, and lengths and
 * cross-references set right afterwards, so that the edit is all that is wrong. Gives the copy's path.
 * Throws where the edit changes nothing.
 */
export async function editPdf(pdf: string, copy: string, edit: (text: string) => string): Promise<string> {
  const plain = `${copy}.qdf`;
  await outputOf('qpdf', ['--qdf', '--object-streams=disable', pdf, plain]);
  const text = readFileSync(plain, 'latin1');
  const edited = edit(text);
  if (edited === text) throw new Error('the edit of the PDF found nothing to change');
  writeFileSync(plain, edited, 'latin1');
  await outputOf('sh', ['-c', 'fix-qdf "$0" > "$1"', plain, copy]);
  return copy;
}
