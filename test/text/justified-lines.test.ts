import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/text/paragraph.ts';
import { linesAt, shapeText, textOf } from './fixture.ts';

const column =
  'The mass struggles in Hong Kong in 2019 were answered with unprecedented repression. In June 2020 a national security law was imposed on the city: subversion and separatism can be punished by life imprisonment, or by extradition to the mainland, where the death penalty still applies to such offences. A former member of the Legislative Council was imprisoned together with forty other candidates for a council that has since been disbanded. On the mainland, feminists have been hounded by trolls, and their accounts were suspended. The right to organise, to strike and to protest belongs to working people everywhere, and an attack on it in one place is an attack on all of us. We will write to the consulate, invite a speaker from the campaign to a branch meeting, and make this resolution known to our members.';

/** The word spaces of a line as parts of the face's own. */
function spaces(line: Line, own: number): number[] {
  return line.pieces.flatMap((piece) =>
    piece.kind === 'glyphs' && piece.x < line.width - 0.001
      ? [...piece.glyphs].flatMap((g) =>
          piece.text[g.cluster] === ' ' && piece.x < line.width ? [g.advance / own] : [],
        )
      : [],
  );
}

async function justified(text: string, width: number, more = {}): Promise<readonly Line[]> {
  const p = await shapeText(text, { textAlign: 'justify', ...more });
  return p.breakLines(() => width).map((line) => (line.last ? line : p.justify(line, width)));
}

describe('justified lines', () => {
  test('are as wide as their column, by spaces that stay near their own width', async () => {
    const own = (await shapeText('\u00a0')).maxContent;
    for (const width of [430, 460, 490, 550]) {
      const lines = (await justified(column, width)).filter((line) => !line.last);
      for (const line of lines) expect(line.width).toBe(width);
      // The space at the line's end hangs: it is the last of each line and is left as it is.
      const widest = lines.map((line) => Math.max(...spaces(line, own).slice(0, -1)));
      const wellSet = widest.filter((space) => space < 1.6).length;
      expect(wellSet / lines.length).toBeGreaterThanOrEqual(0.95);
      expect(Math.min(...lines.flatMap((line) => spaces(line, own)))).toBeGreaterThan(0.75);
    }
  });

  test('letters give way a little before spaces become wide', async () => {
    const p = await shapeText('one word', { textAlign: 'justify' });
    const [line] = p.breakLines(() => 500);
    const space = (await shapeText('\u00a0')).maxContent;
    const wider = (extra: number) => p.justify(line!, line!.width + extra);
    const gapAfterO = (l: Line) => (l.pieces[0]!.kind === 'glyphs' ? l.pieces[0]!.glyphs.advance(0) : 0);
    expect(gapAfterO(wider(space * 0.5))).toBeCloseTo(gapAfterO(line!), 9);
    expect(gapAfterO(wider(space * 0.5 + 0.5)) - gapAfterO(line!)).toBeCloseTo(0.1, 9);
    expect(gapAfterO(wider(50)) - gapAfterO(line!)).toBeCloseTo(0.3, 9);
  });

  test('a line of Han with a word in it is opened beside its ideographs, not by its spaces alone', async () => {
    const p = await shapeText('自由民主 Hong Kong 人權法治', {
      language: 'zh-Hant-HK',
      textAlign: 'justify',
    });
    const [line] = p.breakLines(() => 500);
    const wider = p.justify(line!, line!.width + 6);
    const [first] = wider.pieces;
    expect(wider.width).toBe(line!.width + 6);
    expect(first!.kind === 'glyphs' && first!.glyphs.advance(0)).toBeGreaterThan(10.3);
  });

  test('punctuation that is white on one side stays with its character', async () => {
    const p = await shapeText('「自由」。人權', { language: 'zh-Hant-HK', textAlign: 'justify' });
    const [line] = p.breakLines(() => 500);
    const [run] = p.justify(line!, line!.width + 6).pieces;
    const opened = run?.kind === 'glyphs' ? [...run.glyphs].map((g) => g.advance > 10) : [];
    expect(opened).toEqual([false, true, false, false, true, true, false]);
  });

  test('Thai is opened between its clusters, and a vowel or tone stays with its consonant', async () => {
    const p = await shapeText('ที่นี่กำลัง', {
      language: 'th',
      fontFamily: ['Noto Sans Thai'],
      textAlign: 'justify',
    });
    const [line] = p.breakLines(() => 500);
    const [before] = line!.pieces;
    const [after] = p.justify(line!, line!.width + 4).pieces;
    if (before?.kind !== 'glyphs' || after?.kind !== 'glyphs') throw new Error('no glyphs');
    const opened = [...after.glyphs].flatMap((glyph, i) =>
      glyph.advance > before.glyphs.advance(i) + 0.01 ? [after.text.slice(0, glyph.cluster + 1)] : [],
    );
    expect(opened).toEqual(['ที่', 'ที่นี่', 'ที่นี่กำ', 'ที่นี่กำลั']);
  });

  test('text-justify: inter-character opens all gaps alike', async () => {
    const p = await shapeText('one two', { textAlign: 'justify', textJustify: 'inter-character' });
    const [line] = p.breakLines(() => 500);
    const before = line!.pieces[0]!;
    const [after] = p.justify(line!, line!.width + 6).pieces;
    if (before.kind !== 'glyphs' || after?.kind !== 'glyphs') throw new Error('no glyphs');
    const more = [...after.glyphs].map((glyph, i) => glyph.advance - before.glyphs.advance(i));
    // o n e(space) t w o: five gaps, the space being the one between the words.
    expect(more.map((each) => Math.round(each * 100) / 100)).toEqual([1.2, 1.2, 0, 1.2, 1.2, 1.2, 0]);
    const word = await shapeText('three', { textAlign: 'justify', textJustify: 'inter-character' });
    expect(word.justify(word.breakLines(() => 500)[0]!, 100).width).toBe(100);
  });

  test('a paragraph set for ragged lines has as few lines as first-fit, and no short word alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 120, max: 420 }),
        fc.integer({ min: 200, max: 780 }),
        async (width, length) => {
          const text = column.slice(0, length).replace(/\s+\S*$/, '.');
          const greedy = linesAt(await shapeText(text), width);
          const pretty = linesAt(await shapeText(text, { textWrap: 'pretty' }), width);
          expect(pretty.length).toBe(greedy.length);
          expect(pretty.join('')).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('no line is over its width unless it cannot be broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 300 }),
        fc.constantFrom('normal', 'anywhere'),
        async (width, overflowWrap) => {
          const lines = await justified(column, width, { overflowWrap });
          expect(lines.map(textOf).join('')).toBe(column);
          for (const line of lines) {
            if (line.width > width + 0.001) expect(textOf(line).trim()).not.toContain(' ');
            if (overflowWrap === 'anywhere' && line.width > width + 0.001)
              expect(textOf(line).trim().length).toBeLessThan(3);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
