import { describe, expect, it } from 'vitest';
import { compareText } from '../conformance/text/compare-text.ts';
import { shownText } from '../docx/support/shown-text.ts';
import { checkPdf } from './checker/check-pdf.ts';
import { sampleDocuments } from './checker/sample-files.ts';
import { readStructure, structureText } from './checker/structure-tree.ts';

const { names, write, source } = await sampleDocuments();

/**
 * The words and numbers of a document, without what belongs to one of its formats: spaces and marks of direction, boxes to
 * tick, which a PDF draws, and the numbers of rows to sign, of which Word has one a sheet less.
 */
function withoutForm(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[\s☐]|\p{Cf}/gu, ''));
  return lines.filter((line) => !/^\p{N}+$/u.test(line)).join('');
}

describe.each(names)('$id in $locale', async ({ id, locale }) => {
  const { pdf, parts } = await write(id, locale);

  it('is a file that anyone can read', () => {
    expect(checkPdf(pdf)).toEqual([]);
  });

  it('says in its structure what its source says, in that order', () => {
    const { blocks, phrases } = source(id, locale);
    expect(compareText(structureText(pdf, readStructure(pdf)!), blocks, phrases)).toEqual([]);
  });

  it('says in Word what it says in its PDF, with the same numbers', async () => {
    const files = await parts();
    const repeated = [...files.keys()].includes('word/footer2.xml')
      ? shownText(files, 'word/footer2.xml')
      : [];
    const word = [...shownText(files), ...repeated].join('\n');
    expect(withoutForm(word)).toBe(withoutForm(structureText(pdf, readStructure(pdf)!)));
  });
});
