import { describe, expect, it } from 'vitest';
import type { GlyphsItem } from '../../src/layout/paged-document.ts';
import { cellsOf } from '../../src/pdf/font/cells.ts';
import { plainCells } from '../../src/pdf/font/plain-cells.ts';
import { amiri, createFaces, notoSans, notoSansHk } from './support/faces.ts';
import { line } from './support/sample.ts';

const { open } = await createFaces();

function runsOf(text: string, face: string, size = 13): readonly GlyphsItem[] {
  return line(text, { faces: [open(face)], x: 0, y: 0, size, content: 1, language: 'en' }).items;
}

describe('the cells of a plain run', () => {
  it.each([
    ['The council has asked, in 2024, for “level” kerbs — and paid 1\u00a0200 €.', notoSans],
    ['Straße, façade, Ελλάδα, Москва', notoSans],
    ['自由，門口。', notoSansHk],
  ])('are those of any run: %s', (text, face) => {
    for (const run of runsOf(text, face)) {
      const plain = plainCells(run, new Map());
      expect(plain?.length).toBeGreaterThan(0);
      expect(plain).toEqual(cellsOf(run));
    }
  });

  it('keep a space that was stretched', () => {
    const [run] = runsOf('a b', notoSans);
    const glyphs = run!.glyphs.map((glyph, i) => (i === 1 ? { ...glyph, advance: 30 } : glyph));
    expect(plainCells({ ...run!, glyphs }, new Map())).toEqual(cellsOf({ ...run!, glyphs }));
  });

  it.each([
    ['a letter of two glyphs', 'x\u0323a', notoSans],
    ['a glyph of two letters', 'official', amiri],
    ['a character that is not told', 'soft\u00adhyphen', notoSans],
    ['letters from right to left', 'سلام', amiri],
    ['a surrogate pair', '𝑥', notoSans],
  ])('are not made for %s', (_, text, face) => {
    expect(runsOf(text, face).map((run) => plainCells(run, new Map()))).toContain(undefined);
  });

  it('are not made where letters stand closer than their own width, or moved', () => {
    const [run] = runsOf('abc', notoSans);
    for (const change of [{ advance: 3 }, { dx: 1 }, { dy: -1 }]) {
      const glyphs = run!.glyphs.map((glyph, i) => (i === 1 ? { ...glyph, ...change } : glyph));
      expect(plainCells({ ...run!, glyphs }, new Map())).toBeUndefined();
    }
  });
});
