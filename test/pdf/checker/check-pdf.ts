import type { ReadPdf } from '../support/read-pdf.ts';
import { checkAnnotations, checkContent } from './check-content.ts';
import { bookmarks, checkCatalogue, checkFonts, checkForm } from './check-file.ts';
import { checkStructure } from './check-structure.ts';
import { allElements, readStructure } from './structure-tree.ts';

/**
 * What is wrong with a file that is to be PDF/UA-1 and PDF/A-2a at once, in words: what can be told of it by reading it
 * alone. Whether it says what its source says is for others.
 */
export function checkPdf(pdf: ReadPdf): readonly string[] {
  const root = readStructure(pdf);
  const faults = [...checkCatalogue(pdf), ...checkFonts(pdf), ...checkForm(pdf)];
  if (!root) return [...faults, 'there is no structure'];
  const headings = allElements(root).filter(({ type }) => /^H[1-6]$/.test(type)).length;
  return [
    ...faults,
    ...checkStructure(pdf, root),
    ...checkContent(pdf, root),
    ...checkAnnotations(pdf, root),
    ...(bookmarks(pdf).length < headings ? ['headings have no bookmarks'] : []),
  ];
}
