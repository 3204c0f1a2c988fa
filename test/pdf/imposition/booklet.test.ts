import { describe, expect, it } from 'vitest';
import { booklet, bookletSpreads } from '../../../src/pdf/imposition/booklet.ts';
import { describeClips, describeSides, page } from './support.ts';

/** Pages of sides, counted from 1; `-` is a blank one. */
const spreads = (pages: number, direction: 'ltr' | 'rtl') =>
  bookletSpreads(pages, direction).map((spread) =>
    spread.map((number) => (number < pages ? number + 1 : '-')).join(' '),
  );

describe('booklets', () => {
  it.each([
    [1, ['- 1', '- -']],
    [3, ['- 1', '2 3']],
    [4, ['4 1', '2 3']],
    [6, ['- 1', '2 -', '6 3', '4 5']],
    [8, ['8 1', '2 7', '6 3', '4 5']],
    [12, ['12 1', '2 11', '10 3', '4 9', '8 5', '6 7']],
  ])('of %i pages have them in the order of saddle stitching', (pages, expected) => {
    expect(spreads(pages, 'ltr')).toEqual(expected);
  });

  it('are bound at the right where text runs to the left', () => {
    expect(spreads(8, 'rtl')).toEqual(['1 8', '7 2', '3 6', '5 4']);
  });

  /** Folds the sheets as a person does and leafs through: each side of each leaf, in order. */
  it.each([4, 5, 16, 21])('read in order once folded: %i pages', (pages) => {
    const sides = bookletSpreads(pages, 'ltr');
    const half = sides.length / 2;
    // Leaf i shows the right of front i, then the left of back i; past the middle the other halves, outwards.
    const front = Array.from({ length: half }, (_, i) => [sides[2 * i]![1], sides[2 * i + 1]![0]]);
    const rear = Array.from({ length: half }, (_, i) => [sides[2 * i + 1]![1], sides[2 * i]![0]]).reverse();
    expect([...front, ...rear].flat()).toEqual(Array.from({ length: 4 * half }, (_, i) => i));
  });

  const eight = Array.from({ length: 8 }, () => page(148, 210));

  it('meet at the fold, inner sheets nearer to it by the thickness of the paper', () => {
    const sheets = booklet(eight, 'ltr', 'a4')!;
    expect(describeSides(sheets)).toEqual([
      '297×210: 8@0.5,0 1@148.5,0',
      '297×210: 2@0.5,0 7@148.5,0',
      '297×210: 6@0.6,0 3@148.4,0',
      '297×210: 4@0.6,0 5@148.4,0',
    ]);
    expect(sheets.flip).toBe('short-edge');
  });

  it('leave 7 mm white at the edges of the sheet, and none at the fold', () => {
    const sheets = booklet(eight, 'ltr', 'a4')!;
    expect(describeClips(sheets)).toEqual(['7 7 141.5 196', '148.5 7 141.5 196']);
    expect(describeClips(sheets, 2)).toEqual(['7 7 141.5 196', '148.5 7 141.5 196']);
  });

  it('leave blank what has no page', () => {
    expect(describeSides(booklet(eight.slice(0, 5), 'rtl', 'a4')!)).toEqual([
      '297×210: 1@0.5,0',
      '297×210: 2@148.5,0',
      '297×210: 3@0.6,0',
      '297×210: 5@0.6,0 4@148.4,0',
    ]);
  });

  it('cannot be of pages as large as the paper', () => {
    expect(booklet([page(210, 297)], 'ltr', 'a4')).toBeUndefined();
  });
});
