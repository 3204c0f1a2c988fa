import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLetters } from '../../src/pdf/font/spread-letters.ts';

const word = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 12 }).map((widths) => {
  let start = 100;
  return widths.map((width, index) => {
    const letter = {
      text: String(index),
      start,
      end: start + width,
      parts: [{ glyph: index, dx: start, dy: 0 }],
    };
    start += width;
    return letter;
  });
});

describe('the letters of a word', () => {
  it('stand far enough apart to be told from each other, and draw what they drew where they drew it', () => {
    fc.assert(
      fc.property(word, (letters) => {
        const spread = spreadLetters(letters, 1000);
        expect(spread.map(({ text, parts }) => ({ text, parts }))).toEqual(
          letters.map(({ text, parts }) => ({ text, parts })),
        );
        for (let i = 1; i < spread.length; i++) {
          expect(spread[i]!.start - spread[i - 1]!.start).toBeGreaterThanOrEqual(102);
        }
      }),
    );
  });

  it('keep to the word where it has room for all', () => {
    fc.assert(
      fc.property(word, (letters) => {
        const [left, right] = [letters[0]!.start, letters.at(-1)!.end];
        fc.pre(right - left >= letters.length * 102);
        const spread = spreadLetters(letters, 1000);
        expect(spread[0]!.start).toBeGreaterThanOrEqual(left);
        expect(spread.at(-1)!.end).toBeLessThanOrEqual(right);
      }),
    );
  });
});
