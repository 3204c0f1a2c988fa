import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import type { GlyphRun, InlineItem, Line, ShapedParagraph } from '../../src/text/paragraph.ts';
import { shapeItems, shapeText, style, textItem } from './fixture.ts';

const traditional = { language: 'zh-Hant-HK', fontFamily: ['Noto Sans HK', 'Noto Sans'] } as const;
const simplified = { language: 'zh-Hans-CN', fontFamily: ['Noto Sans SC', 'Noto Sans'] } as const;

/** Advances of a line's glyphs, in tenths of an em of 10 pt. */
function advances(line: Line | undefined): number[] {
  const runs = (line?.pieces ?? []).filter((piece): piece is GlyphRun => piece.kind === 'glyphs');
  return runs.flatMap((run) => [...run.glyphs].map(({ advance }) => Math.round(advance * 100) / 100));
}

const wide = () => 10_000;
const whole = async (text: string, more: Partial<ComputedStyle>): Promise<number[]> =>
  advances((await shapeText(text, more)).breakLines(wide)[0]);
const linesOf = (paragraph: ShapedParagraph, width: number): number[][] =>
  paragraph.breakLines(() => width).map(advances);

describe('text-spacing-trim', () => {
  test.each([
    ['（「中', [10, 5, 10]],
    ['中」）', [10, 5, 10]],
    ['」「', [10, 5]],
    ['《〈書〉》', [10, 5, 10, 5, 10]],
    ['」｝】〗〕', [5, 5, 5, 5, 10]],
    ['・「', [10, 5]],
    ['」・', [5, 10]],
    ['\u3000「', [10, 5]],
    ['「！', [10, 10]],
    ['」！」', [10, 10, 10]],
  ])('marks that meet lose their empty halves: %s', async (text, expected) => {
    expect(await whole(text, traditional)).toEqual(expected);
    expect(await whole(text, simplified)).toEqual(expected);
    expect(await whole(text, { ...simplified, textSpacingTrim: 'space-all' })).toEqual(
      expected.map(() => 10),
    );
  });

  test('stops in the middle of their square are whole, those at its side are not', async () => {
    expect(await whole('「中，」「中。」', traditional)).toEqual([10, 10, 10, 10, 5, 10, 10, 10]);
    expect(await whole('「中，」「中。」', simplified)).toEqual([10, 10, 5, 10, 5, 10, 5, 10]);
    expect(await whole('」。中：「', traditional)).toEqual([5, 10, 10, 10, 5]);
    expect(await whole('」。中：「', simplified)).toEqual([5, 10, 10, 10, 5]);
  });

  test('what is trimmed is drawn at the other side of its square', async () => {
    const [line] = (await shapeText('（「中', traditional)).breakLines(wide);
    const glyphs = [...(line!.pieces[0] as GlyphRun).glyphs];
    expect(glyphs.map(({ dx }) => Math.round(dx * 10) / 10 + 0)).toEqual([0, -5, 0]);
  });

  test('marks of other boxes and sizes meet as well; atoms and other characters part them', async () => {
    const small = style(traditional);
    const large = { ...small, fontSize: 20 };
    const items: InlineItem[] = [
      textItem('（', small),
      { kind: 'edge', side: 'start', width: 3, isolate: undefined },
      textItem('「', large),
      { kind: 'edge', side: 'end', width: 0, isolate: undefined },
      { kind: 'atom', width: 1 },
      textItem('「', small),
    ];
    const { paragraph } = await shapeItems(items, small);
    expect(advances(paragraph.breakLines(wide)[0])).toEqual([10, 10, 10]);
    expect(await whole('「\u200b「', traditional)).toEqual([10, 0, 10]);
  });

  test('features with widths of their own, and space-all on one mark, leave marks whole', async () => {
    expect(await whole('「「中', { ...traditional, fontFeatures: { pwid: 1 } })).toEqual([10, 10, 10]);
    const own = style(traditional);
    const items = [
      textItem('「', own),
      textItem('「', { ...own, textSpacingTrim: 'space-all' } as ComputedStyle),
      textItem('「', own),
    ];
    const { paragraph } = await shapeItems(items, own);
    expect(advances(paragraph.breakLines(wide)[0])).toEqual([10, 10, 5]);
  });

  test('a mark at the end of a line is whole where there is room, and half where it fits so', async () => {
    const paragraph = await shapeText('中中」」「中中', traditional);
    expect(linesOf(paragraph, 30)).toEqual([
      [10, 10, 5, 5],
      [10, 10, 10],
    ]);
    expect(linesOf(paragraph, 35)).toEqual([
      [10, 10, 5, 10],
      [10, 10, 10],
    ]);
    expect(
      linesOf(await shapeText('中中」」', { ...traditional, textSpacingTrim: 'space-all' }), 35),
    ).toEqual([[10], [10, 10, 10]]);
    expect(
      linesOf(await shapeText('中中」」', { ...traditional, textSpacingTrim: 'trim-both' }), 35),
    ).toEqual([[10, 10, 5, 5]]);
  });

  test.each([
    ['normal', [[10, 5, 10, 10], [10, 10, 5, 10], [10]]],
    ['space-first', [[10, 5, 10, 10], [10, 10, 5, 10], [10]]],
    [
      'trim-start',
      [
        [5, 5, 10, 10, 10],
        [5, 5, 10, 10],
      ],
    ],
  ] as const)('the start of lines, with %s', async (textSpacingTrim, expected) => {
    expect(linesOf(await shapeText('「「中中中「「中中', { ...traditional, textSpacingTrim }), 40.1)).toEqual(
      expected,
    );
  });

  test('the first line of a paragraph and one after a break are alike', async () => {
    const paragraph = await shapeText('「中中\n「中中', { ...traditional, textSpacingTrim: 'space-first' });
    expect(linesOf(paragraph, 20)).toEqual([[10, 10], [10], [10, 10], [10]]);
    const trimmed = await shapeText('中「中', { ...traditional, textSpacingTrim: 'space-first' });
    expect(linesOf(trimmed, 19)).toEqual([[10], [5, 10]]);
  });

  test('a paragraph as wide as it likes has whole marks at its end', async () => {
    const paragraph = await shapeText('中」', traditional);
    expect(paragraph.maxContent).toBeCloseTo(20);
    expect(paragraph.minContent).toBeCloseTo(15);
    expect(linesOf(paragraph, paragraph.maxContent)).toEqual([[10, 10]]);
  });
});

describe('text-autospace', () => {
  const spaced = { ...traditional, textAutospace: 'all' } as const;
  const gaps = async (text: string, more: Partial<ComputedStyle>): Promise<string> => {
    const [on, off] = [await whole(text, more), await whole(text, { ...more, textAutospace: 'none' })];
    return on.map((advance, i) => (advance - off[i]! > 1.2 ? '|' : '.')).join('');
  };

  test.each([
    ['中a中', '||.'],
    ['第1條', '||.'],
    ['あa', '|.'],
    ['ーa', '|.'],
    ['𠝹a', '|.'],
    ['中я', '|.'],
    ['1%中', '.|.'],
    ['C#中', '.|.'],
    ['中 a', '...'],
    ['中。a', '...'],
    ['a「', '..'],
    ['中Ａ', '..'],
    ['中-a', '...'],
    ['中(a', '...'],
    ['中①', '..'],
    ['中\u200ba', '...'],
    ['\u30fba', '..'],
  ])('an eighth of an em where %s meet', async (text, expected) => {
    expect(await gaps(text, spaced)).toBe(expected);
  });

  test('behind a letter with its marks', async () => {
    const own = style(spaced);
    const { paragraph } = await shapeItems([textItem('x\u0301\u0323中', own)], own);
    const plain = await shapeText('x\u0301\u0323中', traditional);
    expect(paragraph.maxContent).toBeCloseTo(plain.maxContent + 1.25);
  });

  test('letters or digits alone', async () => {
    expect(await gaps('中a中1中', { ...spaced, textAutospace: 'alpha' })).toBe('||...');
    expect(await gaps('中a中1中', { ...spaced, textAutospace: 'numeric' })).toBe('..||.');
  });

  test('none at the ends of lines', async () => {
    const paragraph = await shapeText('中中中a', spaced);
    expect(linesOf(paragraph, 30)[0]).toEqual([10, 10, 10]);
    expect(linesOf(paragraph, 20)).toEqual([
      [10, 10],
      [11.25, expect.any(Number)],
    ]);
  });

  test('across boxes, of the size of what is before, where both styles let it', async () => {
    const own = style(spaced);
    const large = { ...own, fontSize: 20 };
    const none = { ...own, textAutospace: 'none' } as const;
    const width = async (first: ComputedStyle, second: ComputedStyle) => {
      const items: InlineItem[] = [
        textItem('中', first),
        { kind: 'edge', side: 'start', width: 3, isolate: undefined },
        textItem('1', second),
        { kind: 'edge', side: 'end', width: 0, isolate: undefined },
      ];
      const { paragraph } = await shapeItems(items, own);
      return advances(paragraph.breakLines(wide)[0])[0];
    };
    expect(await width(own, large)).toBe(11.25);
    expect(await width(large, own)).toBe(22.5);
    expect(await width(own, none)).toBe(10);
    expect(await width(none, own)).toBe(10);
  });
});

test('lines are as wide as they were measured', async () => {
  const pieces = ['中', '文', 'a', '1', '「', '」', '。', '，', '（', '）', ' ', '・', '“', '”'];
  const languages = [traditional, simplified];
  const trims = ['normal', 'space-first', 'trim-start', 'trim-both', 'trim-all', 'space-all'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 }),
      fc.constantFrom(...languages),
      fc.constantFrom(...trims),
      fc.integer({ min: 20, max: 90 }),
      async (text, language, textSpacingTrim, width) => {
        const own = { ...language, textSpacingTrim, textAutospace: 'all' } as const;
        const paragraph = await shapeText(text.join(''), own);
        for (let start = 0; ; ) {
          const at = paragraph.lineAt(start, width);
          if (!at) break;
          const least = paragraph.measure(start, at.end);
          const drawn = at.line.width;
          // A mark at the end may have its half back, where there is room.
          const back = drawn - least;
          expect(Math.abs(back) < 1e-6 || (Math.abs(back - 5) < 1e-6 && drawn <= width + 0.001)).toBe(true);
          start = at.end;
        }
      },
    ),
    { numRuns: 150 },
  );
});
