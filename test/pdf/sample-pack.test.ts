import { describe, expect, it } from 'vitest';
import { compareText } from '../conformance/text/compare-text.ts';
import { checkPdf } from './checker/check-pdf.ts';
import { sampleDocuments } from './checker/sample-files.ts';
import { readStructure, structureText } from './checker/structure-tree.ts';

const { names, write, source } = await sampleDocuments();

describe.each(names)('$id in $locale', async ({ id, locale }) => {
  const pdf = await write(id, locale);

  it('is a file that anyone can read', () => {
    expect(checkPdf(pdf)).toEqual([]);
  });

  it('says in its structure what its source says, in that order', () => {
    const { blocks, phrases } = source(id, locale);
    expect(compareText(structureText(pdf, readStructure(pdf)!), blocks, phrases)).toEqual([]);
  });
});
