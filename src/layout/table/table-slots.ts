import type { TableCell, TableRow } from '../box.ts';

/** The cell in each slot of the grid, by row and column. */
export type Slots = readonly (readonly (TableCell | undefined)[])[];

/** Fills the slots; where cells overlap, the later one counts. */
export function occupancy(rows: readonly TableRow[], columnCount: number): Slots {
  const slots: (TableCell | undefined)[][] = rows.map(() =>
    Array.from({ length: columnCount }, () => undefined),
  );
  rows.forEach((row, index) => {
    for (const cell of row.cells) {
      for (let r = index; r < Math.min(index + cell.rowSpan, rows.length); r++) {
        for (let c = cell.column; c < Math.min(cell.column + cell.columnSpan, columnCount); c++)
          slots[r]![c] = cell;
      }
    }
  });
  return slots;
}
