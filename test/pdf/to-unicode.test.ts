import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUnicodeCMap } from '../../src/pdf/font/to-unicode.ts';
import { compactWidths } from '../../src/pdf/font/widths.ts';
import { toUnicode } from './support/read-text.ts';

describe('a ToUnicode map', () => {
  it('says of every code what its text is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 400 }), (texts) => {
        const sorted = [...texts].sort();
        expect([...toUnicode(toUnicodeCMap(sorted)).values()].sort()).toEqual(sorted);
        expect(
          sorted.every((value, index) => toUnicode(toUnicodeCMap(sorted)).get(index + 1) === value),
        ).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('joins neighbours, but never over the end of a byte', () => {
    const texts = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4ef0 + i));
    const cmap = toUnicodeCMap(texts);
    expect(cmap).toContain('<0001><0010><4EF0>');
    expect(cmap).toContain('<0011><00FF><4F00>');
    expect(cmap).toContain('<0100><0110><4FEF>');
  });

  it('lists the texts of codes whose texts do not follow one another, up to the end of a byte', () => {
    const texts = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i * 2));
    const ranges = [...toUnicodeCMap(texts).matchAll(/(<\w+><\w+>)\[(.*)\]/g)];
    expect(ranges.map(([, codes]) => codes)).toEqual(['<0001><00FF>', '<0100><012C>']);
    expect(ranges[0]![2]).toMatch(/^<4E00><4E02><4E04>/);
  });

  it('holds no more than 100 entries in a section', () => {
    const texts = Array.from({ length: 1000 }, (_, i) => String.fromCharCode(0x1000 + i + (i >> 3)));
    expect([...toUnicodeCMap(texts).matchAll(/(\d+) beginbfrange/g)].map(([, count]) => count)).toEqual([
      '100',
      '31',
    ]);
  });
});

describe('widths', () => {
  it('can be read back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(250, 500, 600, 1000), { minLength: 1 }), (widths) => {
        const { normal, others } = compactWidths(widths);
        const back = widths.map(() => normal);
        for (let i = 0; i < others.length; i += 2) {
          const first = others[i] as number;
          (others[i + 1] as number[]).forEach((width, k) => {
            back[first - 1 + k] = width;
          });
        }
        expect(back).toEqual(widths);
      }),
    );
  });
});
