import { describe, expect, it } from 'vitest';
import { triFold } from '../../../src/pdf/imposition/tri-fold.ts';
import { describeClips, describeSides, mm, page } from './support.ts';

const six = Array.from({ length: 6 }, () => page(97, 210, 8));

describe('a sheet folded into three', () => {
  it('has panels of 97, 100 and 100 mm outside and the same mirrored inside', () => {
    const sheets = triFold(six, 'ltr', 'a4')!;
    expect(describeSides(sheets)).toEqual([
      '297×210: 5@0,0 6@98.5,0 1@198.5,0',
      '297×210: 2@1.5,0 3@101.5,0 4@200,0',
    ]);
    expect(sheets.flip).toBe('short-edge');
  });

  it('is mirrored where text runs to the left', () => {
    expect(describeSides(triFold(six, 'rtl', 'a4')!)).toEqual([
      '297×210: 1@1.5,0 6@101.5,0 5@200,0',
      '297×210: 4@0,0 3@98.5,0 2@198.5,0',
    ]);
  });

  it('has the cover behind the first page inside, and the panel that folds in behind the last', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      const [outside, inside] = triFold(six, direction, 'a4')!.sides;
      const middle = (side: typeof outside, page: number) => {
        const found = side!.pages.find((placed) => placed.page === page)!;
        return found.x + mm(97) / 2;
      };
      // Turned on the short edge, left becomes right.
      expect(middle(outside, 0)).toBeCloseTo(mm(297) - middle(inside, 1), 6);
      expect(middle(outside, 4)).toBeCloseTo(mm(297) - middle(inside, 3), 6);
    }
  });

  it('leaves 7 mm white at the edges of the sheet', () => {
    const sheets = triFold(six, 'ltr', 'a4')!;
    expect(describeClips(sheets)).toEqual(['7 7 90 196', '98.5 7 97 196', '198.5 7 91.5 196']);
  });

  it('has lines of 3 mm where the folds begin', () => {
    const ticks = triFold(six, 'ltr', 'a4')!.sides.map(({ marks }) =>
      marks.map(({ path }) =>
        path.map((part) => part.slice(1).map((v) => Math.round((Number(v) * 254) / 72) / 10)),
      ),
    );
    expect(ticks).toEqual([
      [97, 197].flatMap((x) => [
        [
          [x, 7],
          [x, 10],
        ],
        [
          [x, 200],
          [x, 203],
        ],
      ]),
      [100, 200].flatMap((x) => [
        [
          [x, 7],
          [x, 10],
        ],
        [
          [x, 200],
          [x, 203],
        ],
      ]),
    ]);
  });

  it('may have fewer pages than panels, but not more or wider ones', () => {
    expect(describeSides(triFold(six.slice(0, 2), 'ltr', 'a4')!)).toEqual([
      '297×210: 1@198.5,0',
      '297×210: 2@1.5,0',
    ]);
    expect(triFold([...six, page(97, 210, 8)], 'ltr', 'a4')).toBeUndefined();
    expect(triFold([page(105, 148)], 'ltr', 'a4')).toBeUndefined();
  });
});
