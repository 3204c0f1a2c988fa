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
    expect(cmap).not.toContain('beginbfchar\n<');
  });

  it('holds no more than 100 entries in a section', () => {
    const texts = Array.from({ length: 250 }, (_, i) => String.fromCharCode(0x4e00 + i * 2));
    expect([...toUnicodeCMap(texts).matchAll(/(\d+) beginbfchar/g)].map(([, count]) => count)).toEqual([
      '100',
      '100',
      '50',
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
