import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, escaped, literal } from '../../src/pdf/content/numbers.ts';
import { createTextArray } from '../../src/pdf/content/text-array.ts';
import { Lexer } from './support/read-pdf.ts';

interface Shown {
  readonly code: number;
  readonly stated: number;
  readonly at: number;
}

const bytesOf = (code: number) => String.fromCharCode(code >> 8, code & 0xff);

function operatorOf(shown: readonly Shown[]): string {
  const text = createTextArray();
  for (const { code, stated, at } of shown) text.show(escaped(bytesOf(code)), stated, at);
  return text.operator();
}

/** Where the pen of a PDF reader stands before each code. */
function draw(operator: string, widths: ReadonlyMap<number, number>): number[] {
  const operand = new Lexer(operator.replace(/Tj$|TJ$/, '')).value();
  const places: number[] = [];
  let pen = 0;
  for (const part of Array.isArray(operand) ? operand : [operand]) {
    if (typeof part === 'number') {
      pen -= part;
      continue;
    }
    const { text } = part as { readonly text: string };
    for (let i = 0; i < text.length; i += 2) {
      places.push(pen);
      pen += widths.get(text.charCodeAt(i) * 256 + text.charCodeAt(i + 1))!;
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
      fc.property(fc.array(glyph, { minLength: 1, maxLength: 300 }), (glyphs) => {
        let at = 0;
        const shown = glyphs.map(({ advance, off }, code) => {
          const place = { code, stated: Math.round(advance), at };
          at += advance + off;
          return place;
        });
        const widths = new Map(shown.map(({ code, stated }) => [code, stated]));
        const drawn = draw(operatorOf(shown), widths);
        expect(drawn).toHaveLength(shown.length);
        shown.forEach((glyph, i) => {
          expect(Math.abs(drawn[i]! - glyph.at)).toBeLessThanOrEqual(0.501);
        });
      }),
    );
  });

  it('is one string where nothing is moved', () => {
    const shown = [0, 500, 1000].map((at, i) => ({ code: i + 1, stated: 500, at }));
    expect(operatorOf(shown)).toBe('(\0\x01\0\x02\0\x03)Tj');
    const kerned = [0, 480, 1000].map((at, i) => ({ code: i + 1, stated: 500, at }));
    expect(operatorOf(kerned)).toBe('[(\0\x01)20(\0\x02)-20(\0\x03)]TJ');
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
