import type { ParagraphBlock, TableCellBlock, TableRowBlock } from './model.ts';

/** A cell as Word counts them: `merged` is what a cell of rows above leaves of itself in this one (§17.4.84). */
export interface CellOrMerged extends TableCellBlock {
  readonly merged: boolean;
}

/** A row whose cells fill it. */
export interface RowWithMerged extends Omit<TableRowBlock, 'cells'> {
  readonly cells: readonly CellOrMerged[];
}

/** Rows with what cells that reach down leave of themselves in the rows below their own. */
export function rowsWithMerged(rows: readonly TableRowBlock[]): readonly RowWithMerged[] {
  /** By column: the cell that reaches down into it, and how many rows it still takes. */
  const open = new Map<number, { readonly cell: TableCellBlock; rows: number }>();
  return rows.map((row) => {
    const cells: CellOrMerged[] = [];
    const waiting = [...row.cells];
    let column = 0;
    while (true) {
      const above = open.get(column);
      const cell = above ? emptied(above.cell) : waiting.shift();
      if (!cell) break;
      if (above && --above.rows === 0) open.delete(column);
      if (!above && cell.rowSpan > 1) open.set(column, { cell, rows: cell.rowSpan - 1 });
      cells.push({ ...cell, merged: above !== undefined });
      column += cell.columnSpan;
    }
    return { ...row, cells };
  });
}

/** Word shows nothing of it, and wants a paragraph all the same. */
function emptied(cell: TableCellBlock): TableCellBlock {
  const last = cell.blocks.findLast((block): block is ParagraphBlock => block.kind === 'paragraph');
  return { ...cell, blocks: last ? [{ ...last, item: undefined, anchors: [], inlines: [] }] : [] };
}
