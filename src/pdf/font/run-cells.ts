import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { Cell } from './cell.ts';
import { cellsOf, lettersOf, placed } from './cells.ts';
import { runOf } from './groups.ts';
import { type PlainCharacters, plainCell } from './plain-cells.ts';

/** Is given a cell, and where it stands: pt from the run's left edge. */
export type CellVisitor = (cell: Cell, x: number) => void;

/**
 * Goes through the characters of a run from left to right: those of `cellsOf`, for less. Most letters are a glyph of
 * the face as it is; what stands between them (ligatures, marks, tight kerns) is gone through as a run of its own.
 * Nothing is made for each letter: a long document has a million.
 */
export function visitCells(item: GlyphsItem, known: PlainCharacters, visit: CellVisitor): void {
  if (!isInOrder(item)) {
    for (const { cell, x } of cellsOf(item)) visit(cell, x);
    return;
  }
  const { face, glyphs, size } = item;
  const unitsPerPt = face.unitsPerEm / size;
  /** The last plain letter: a mark that follows is drawn with it. */
  let plain: Cell | undefined;
  let plainPen = 0;
  /** Where other glyphs start that are not gone through yet. */
  let other = -1;
  let otherPen = 0;
  let pen = 0;
  const flush = (end: number): void => {
    if (plain) visit(plain, plainPen / unitsPerPt);
    if (other >= 0) visitOthers(item, other, end, otherPen, visit);
    plain = undefined;
    other = -1;
  };
  for (let i = 0; i < glyphs.length; i++) {
    const cell = plainCell(item, i, unitsPerPt, known);
    if (cell) {
      flush(i);
      plain = cell;
      plainPen = pen;
    } else if (other < 0) {
      other = plain ? i - 1 : i;
      otherPen = plain ? plainPen : pen;
      plain = undefined;
    }
    pen += glyphs.advance(i) * unitsPerPt;
  }
  flush(glyphs.length);
}

/** Whether the glyphs are in the order of the text. */
function isInOrder({ glyphs }: GlyphsItem): boolean {
  if (glyphs.ascendByOne) return true;
  for (let i = 1; i < glyphs.length; i++) if (glyphs.cluster(i) < glyphs.cluster(i - 1)) return false;
  return true;
}

/** Goes through the glyphs from `from` to `to`, not included; `pen` in font units from the run's left edge. */
function visitOthers(item: GlyphsItem, from: number, to: number, pen: number, visit: CellVisitor): void {
  const { glyphs, text } = item;
  const first = glyphs.cluster(from);
  const end = to < glyphs.length ? glyphs.cluster(to) : text.length;
  const part = { ...item, glyphs: glyphs.slice(from, to, first), text: text.slice(first, end) };
  const run = runOf(part, pen);
  for (const letter of lettersOf(run, part.text)) {
    const { cell, x } = placed(run, letter);
    visit(cell, x);
  }
}
