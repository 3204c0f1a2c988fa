import { describe, expect, it } from 'vitest';
import type { Face } from '../../src/text/fonts/face.ts';
import { pathOfGlyph } from '../../src/text/outlines/path-of-glyph.ts';
import { printed } from './support/filled.ts';
import { placedBoxes } from './support/html.ts';

describe('a bullet that no face has', () => {
  it('is another one, where the list chose it by itself', async () => {
    // Noto Sans has neither ◦ nor ▪; a glyph that is missing would be an error.
    const boxes = await placedBoxes('<ul><li>a<ul><li>b<ul><li id="c">c</li></ul></li></ul></li></ul>');
    expect(boxes.c).toHaveLength(1);
  });

  it('is missed where the author wrote it', async () => {
    const list = placedBoxes('<ul><li>a</li></ul>', 'ul { list-style-type: "◦ " }');
    await expect(list).rejects.toThrow('U+25E6');
  });
});

describe('a bullet', () => {
  it('has its ink a third of the ascent large, and its middle as far above the baseline as browsers draw it', async () => {
    const pages = await printed(
      '<ul><li>a</li></ul>',
      'li { font: 30pt "Noto Sans" } ul { margin: 0; padding-left: 60pt }',
    );
    const glyphs = pages.pages[0]!.items.filter((item) => item.kind === 'glyphs');
    const [bullet, letter] = glyphs;
    expect(glyphs.map(({ text }) => text)).toEqual(['•', 'a']);
    const { face, size, x, y } = bullet!;
    const ink = pathBoundsOf(face, face.glyphOf(0x2022), size);
    const ascent = face.ascent * 30;
    const diameter = ascent / 3 + 0.375;
    expect(ink.height).toBeCloseTo(diameter, 3);
    expect(letter!.y - (y - ink.middle)).toBeCloseTo((ascent - diameter) / 2, 3);
    expect(letter!.x - (x + ink.centre)).toBeCloseTo((ascent * 2) / 3 + 5.625 - diameter / 2, 3);
  });
});

function pathBoundsOf(face: Face, glyph: number, size: number) {
  const path = pathOfGlyph(face.outlines, glyph);
  const [x, y] = [path.map((step) => step.x), path.map((step) => step.y)];
  const em = size / face.unitsPerEm;
  const between = (values: readonly number[]) =>
    [Math.min(...values) * em, Math.max(...values) * em] as const;
  const [left, right] = between(x);
  const [low, high] = between(y);
  return { height: high - low, centre: (left + right) / 2, middle: (low + high) / 2 };
}
