import { describe, expect, it } from 'vitest';
import { cutSheets } from '../../../src/pdf/imposition/cut-sheets.ts';
import { describeClips, describeSides, page, rect } from './support.ts';

const cut = (...pages: Parameters<typeof cutSheets>[0]) => cutSheets(pages, 'a4')!;

describe('sheets to cut', () => {
  it('hold two of A5 on A4, each side one page', () => {
    const sheets = cut(page(148, 210), page(148, 210));
    expect(describeSides(sheets)).toEqual(['297×210: 1@0.5,0 1@148.5,0', '297×210: 2@0.5,0 2@148.5,0']);
    expect(sheets.flip).toBe('short-edge');
  });

  it('leave 7 mm white along the edges of the sheet, and as much at the cut', () => {
    expect(describeClips(cut(page(148, 210)))).toEqual(['7 7 135 196', '155 7 135 196']);
  });

  it.each([
    ['A6', page(105, 148, 8), '210×297: 1@0,0.5 1@105,0.5 1@0,148.5 1@105,148.5'],
    ['DL', page(99, 210, 8), '297×210: 1@0,0 1@99,0 1@198,0'],
    ['A4', page(210, 297), '210×297: 1@0,0'],
    [
      'cards that leave paper over',
      page(90, 55, 8),
      '210×297: 1@15,11 1@105,11 1@15,66 1@105,66 1@15,121 1@105,121 1@15,176 1@105,176 1@15,231 1@105,231',
    ],
  ])('hold as many as go: %s', (_, one, expected) => {
    expect(describeSides(cut(one))).toEqual([expected]);
  });

  it('are cut along dashed lines between the pages, and around them where paper is left over', () => {
    const lines = (sheets: ReturnType<typeof cut>) =>
      sheets.sides[0]!.marks.map(({ path: [from, to] }) =>
        [from, to]
          .map((end) =>
            end!
              .slice(1)
              .map((v) => Math.round((Number(v) * 254) / 72) / 10)
              .join(','),
          )
          .join(' – '),
      );
    expect(lines(cut(page(148, 210)))).toEqual(['148.5,7 – 148.5,203']);
    expect(lines(cut(page(105, 148, 8)))).toEqual(['105,7 – 105,290', '7,148.5 – 203,148.5']);
    expect(lines(cut(page(190, 200)))).toEqual([
      '10,7 – 10,290',
      '200,7 – 200,290',
      '7,48.5 – 203,48.5',
      '7,248.5 – 203,248.5',
    ]);
  });

  it('shrink a page whose text would be cut off, and show the whole of it', () => {
    const narrow = page(148, 210, 5);
    expect(describeSides(cut(narrow))).toEqual(['297×210: 1@7,9.2×0.912 1@155,9.2×0.912']);
    expect(describeClips(cut(narrow))[0]).toBe('7 9.2 135 191.6');
    const both = cut(page(148, 210), narrow).sides.map(({ pages }) => pages[0]!.scale.toFixed(3));
    expect(both).toEqual(['0.912', '0.912']);
    const plain = { ...narrow, items: [rect(undefined, 0, 0, 148, 210)] };
    expect(describeSides(cut(plain))).toEqual(['297×210: 1@0.5,0 1@148.5,0']);
  });

  it('are letter paper for halves of it', () => {
    const half = page(139.7, 215.9);
    expect(describeSides(cutSheets([half], 'letter')!)).toEqual(['279.4×215.9: 1@0,0 1@139.7,0']);
  });

  it('cannot be of pages that are larger than the paper', () => {
    expect(cutSheets([page(297, 420)], 'a4')).toBeUndefined();
  });

  it('cannot be of pages without a size, or of more than anyone would cut', () => {
    expect(cutSheets([page(0, 0)], 'a4')).toBeUndefined();
    expect(cutSheets([page(5, 5)], 'a4')).toBeUndefined();
  });
});
