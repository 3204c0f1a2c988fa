import { describe, expect, it } from 'vitest';
import type { GlyphPath } from '../../src/text/outlines/glyph-path.ts';
import { pathOfGlyph } from '../../src/text/outlines/path-of-glyph.ts';
import { book, rules, style } from './fixture.ts';

async function pathOf(character: string) {
  const face = (await book([rules.latin])).primaryFace(style());
  const glyph = face.glyphOf(character.codePointAt(0)!);
  if (face.outlines.kind !== 'glyf') throw new Error('not TrueType');
  return { entry: face.outlines.entryOf(glyph), path: pathOfGlyph(face.outlines, glyph) };
}

/** The rectangle around the ends of a path's steps. */
function bounds(path: GlyphPath): number[] {
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const contours = (path: GlyphPath): number => path.filter(({ kind }) => kind === 'move').length;

describe('paths of glyphs', () => {
  it('are as large as the font says', async () => {
    for (const character of ['H', 'o', 'g', '8', 'é', 'Å', 'ﬃ']) {
      const { entry, path } = await pathOf(character);
      const data = new DataView(entry.buffer, entry.byteOffset);
      expect(bounds(path)).toEqual([2, 4, 6, 8].map((at) => data.getInt16(at)));
    }
  });

  it('have a contour for each of the glyph’s, also of composites', async () => {
    expect(contours((await pathOf('o')).path)).toBe(2);
    expect(contours((await pathOf('é')).path)).toBe(3);
  });

  it('are empty for what draws nothing, and for what is broken', async () => {
    expect((await pathOf(' ')).path).toEqual([]);
    const broken = (bytes: number[]) =>
      pathOfGlyph({ kind: 'glyf', entryOf: () => new Uint8Array(bytes), bearingOf: () => 0 }, 1);
    expect(broken([0, 2, 0, 0, 0, 0, 0, 9, 0, 9, 0, 3])).toEqual([]);
    // A glyph that is made of itself.
    expect(broken([0xff, 0xff, 0, 0, 0, 0, 0, 9, 0, 9, 0, 2, 0, 1, 0, 0])).toEqual([]);
  });
});
