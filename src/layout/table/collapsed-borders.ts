import type { BorderSide } from '../../style/computed-style.ts';
import type { CollapsedBorders, TableBox } from '../box.ts';
import type { Stroke } from '../fragment.ts';

/** What of the grid the strokes need; pt. */
interface GridLines {
  readonly offsets: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly rightToLeft: boolean;
}

/** What a row draws, and what it draws besides where a page ends with it. */
export interface RowStrokes {
  readonly strokes: readonly Stroke[];
  readonly closing: readonly Stroke[];
}

/**
 * The borders of a table with `border-collapse: collapse`, row by row, each edge of the grid once. Strokes stand
 * centred on the grid's lines. Where they meet, the widest and what goes on from it as wide goes to the outer side of
 * what it crosses; the others end there.
 */
export function collapsedStrokes(
  box: TableBox,
  borders: CollapsedBorders,
  grid: GridLines,
  heights: readonly number[],
): readonly RowStrokes[] {
  const last = box.rows.length - 1;
  return box.rows.map((_, row) => {
    const height = heights[row]!;
    const strokes = [...alongIn(borders, grid, row, height), ...acrossAt(borders, grid, row, 0)];
    const closing = acrossAt(borders, grid, row + 1, height);
    const own = row === last ? [...strokes, ...closing] : strokes;
    return { strokes: own.sort((a, b) => thickness(a) - thickness(b)), closing };
  });
}

function thickness(stroke: Stroke): number {
  return Math.min(stroke.width, stroke.height);
}

/** The edges on one line between rows, at `y` of the row that draws them. */
function acrossAt(borders: CollapsedBorders, grid: GridLines, line: number, y: number): Stroke[] {
  return (borders.horizontal[line] ?? []).flatMap((side, column) => {
    if (!side) return [];
    const [before, after] = [column, column + 1].map((at) => beyondJoint(borders, line, at, side, 'across'));
    const from = grid.offsets[column]! - before!;
    const width = grid.widths[column]! + before! + after!;
    const x = grid.rightToLeft ? grid.width - from - width : from;
    const { colour, style } = side;
    return [{ x, y: y - side.width / 2, width, height: side.width, colour, style, isUpright: false }];
  });
}

/** The edges between the columns of a row. */
function alongIn(borders: CollapsedBorders, grid: GridLines, row: number, height: number): Stroke[] {
  return borders.vertical[row]!.flatMap((side, line) => {
    if (!side) return [];
    const [above, below] = [row, row + 1].map((at) => beyondJoint(borders, at, line, side, 'along'));
    const at = line === grid.offsets.length ? grid.width : grid.offsets[line]!;
    const x = (grid.rightToLeft ? grid.width - at : at) - side.width / 2;
    const { colour, style, width } = side;
    return [{ x, y: -above!, width, height: height + above! + below!, colour, style, isUpright: true }];
  });
}

/** How far an edge goes on beyond the middle of a joint of the grid's lines, or ends before it; pt. */
function beyondJoint(
  borders: CollapsedBorders,
  row: number,
  column: number,
  side: BorderSide,
  axis: 'across' | 'along',
): number {
  const before = widthOf(borders.horizontal[row]?.[column - 1]);
  const after = widthOf(borders.horizontal[row]?.[column]);
  const above = widthOf(borders.vertical[row - 1]?.[column]);
  const below = widthOf(borders.vertical[row]?.[column]);
  const widest = Math.max(before, after, above, below);
  // Of edges as wide the first of these goes on, as in browsers: after, below, before, above.
  const goesAcross = after === widest || (below !== widest && before === widest);
  const half = (axis === 'across' ? Math.max(above, below) : Math.max(before, after)) / 2;
  // Dots and dashes of both share the corner.
  const isBroken = side.style === 'dotted' || side.style === 'dashed';
  return (isBroken || goesAcross === (axis === 'across')) && side.width === widest ? half : -half;
}

function widthOf(edge: BorderSide | undefined): number {
  return edge?.width ?? 0;
}
