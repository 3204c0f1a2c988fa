import { describe, expect, it } from 'vitest';
import { pathBounds } from '../../src/layout/graphics.ts';
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
    const [drawn, bullet, letter] = pages.pages[0]!.items;
    if (drawn?.kind !== 'path' || bullet?.kind !== 'glyphs' || letter?.kind !== 'glyphs') {
      throw new Error('not a drawing, its character and a letter');
    }
    const ink = pathBounds(drawn.path);
    const ascent = letter.face.ascent * 30;
    const diameter = ascent / 3 + 0.375;
    expect(ink.height).toBeCloseTo(diameter, 3);
    expect(letter.y - (ink.y + ink.height / 2)).toBeCloseTo((ascent - diameter) / 2, 3);
    const middle = ink.x + ink.width / 2;
    expect(letter.x - middle).toBeCloseTo((ascent * 2) / 3 + 5.625 - diameter / 2, 3);
  });

  it('is written unseen on its item’s line, as large as the text, where it is drawn', async () => {
    const pages = await printed('<ul><li>a</li></ul>', 'li { font: 30pt "Noto Sans"; color: rgb(9, 8, 7) }');
    const [drawn, bullet, letter] = pages.pages[0]!.items;
    expect(drawn).toMatchObject({
      kind: 'path',
      content: undefined,
      fill: bullet?.kind === 'glyphs' && bullet.colour,
    });
    expect(bullet).toMatchObject({ kind: 'glyphs', text: '•', size: 30, invisible: true });
    expect(letter).toMatchObject({ kind: 'glyphs', text: 'a', size: 30 });
    expect(letter).not.toHaveProperty('invisible');
    if (drawn?.kind !== 'path' || bullet?.kind !== 'glyphs' || letter?.kind !== 'glyphs') return;
    expect(bullet.y).toBe(letter.y);
    const { x, width } = pathBounds(drawn.path);
    const { face, glyphs } = bullet;
    const sign = pathOfGlyph(face.outlines, glyphs.id(0)).map((step) => step.x);
    const middle = ((Math.min(...sign) + Math.max(...sign)) / 2) * (30 / face.unitsPerEm);
    expect(bullet.x + middle).toBeCloseTo(x + width / 2, 3);
  });
});
