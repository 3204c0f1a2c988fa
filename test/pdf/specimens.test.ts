import { describe, expect, it } from 'vitest';
import { specimenBlocks, specimenNames, specimenPdf } from '../build/support/specimens.ts';
import { checkPdf } from './checker/check-pdf.ts';
import { readStructure, structureText } from './checker/structure-tree.ts';
import { readPdf } from './support/read-pdf.ts';

/** White space as one space, and no format characters but the joiners, which tell words apart. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(specimenNames)('the specimen of %s', async (name) => {
  const pdf = readPdf(await specimenPdf(name));

  it('is a file that anyone can read', () => {
    expect(checkPdf(pdf)).toEqual([]);
  });

  it('says in its structure every block of its source, letter by letter', () => {
    const said = structureText(pdf, readStructure(pdf)!).split('\n').map(plain);
    const missing = specimenBlocks(name)
      .map(plain)
      .filter((block) => !said.includes(block));
    expect(missing).toEqual([]);
  });
});
