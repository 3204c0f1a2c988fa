import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import type { Line } from '../../src/text/paragraph.ts';
import { loadPatterns, shapeText, textOf } from './fixture.ts';

beforeAll(() => loadPatterns('en'));

const hang = (first: boolean, end: 'none' | 'force' | 'allow' = 'none', last = false) => ({
  hangingPunctuation: { first, last, end },
});

/** What stands before the line, in it, and after it, by the places of its pieces. */
function parts(line: Line): readonly [string, string, string] {
  const found: [string, string, string] = ['', '', ''];
  for (const piece of line.pieces) {
    if (piece.kind !== 'glyphs') continue;
    const side = piece.x + piece.width <= 0.001 ? 0 : piece.x >= line.width - 0.001 ? 2 : 1;
    found[side] += piece.text;
  }
  return found;
}

async function lines(text: string, width: number, more: Partial<ComputedStyle>): Promise<readonly Line[]> {
  return (await shapeText(text, more)).breakLines(() => width);
}

describe('hanging-punctuation', () => {
  test('first hangs a quote or bracket at the start of the first line alone', async () => {
    const plain = (await shapeText('Free him” she said')).maxContent;
    const [line] = await lines('“Free him” she said', 500, hang(true));
    expect(parts(line!)).toEqual(['“', 'Free him” she said', '']);
    expect(line!.width).toBeCloseTo(plain, 1);
    const [, second] = await lines('word\n“Free', 500, hang(true));
    expect(parts(second!)).toEqual(['', '“Free', '']);
    expect(parts((await lines('“', 500, hang(true)))[0]!)).toEqual(['', '“', '']);
  });

  test('last hangs one at the end of the last line alone', async () => {
    const [first, last] = await lines('(one)\n(two)', 500, hang(false, 'none', true));
    expect(parts(first!)).toEqual(['', '(one)', '']);
    expect(parts(last!)).toEqual(['', '(two', ')']);
  });

  test('force-end hangs stops and commas at the end of every line', async () => {
    const found = await lines('one, two. three', 1, hang(false, 'force'));
    expect(found.map(parts)).toEqual([
      ['', 'one', ', '],
      ['', 'two', '. '],
      ['', 'three', ''],
    ]);
    const han = { language: 'zh-Hant-HK', fontFamily: ['Noto Sans HK'] };
    const [line] = await lines('自由民主。', 500, { ...han, ...hang(false, 'force') });
    expect([parts(line!), line!.width]).toEqual([['', '自由民主', '。'], 40]);
  });

  test('allow-end hangs them only where they have no room', async () => {
    const text = 'solidarity, always';
    const whole = (await shapeText('solidarity,')).maxContent;
    const own = hang(false, 'allow');
    const [roomy] = await lines(text, whole + 0.1, own);
    expect(parts(roomy!)).toEqual(['', 'solidarity,', ' ']);
    const [narrow] = await lines(text, whole - 0.5, own);
    expect(parts(narrow!)).toEqual(['', 'solidarity', ', ']);
    expect((await shapeText('solidarity,', own)).maxContent).toBeCloseTo(whole, 6);
  });

  test('a hyphen hangs as a comma does, drawn or written', async () => {
    const own = { hyphens: 'auto', ...hang(false, 'force') } as const;
    expect(parts((await lines('concatenation', 45, own))[0]!)).toEqual(['', 'concate', '\u00ad']);
    expect(parts((await lines('con\u00adcatenation', 45, own))[0]!)).toEqual(['', 'con', '\u00ad']);
    expect(parts((await lines('well-known', 25, own))[0]!)).toEqual(['', 'well', '-']);
  });

  test('in right-to-left text, the sides are the other ones', async () => {
    const own = { language: 'ar', direction: 'rtl', fontFamily: ['Amiri'] } as const;
    const [line] = await lines('«حرية، سلام»', 500, { ...own, ...hang(true, 'none', true) });
    const at = (text: string) =>
      line!.pieces.find((piece) => piece.kind === 'glyphs' && piece.text === text)!;
    expect(at('«').x).toBeCloseTo(line!.width, 6);
    expect(at('»').x + at('»').width).toBeCloseTo(0, 6);
  });

  test('a justified line reaches the margin without it, and the mark stands behind', async () => {
    const p = await shapeText('Workers of the world, unite in every land', {
      textAlign: 'justify',
      ...hang(false, 'force'),
    });
    const [line] = p.breakLines(() => 115);
    const spread = p.justify(line!, 115);
    expect(parts(spread)).toEqual(['', 'Workers of the world', ', ']);
    expect(spread.width).toBe(115);
    expect(spread.pieces.find((piece) => piece.kind === 'glyphs' && piece.text === ',')!.x).toBeCloseTo(
      115,
      6,
    );
  });

  test('no text is lost or doubled, and no line is wider than its room', async () => {
    const word = fc.constantFrom(
      '“free',
      'union,',
      'all.',
      '(we)',
      '自由，',
      '。',
      'سلام،',
      'con\u00adcate',
      "'",
      '-',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
    const end = fc.constantFrom('none', 'force', 'allow') as fc.Arbitrary<'none' | 'force' | 'allow'>;
    const align = fc.constantFrom('start', 'justify') as fc.Arbitrary<'start' | 'justify'>;
    await fc.assert(
      fc.asyncProperty(
        words,
        end,
        align,
        fc.integer({ min: 50, max: 200 }),
        async (text, own, textAlign, width) => {
          const found = await lines(text, width, { textAlign, ...hang(true, own, true) });
          expect(found.map(textOf).join('')).toBe(text);
          for (const line of found) {
            // Spaces may be narrowed where lines are spread.
            const room = textAlign === 'justify' && !line.last ? width * 1.1 : width;
            expect(line.width).toBeLessThanOrEqual(room + 0.001);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
