import { readFileSync, writeFileSync } from 'node:fs';
import { outputOf } from './command.ts';

/**
 * Writes a copy of a PDF that was edited as text, for a fault put in on purpose: streams are inflated, and lengths and
 * cross-references set right afterwards, so that the edit is all that is wrong. Gives the copy's path.
 * Throws where the edit changes nothing.
 */
export function editPdf(pdf: string, copy: string, edit: (text: string) => string): Promise<string> {
  return rewritePdf(pdf, copy, (text) => {
    const edited = edit(text);
    if (edited === text) throw new Error('the edit of the PDF found nothing to change');
    return edited;
  });
}

/** The same for an edit that may find nothing to change. */
export async function rewritePdf(pdf: string, copy: string, edit: (text: string) => string): Promise<string> {
  const plain = `${copy}.qdf`;
  await outputOf('qpdf', ['--qdf', '--object-streams=disable', pdf, plain]);
  writeFileSync(plain, edit(readFileSync(plain, 'latin1')), 'latin1');
  await outputOf('sh', ['-c', 'fix-qdf "$0" > "$1"', plain, copy]);
  return copy;
}

/** An edit that lets the lists of ToUnicode maps say “#” for the letters that `codes` finds, such as `<0041>`. */
export function otherLetters(text: string, codes: RegExp): string {
  return text.replace(/^<\w{4}><\w{4}>\[.*\]$/gm, (list) => list.replace(codes, '<0023>'));
}
