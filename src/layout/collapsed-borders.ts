import type { BorderSide, ComputedStyle } from '../style/computed-style.ts';
import type { TableBox, TableCell } from './box.ts';
import type { Stroke } from './fragment.ts';

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
 * The borders of a table with `border-collapse: collapse`, row by row: each segment of the grid once, the wider
 * border winning, then the one nearer the start (CSS 2.2 §17.6.2.1). Strokes stand centred on the grid's lines.
 */
export function collapsedStrokes(
  box: TableBox,
  grid: GridLines,
  heights: readonly number[],
): readonly RowStrokes[] {
  const slots = occupancy(box);
  return box.rows.map((_, row) => {
    const strokes = rowStrokes(box, grid, heights[row]!, slots, row);
    const closing = closingStrokes(box, grid, heights[row]!, slots, row);
    return { strokes: row === slots.length - 1 ? [...strokes, ...closing] : strokes, closing };
  });
}

type Slots = readonly (readonly (TableCell | undefined)[])[];

function occupancy(box: TableBox): Slots {
  const slots: (TableCell | undefined)[][] = box.rows.map(() =>
    Array.from({ length: box.columnCount }, () => undefined),
  );
  box.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      for (let r = index; r < Math.min(index + cell.rowSpan, box.rows.length); r++) {
        for (let c = cell.column; c < Math.min(cell.column + cell.columnSpan, box.columnCount); c++)
          slots[r]![c] = cell;
      }
    }
  });
  return slots;
}

function rowStrokes(box: TableBox, grid: GridLines, height: number, slots: Slots, row: number): Stroke[] {
  const strokes: Stroke[] = [];
  const rowStyle = box.rows[row]!.style;
  for (let column = 0; column < box.columnCount; column++) {
    const cell = slots[row]![column];
    const above = row === 0 ? undefined : slots[row - 1]![column];
    if (above !== cell || !cell) {
      const side = winner(
        above?.box.style.border.bottom,
        cell?.box.style.border.top,
        rowStyle.border.top,
        row === 0 ? box.style.border.top : undefined,
      );
      push(strokes, horizontal(grid, column, 0, side));
    }
  }
  for (let line = 0; line <= box.columnCount; line++) {
    const before = line === 0 ? undefined : slots[row]![line - 1];
    const after = line === box.columnCount ? undefined : slots[row]![line];
    if (before === after && before) continue;
    const edge =
      line === 0 ? start(box.style, grid) : line === box.columnCount ? end(box.style, grid) : undefined;
    push(
      strokes,
      vertical(
        grid,
        line,
        height,
        winner(before && end(before.box.style, grid), after && start(after.box.style, grid), edge),
      ),
    );
  }
  return strokes;
}

/** The edge below a row; that of the row beneath it draws it in the middle of a page. */
function closingStrokes(
  box: TableBox,
  grid: GridLines,
  height: number,
  slots: Slots,
  row: number,
): readonly Stroke[] {
  return slots[row]!.flatMap((cell, column) => {
    const own = cell?.box.style.border.bottom;
    const side = winner(own, box.rows[row]!.style.border.bottom, box.style.border.bottom);
    return horizontal(grid, column, height, side) ?? [];
  });
}

function start(style: ComputedStyle, grid: GridLines): BorderSide {
  return grid.rightToLeft ? style.border.right : style.border.left;
}

function end(style: ComputedStyle, grid: GridLines): BorderSide {
  return grid.rightToLeft ? style.border.left : style.border.right;
}

function winner(...sides: readonly (BorderSide | undefined)[]): BorderSide | undefined {
  if (sides.some((side) => side?.style === 'hidden')) return undefined;
  return sides.reduce((best, side) => (side && side.width > (best?.width ?? 0) ? side : best), undefined);
}

function push(strokes: Stroke[], stroke: Stroke | undefined): void {
  if (stroke) strokes.push(stroke);
}

function horizontal(
  grid: GridLines,
  column: number,
  y: number,
  side: BorderSide | undefined,
): Stroke | undefined {
  if (!side) return undefined;
  const from = grid.offsets[column]!;
  const width = grid.widths[column]!;
  const x = grid.rightToLeft ? grid.width - from - width : from;
  return { x, y: y - side.width / 2, width, height: side.width, colour: side.colour };
}

function vertical(
  grid: GridLines,
  line: number,
  height: number,
  side: BorderSide | undefined,
): Stroke | undefined {
  if (!side) return undefined;
  const from = line === grid.offsets.length ? grid.width : grid.offsets[line]!;
  const x = (grid.rightToLeft ? grid.width - from : from) - side.width / 2;
  return { x, y: -side.width / 2, width: side.width, height: height + side.width, colour: side.colour };
}
