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
 * centred on the grid's lines. Where they cross, the wider one goes on to the outer side of the other, which ends at it; so does one that a wider one goes on from.
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
  const crossing = (column: number): number =>
    widerOf(borders.vertical[line - 1]?.[column], borders.vertical[line]?.[column]);
  const edges = borders.horizontal[line] ?? [];
  return edges.flatMap((side, column) => {
    if (!side) return [];
    const [before, after] = [0, 1].map((end) => {
      const width = crossing(column + end);
      const beyond = edges[end === 0 ? column - 1 : column + 1]?.width ?? 0;
      return Math.max(width, beyond) <= side.width ? width / 2 : -width / 2;
    });
    const from = grid.offsets[column]! - before!;
    const width = grid.widths[column]! + before! + after!;
    const x = grid.rightToLeft ? grid.width - from - width : from;
    const { colour, style } = side;
    return [{ x, y: y - side.width / 2, width, height: side.width, colour, style, isUpright: false }];
  });
}

/** The edges between the columns of a row. */
function alongIn(borders: CollapsedBorders, grid: GridLines, row: number, height: number): Stroke[] {
  const crossing = (line: number, at: number): number =>
    widerOf(borders.horizontal[at]?.[line - 1], borders.horizontal[at]?.[line]);
  return borders.vertical[row]!.flatMap((side, line) => {
    if (!side) return [];
    const [above, below] = [crossing(line, row), crossing(line, row + 1)].map((width) =>
      width === side.width ? 0 : (width / 2) * Math.sign(side.width - width),
    );
    const at = line === grid.offsets.length ? grid.width : grid.offsets[line]!;
    const x = (grid.rightToLeft ? grid.width - at : at) - side.width / 2;
    const { colour, style, width } = side;
    return [{ x, y: -above!, width, height: height + above! + below!, colour, style, isUpright: true }];
  });
}

/** The width of the wider of two edges that meet at a corner. */
function widerOf(a: BorderSide | undefined, b: BorderSide | undefined): number {
  return Math.max(a?.width ?? 0, b?.width ?? 0);
}
