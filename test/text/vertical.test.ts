import { describe, expect, test } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import type { GlyphRun } from '../../src/text/paragraph.ts';
import { orientationOf } from '../../src/unicode/vertical-orientation.ts';
import { shapeText, textOf } from './fixture.ts';

const chinese = {
  writingMode: 'vertical-rl',
  textOrientation: 'mixed',
  textCombineUpright: 'none',
  fontFamily: ['Noto Sans HK'],
  language: 'zh-Hant-HK',
  textSpacingTrim: 'space-all',
} as const satisfies Partial<ComputedStyle>;

async function runsOf(text: string, more: Partial<ComputedStyle> = {}): Promise<GlyphRun[]> {
  const paragraph = await shapeText(text, { ...chinese, ...more });
  const [line] = paragraph.breakLines(() => 10_000);
  return line!.pieces.flatMap((piece) => (piece.kind === 'glyphs' ? [piece] : []));
}

/** `text@orientation`, by run. */
async function oriented(text: string, more: Partial<ComputedStyle> = {}): Promise<string> {
  return (await runsOf(text, more)).map((run) => `${run.text}@${run.upright ?? 'along'}`).join(' ');
}

describe('how letters stand in a vertical line', () => {
  test('is what Unicode says of each', () => {
    const of = (text: string) => [...text].map((letter) => orientationOf(letter.codePointAt(0)!)).join(' ');
    expect(of('Aé1— “Жअ')).toBe('R R R R R R R R');
    expect(of('自한カ　§𠀀😀')).toBe('U U U U U U U');
    expect(of('、。！ぁ')).toBe('Tu Tu Tu Tu');
    expect(of('「）ー：')).toBe('Tr Tr Tr Tr');
    expect(of('\u{10fffd}\u{e0101}')).toBe('U R');
  });

  test('Han upright, letters and digits along the line', async () => {
    expect(await oriented('自由Free在2021。')).toBe(
      '自由@stacked Free@along 在@stacked 2021@along 。@stacked',
    );
  });

  test('brackets upright where the face has forms for it, with those forms', async () => {
    const [run] = await runsOf('「自」');
    expect(run!.upright).toBe('stacked');
    const [flat] = (await shapeText('「自」', { fontFamily: ['Noto Sans HK'] })).breakLines(() => 1000);
    const [across] = flat!.pieces as GlyphRun[];
    const ids = (of: GlyphRun) => [...of.glyphs].map(({ id }) => id);
    expect(ids(run!)[1]).toBe(ids(across!)[1]);
    expect(ids(run!)[0]).not.toBe(ids(across!)[0]);
  });

  test('all upright, or none, as text-orientation says', async () => {
    expect(await oriented('Ab自', { textOrientation: 'upright' })).toBe('Ab@stacked 自@stacked');
    expect(await oriented('Ab自', { textOrientation: 'sideways' })).toBe('Ab@along 自@along');
    expect(await oriented('Ab自', { writingMode: 'sideways-rl' })).toBe('Ab@along 自@along');
  });

  test('a mark stands as its letter does', async () => {
    expect(await oriented('自e\u0301由')).toBe('自@stacked e\u0301@along 由@stacked');
  });
});

describe('upright glyphs', () => {
  test('take an em of the line each, their middle on it and their square’s top at the pen', async () => {
    const [run] = await runsOf('自由');
    expect(run!.width).toBe(20);
    // The pen is half a width from the glyph’s left side, and 880 thousandths above its baseline.
    expect([...run!.glyphs].map(({ advance, dx, dy }) => [advance, dx, dy])).toEqual([
      [10, -5, -8.8],
      [10, -5, -8.8],
    ]);
  });

  test('of a face without vertical metrics stand on one baseline', async () => {
    const [run] = await runsOf('xg', {
      fontFamily: ['Noto Sans'],
      textOrientation: 'upright',
      language: 'en',
    });
    const [x, g] = [...run!.glyphs];
    expect(x!.dy).toBe(g!.dy);
    expect(x!.advance).toBeCloseTo(10 * run!.face.ascent + 10 * run!.face.descent);
    expect(x!.dx).toBeCloseTo((-run!.face.advanceOf(x!.id) * 5) / run!.face.unitsPerEm);
  });

  test('that halve their square move along the line', async () => {
    const trimmed = { textSpacingTrim: 'trim-both' } as const;
    const [run] = await runsOf('「自」', trimmed);
    const tenth = (value: number) => Math.round(value * 10) / 10;
    expect([...run!.glyphs].map(({ advance, dy }) => [advance, tenth(dy)])).toEqual([
      [5, -3.8],
      [10, -8.8],
      [5, -8.8],
    ]);
  });

  test('are parted from letters along the line, and not from upright ones', async () => {
    const width = async (more: Partial<ComputedStyle>) =>
      (await runsOf('自A', { textAutospace: 'all', ...more })).reduce((sum, run) => sum + run.width, 0);
    const bare = (more: Partial<ComputedStyle>) => width({ ...more, textAutospace: 'none' });
    expect((await width({})) - (await bare({}))).toBeCloseTo(1.25);
    expect(await width({ textOrientation: 'upright' })).toBe(await bare({ textOrientation: 'upright' }));
  });
});

describe('what is combined', () => {
  test('is numbers of so many digits, and longer ones not', async () => {
    const two = { textCombineUpright: 2 } as const;
    expect(await oriented('第1條21年2021', two)).toBe(
      '第@stacked 1@combined 條@stacked 21@combined 年@stacked 2021@along',
    );
    expect(await oriented('2021年', { textCombineUpright: 4 })).toBe('2021@combined 年@stacked');
  });

  test('takes one em, and is centred in it', async () => {
    const [run] = await runsOf('21', { textCombineUpright: 'all' });
    expect(run).toMatchObject({ upright: 'combined', text: '21', width: 10 });
    const [first, second] = [...run!.glyphs];
    expect(run!.size).toBe(10);
    expect(first!.dx).toBeCloseTo(-5);
    expect(second!.dx).toBeCloseTo(0);
    expect(first!.dy).toBeCloseTo(-(10 + 10 * run!.face.capHeight) / 2);
  });

  test('is made smaller where the face has no narrow forms', async () => {
    const [run] = await runsOf('888', { textCombineUpright: 'all', fontFamily: ['Noto Sans'] });
    expect(run!.width).toBe(10);
    expect(run!.size).toBeCloseTo(10 / (3 * 0.572), 2);
  });

  test('is not broken', async () => {
    const paragraph = await shapeText('甲乙', { ...chinese, textCombineUpright: 'all' });
    expect(paragraph.breakLines(() => 1).map(textOf)).toEqual(['甲乙']);
  });
});
