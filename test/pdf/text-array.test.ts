import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, literal } from '../../src/pdf/content/numbers.ts';
import { showText, textParts } from '../../src/pdf/content/text-array.ts';
import { Lexer } from './support/read-pdf.ts';

/** Where the pen of a PDF reader stands before each code. */
function draw(parts: ReturnType<typeof textParts>, widths: ReadonlyMap<number, number>): number[] {
  const places: number[] = [];
  let pen = 0;
  for (const part of parts) {
    if (typeof part === 'number') pen -= part;
    else {
      for (const code of part) {
        places.push(pen);
        pen += widths.get(code)!;
      }
    }
  }
  return places;
}

describe('a TJ array', () => {
  it('puts every glyph within a thousandth of the em of its place, however long the run', () => {
    const glyph = fc.record({
      advance: fc.double({ min: 0, max: 1500, noNaN: true }),
      off: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(glyph, { maxLength: 300 }), (glyphs) => {
        let at = 0;
        const shown = glyphs.map(({ advance, off }, code) => {
          const place = { code, stated: Math.round(advance), at };
          at += advance + off;
          return place;
        });
        const widths = new Map(shown.map(({ code, stated }) => [code, stated]));
        const drawn = draw(textParts(shown), widths);
        shown.forEach((glyph, i) => {
          expect(Math.abs(drawn[i]! - glyph.at)).toBeLessThanOrEqual(0.501);
        });
      }),
    );
  });

  it('is one string where nothing is moved', () => {
    const shown = [0, 500, 1000].map((at, i) => ({ code: i + 1, stated: 500, at }));
    expect(showText(textParts(shown))).toBe('(\0\x01\0\x02\0\x03)Tj');
    const kerned = [0, 480, 1000].map((at, i) => ({ code: i + 1, stated: 500, at }));
    expect(showText(textParts(kerned))).toBe('[(\0\x01)20(\0\x02)-20(\0\x03)]TJ');
  });
});

describe('operands', () => {
  it('reads a literal string back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        expect(new Lexer(literal(text)).value()).toEqual({ text });
      }),
    );
  });

  it('writes numbers without exponent, sign of zero or idle digits', () => {
    expect([1e-9, -1e-9, 12, 1.5, -0.25, 1 / 3, 100].map((value) => decimal(value))).toEqual([
      ...['0', '0', '12', '1.5', '-0.25', '0.333', '100'],
    ]);
  });
});
