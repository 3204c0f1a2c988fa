import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFaces } from '../../src/text/fonts/choose-faces.ts';
import type { FontBook } from '../../src/text/fonts/font-book.ts';
import { book, rules, style } from './fixture.ts';

let fonts: FontBook;
beforeAll(async () => {
  fonts = await book([rules.latin, rules.chinese, rules.arabic]);
});

/** The runs of a text by one style, and by the same with a soft hyphen behind, so that each cluster is looked at. */
function bothWays(text: string, own: ReturnType<typeof style>) {
  const told = (whole: string) =>
    chooseFaces(whole, own, fonts)
      .runs.map(({ start, end, face }) => [start, Math.min(end, text.length), face.stored.face.family])
      .filter(([start]) => (start as number) < text.length);
  return [told(text), told(`${text}\u00ad`)];
}

describe('a text that one face draws has it', () => {
  const families = ['Noto Sans HK', 'Amiri', 'Noto Sans'];
  const styles = families.map((_, i) =>
    style({ fontFamily: [...families.slice(i), ...families.slice(0, i)], language: ['zh', 'ar', 'en'][i]! }),
  );

  /** Its quotes and dashes are the second face's. */
  const latinFirst = style({ fontFamily: ['Noto Sans', 'Noto Sans HK', 'Amiri'], language: 'zh' });

  it('as when each of its clusters is looked at', () => {
    const piece = fc.constantFrom(
      ...'aЖλ自由，。「・かアהללاء٣،—·“’-( 1가',
      '\u0301',
      '\u3099',
      '\u064b',
      '\u200d',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom(latinFirst, ...styles),
        (pieces, own) => {
          const [found, looked] = bothWays(`a${pieces.join('')}`, own);
          expect(found).toEqual(looked);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('for each character, beside itself and a letter', () => {
    const isNear = (unit: number) => unit < 0x700 || unit >> 8 === 0x30 || unit >> 8 === 0xff;
    for (let unit = 0x20; unit < 0xffff; unit += isNear(unit) ? 1 : 61) {
      const own = String.fromCharCode(unit);
      const [found, looked] = bothWays(`a${own}${own}`, unit < 0x3000 ? latinFirst : styles[0]!);
      if (String(found) !== String(looked)) expect([unit, found]).toEqual([unit, looked]);
    }
  });
});
