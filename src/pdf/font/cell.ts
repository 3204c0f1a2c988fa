import type { Face } from '../../text/fonts/face.ts';

/** A glyph of the face in a cell; its offset from the cell's origin in font units. */
export interface CellPart {
  readonly glyph: number;
  readonly dx: number;
  readonly dy: number;
  /** A quarter turn counterclockwise about its origin: it stands upright in a line that runs down. */
  readonly turned?: true;
}

/**
 * A character of an embedded font: what is drawn, how far the pen moves, and the text it stands for. Most are a
 * glyph of the face as it is. Where glyphs and letters do not match one to one (a mark over its letter, a ligature,
 * a kern that overlaps), readers that go by positions would tear words apart or turn letters round; there a cell
 * is made up, so that every letter has a place of its own in the order of drawing.
 */
export interface Cell {
  readonly parts: readonly CellPart[];
  /** Font units. */
  readonly advance: number;
  readonly text: string;
}

/** A cell and where it stands: pt from the run's left edge. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly x: number;
}

/** A glyph of the face as it is. */
export function ownCell(face: Face, glyph: number, text: string): Cell {
  return { parts: [{ glyph, dx: 0, dy: 0 }], advance: face.advanceOf(glyph), text };
}

/** What a cell looks like, as a key: its parts and advance. */
export function shapeKey(cell: Cell): string {
  return `${cell.advance} ${cell.parts.map(({ glyph, dx, dy, turned }) => `${glyph},${dx},${dy}${turned ? 't' : ''}`).join(' ')}`;
}
