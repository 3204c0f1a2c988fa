import { describe, expect, it } from 'vitest';
import type { GlyphsItem } from '../../src/layout/paged-document.ts';
import type { PlacedCell } from '../../src/pdf/font/cell.ts';
import { cellsOf } from '../../src/pdf/font/cells.ts';
import { plainCell } from '../../src/pdf/font/plain-cells.ts';
import { visitCells } from '../../src/pdf/font/run-cells.ts';
import { amiri, createFaces, notoSans, notoSansHk } from './support/faces.ts';
import { line } from './support/sample.ts';

const { open } = await createFaces();

function runsOf(text: string, face: string, size = 13): readonly GlyphsItem[] {
  return line(text, { faces: [open(face)], x: 0, y: 0, size, content: 1, language: 'en' }).items;
}

function visited(run: GlyphsItem): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  visitCells(run, new Map(), (cell, x) => cells.push({ cell, x }));
  return cells;
}

/** The letters that are a plain cell, `_` for each glyph that is not. */
function plainLetters(run: GlyphsItem): string {
  const known = new Map();
  const unitsPerPt = run.face.unitsPerEm / run.size;
  return Array.from(run.glyphs, (_, i) => plainCell(run, i, unitsPerPt, known)?.text ?? '_').join('');
}

/** A run with one glyph changed. */
function changed(run: GlyphsItem, index: number, change: object): GlyphsItem {
  return { ...run, glyphs: run.glyphs.map((glyph, i) => (i === index ? { ...glyph, ...change } : glyph)) };
}

describe('the characters of a run', () => {
  it.each([
    ['plain letters', 'The council has asked, in 2024, for “level” kerbs — and paid 1\u00a0200 €.', notoSans],
    ['several scripts', 'Straße, façade, Ελλάδα, Москва', notoSans],
    ['wide letters', '自由，門口。', notoSansHk],
    ['ligatures', 'an official office of five figures', notoSans],
    ['ligatures alone', 'ffi', notoSans],
    ['ligatures of another face', 'Affluent traffic flows', amiri],
    ['marks', 'x\u0323a na\u0308\u0323ive e\u0301', notoSans],
    ['a mark at the start', '\u0301e', notoSans],
    ['a mark after a ligature', 'ffi\u0301x', notoSans],
    ['letters that kern', 'AVATAR To Te VA', notoSans],
    ['characters that are not told', 'soft\u00adhyphen a\u200bb\u2060c', notoSans],
    ['surrogate pairs', '𝑥 𝒚', notoSans],
  ])('are the cells of all its letters: %s', (_, text, face) => {
    const runs = runsOf(text, face);
    expect(runs.flatMap(visited).length).toBeGreaterThan(0);
    for (const run of runs) expect(visited(run)).toEqual(cellsOf(run));
  });

  it('are so where glyphs are moved, or a space is stretched', () => {
    const [run] = runsOf('ab cd', notoSans);
    for (const change of [{ advance: 3 }, { advance: 30 }, { dx: 1 }, { dy: -1 }]) {
      for (const index of [0, 1, 2, 4]) {
        const other = changed(run!, index, change);
        expect(visited(other)).toEqual(cellsOf(other));
      }
    }
  });

  it('are so where the glyphs are not in the order of the text', () => {
    const [run] = runsOf('abc', notoSans);
    const other = changed(changed(run!, 0, { cluster: 1 }), 1, { cluster: 0 });
    expect(visited(other)).toEqual(cellsOf(other));
  });
});

describe('a plain cell', () => {
  it.each([
    ['each letter', 'a b, “c”', notoSans, 'a b, “c”'],
    ['no mark', 'ax\u0323b', notoSans, 'ax_b'],
    ['a glyph of several letters', 'a ffi b', notoSans, 'a ffi b'],
    ['no character that is not told', 'a\u00adb', notoSans, 'a_b'],
    ['a surrogate pair', 'a𝑥', notoSans, 'a𝑥'],
  ])('is had by %s', (_, text, face, letters) => {
    expect(runsOf(text, face).map(plainLetters).join('')).toBe(letters);
  });

  it('is not had by a letter that stands closer than its own width, or is moved; a space may be of any width', () => {
    const [run] = runsOf('a b', notoSans);
    for (const change of [{ advance: 3 }, { dx: 1 }, { dy: -1 }]) {
      expect(plainLetters(changed(run!, 0, change))).toBe('_ b');
    }
    expect(plainLetters(changed(run!, 1, { advance: 30 }))).toBe('a b');
  });
});
