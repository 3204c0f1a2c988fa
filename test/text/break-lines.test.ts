import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InlineItem, Line } from '../../src/text/paragraph.ts';
import { reorder } from '../../src/text/reorder.ts';
import { linesAt, shapeItems, shapeText, style, textItem, textOf } from './fixture.ts';

const fox = 'The quick brown fox jumps over the lazy dog.';

/** Sum of the advances of everything inside the line. */
function extent(line: Line): number {
  return Math.max(...line.pieces.map((p) => p.x + p.width)) - Math.min(...line.pieces.map((p) => p.x));
}

describe('lines', () => {
  test('are as long as fits, with hanging spaces drawn but not counted', async () => {
    const p = await shapeText(fox);
    for (const line of p.breakLines(() => 80)) expect(line.width).toBeLessThanOrEqual(80);
    const exact = p.breakLines(() => p.maxContent);
    expect(exact).toHaveLength(1);
    expect(exact[0]!.width).toBeCloseTo(p.maxContent);
    expect(exact[0]!.last).toBe(true);
    const narrow = p.breakLines(() => p.minContent);
    expect(Math.max(...narrow.map((l) => l.width))).toBeCloseTo(p.minContent);
    expect(narrow.map(textOf)).toEqual(fox.split(/(?<= )/));
  });

  test('have widths of their own', async () => {
    const p = await shapeText(fox);
    const [first, ...rest] = p.breakLines((i) => (i === 0 ? 30 : 500));
    expect(textOf(first!)).toBe('The ');
    expect(rest.map(textOf)).toEqual(['quick brown fox jumps over the lazy dog.']);
  });

  test('end at forced breaks, also empty ones; a break at the end makes no line', async () => {
    const lines = (await shapeText('one\n\ntwo\n')).breakLines(() => 500);
    expect(lines.map(textOf)).toEqual(['one', '', 'two']);
    expect(lines.every((line) => line.last)).toBe(true);
    expect(lines[1]!.width).toBe(0);
    expect((await shapeText('')).breakLines(() => 500)).toEqual([]);
  });

  test('white-space: nowrap and pre', async () => {
    expect(linesAt(await shapeText(fox, { whiteSpace: 'nowrap' }), 50)).toEqual([fox]);
    const pre = await shapeText('a\tb  \nc', { whiteSpace: 'pre' });
    expect(linesAt(pre, 10)).toEqual(['a\tb  ', 'c']);
    const [line] = pre.breakLines(() => 10);
    const space = (await shapeText('\u00a0')).maxContent;
    // The tab reaches to the eighth space from the start of the line.
    expect(line!.width).toBeCloseTo((await shapeText('b')).maxContent + 10 * space, 1);
  });

  test('overflow-wrap breaks a word that no line holds, and only such a word', async () => {
    const long = 'a Rindfleischetikettierung';
    expect(linesAt(await shapeText(long), 40)).toEqual(['a ', 'Rindfleischetikettierung']);
    const anywhere = await shapeText(long, { overflowWrap: 'anywhere' });
    for (const line of anywhere.breakLines(() => 40)) expect(line.width).toBeLessThanOrEqual(40.001);
    expect(linesAt(anywhere, 40)[0]).toBe('a ');
    expect(anywhere.minContent).toBeLessThan(12);
    expect((await shapeText(long, { overflowWrap: 'break-word' })).minContent).toBeGreaterThan(100);
    // css-text-3 §5.2: as `overflow-wrap: anywhere`.
    expect((await shapeText(long, { wordBreak: 'break-word' })).minContent).toBeCloseTo(anywhere.minContent);
  });

  test('a soft hyphen is drawn where the line breaks at it', async () => {
    const p = await shapeText('demo\u00adcracy');
    const whole = p.breakLines(() => 500)[0]!;
    expect(whole.width).toBeCloseTo((await shapeText('democracy')).maxContent);
    const [first, second] = p.breakLines(() => 40);
    expect(textOf(first!)).toBe('demo\u00ad');
    expect(first!.width).toBeCloseTo((await shapeText('demo\u2010')).maxContent);
    expect(textOf(second!)).toBe('cracy');
    expect(linesAt(await shapeText('demo\u00adcracy', { hyphens: 'none' }), 40)).toEqual(['demo\u00adcracy']);
  });

  test('a word over two items holds together; edges stay with their content', async () => {
    const own = style();
    const bold = style({ fontWeight: 700 });
    const items: InlineItem[] = [
      textItem('free Hong ', own),
      { kind: 'edge', side: 'start', width: 1, isolate: undefined },
      textItem('Kon', bold),
      { kind: 'edge', side: 'end', width: 1, isolate: undefined },
      textItem('gers', own),
    ];
    const { paragraph } = await shapeItems(items, own);
    const lines = paragraph.breakLines(() => 50);
    expect(lines.map(textOf)).toEqual(['free Hong ', 'Kongers']);
    expect(lines[1]!.pieces.map((p) => p.kind)).toEqual(['edge', 'glyphs', 'edge', 'glyphs']);
  });

  test('an edge after the space at a line’s end stays inside the line', async () => {
    const own = style();
    const items: InlineItem[] = [
      { kind: 'edge', side: 'start', width: 2, isolate: undefined },
      textItem('one ', style()),
      { kind: 'edge', side: 'end', width: 3, isolate: undefined },
      textItem('two', own),
    ];
    const { paragraph } = await shapeItems(items, own);
    const [line] = paragraph.breakLines(() => 30);
    expect(line!.width).toBeCloseTo((await shapeText('one')).maxContent + 5);
    expect(line!.pieces.map((p) => [p.kind, p.width === 3])).toEqual([
      ['edge', false],
      ['glyphs', false],
      ['edge', true],
      ['glyphs', false],
    ]);
  });

  test('atoms break from text on both sides', async () => {
    const own = style();
    const { paragraph } = await shapeItems(
      [textItem('ab', own), { kind: 'atom', width: 40 }, textItem('cd', own)],
      own,
    );
    expect(paragraph.minContent).toBe(40);
    expect(paragraph.breakLines(() => 41)).toHaveLength(3);
  });
});

describe('text-wrap', () => {
  test('balance makes as many lines as first-fit, and narrower ones', async () => {
    const greedy = (await shapeText(fox)).breakLines(() => 150).map((l) => l.width);
    const balanced = (await shapeText(fox, { textWrap: 'balance' }))
      .breakLines(() => 150)
      .map((l) => l.width);
    expect(balanced).toHaveLength(greedy.length);
    expect(Math.max(...balanced)).toBeLessThan(Math.max(...greedy));
    expect(Math.min(...balanced)).toBeGreaterThan(Math.min(...greedy));
  });

  test('balance breaks no word that first-fit leaves whole', async () => {
    const title = 'Wimmering, not wimmeri';
    const style = { textWrap: 'balance', overflowWrap: 'break-word' } as const;
    const width = (await shapeText('not wimmeri')).maxContent - 0.5;
    expect(linesAt(await shapeText(title, style), width)).toEqual(['Wimmering, ', 'not ', 'wimmeri']);
    expect(linesAt(await shapeText(title, style), 20).join('')).toBe(title);
  });

  test('pretty leaves no short word alone on the last line', async () => {
    const width = (await shapeText(fox.slice(0, -4))).maxContent;
    expect(linesAt(await shapeText(fox), width).at(-1)).toBe('dog.');
    expect(linesAt(await shapeText(fox, { textWrap: 'pretty' }), width).at(-1)).toBe('lazy dog.');
  });
});

describe('justify', () => {
  test('stretches word spaces to the width exactly, not the hanging one', async () => {
    const p = await shapeText(fox);
    for (const line of p.breakLines(() => 90).filter((l) => !l.last)) {
      const justified = p.justify(line, 90);
      expect(justified.width).toBe(90);
      const hanging = line.pieces.filter((piece) => piece.x >= line.width);
      expect(extent(justified) - hanging.reduce((s, h) => s + h.width, 0)).toBeCloseTo(90, 6);
      for (const piece of justified.pieces) {
        if (piece.kind !== 'glyphs') continue;
        expect(piece.glyphs.width()).toBeCloseTo(piece.width, 6);
      }
    }
  });

  test('Arabic: the space hangs at the left and stays as it is', async () => {
    const p = await shapeText('يا رفاق العالم اتحدوا', { language: 'ar', direction: 'rtl' });
    const [line] = p.breakLines(() => 45);
    const justified = p.justify(line!, 60);
    expect(justified.pieces[0]!.x).toBeCloseTo(line!.pieces[0]!.x);
    expect(Math.max(...justified.pieces.map((piece) => piece.x + piece.width))).toBeCloseTo(60, 6);
  });

  test('Han without spaces is spread between characters; a single word is left', async () => {
    const p = await shapeText('自由民主，人權法治', { language: 'zh-Hant-HK' });
    const [line] = p.breakLines(() => 55);
    expect(extent(p.justify(line!, 55))).toBeCloseTo(55, 6);
    const word = await shapeText('democracy');
    const [only] = word.breakLines(() => 500);
    expect(word.justify(only!, 500)).toBe(only);
  });
});

describe('laws', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'free',
        'Hong',
        'Kong',
        '自由',
        '！',
        '（港）',
        'سلام',
        '123',
        'fi',
        'é',
        '“',
        '\u00ad',
        '...',
      ),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .chain((list) =>
      fc
        .array(fc.constantFrom(' ', '', '\n'), { minLength: list.length })
        .map((gaps) => list.map((word, i) => word + (gaps[i] ?? '')).join('')),
    );
  const direction = fc.constantFrom('ltr', 'rtl') as fc.Arbitrary<'ltr' | 'rtl'>;
  const wrap = fc.constantFrom('wrap', 'balance', 'pretty') as fc.Arbitrary<'wrap' | 'balance' | 'pretty'>;

  test('no text is lost, no breakable line is too wide, pieces stand in order without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        fc.integer({ min: 5, max: 200 }),
        direction,
        wrap,
        async (text, width, dir, textWrap) => {
          const p = await shapeText(text, { direction: dir, textWrap, overflowWrap: 'anywhere' });
          const lines = p.breakLines(() => width);
          expect(lines.map(textOf).join('')).toBe(text.replaceAll('\n', ''));
          for (const line of lines) {
            if (line.width > width + 0.001) expect([...textOf(line).trim()].length).toBeLessThanOrEqual(3);
            let x = line.pieces[0]?.x ?? 0;
            for (const piece of line.pieces) {
              expect(piece.x).toBeCloseTo(x, 6);
              x += piece.width;
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('visual order is a permutation, and reversing a line of one odd level reverses it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { maxLength: 12 }), (levels) => {
        const pieces = levels.map((level, index) => ({ level, index }));
        const visual = reorder(pieces).map((p) => p.index);
        expect([...visual].sort((a, b) => a - b)).toEqual(pieces.map((p) => p.index));
        if (levels.every((level) => level === 1))
          expect(visual).toEqual(pieces.map((p) => p.index).reverse());
      }),
    );
  });

  test('a word of 50,000 letters breaks in time', async () => {
    const started = performance.now();
    const p = await shapeText('a'.repeat(50_000), { overflowWrap: 'anywhere' });
    expect(p.breakLines(() => 300).length).toBeGreaterThan(500);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 15_000);
});
