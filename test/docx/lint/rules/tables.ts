import type { XmlElement } from '../../../../src/docx/xml.ts';
import { child, elements, type Rule, value } from '../rule.ts';

/** Cells without a paragraph at their end, rows that do not fill the grid, heads that are no head. */
export const tables: Rule = (_, report) => ({
  on: {
    'w:tc': (cell, { part }) => {
      const blocks = elements(cell).filter(({ name }) => name !== 'w:tcPr');
      if (blocks.length === 0) report('cell-empty', part, 'a cell without a paragraph');
      else if (blocks.at(-1)!.name !== 'w:p')
        report('cell-end', part, `a cell that ends in ${blocks.at(-1)!.name}`);
    },
    'w:tbl': (table, { part }) => {
      const grid = elements(child(table, 'w:tblGrid') ?? table).filter(({ name }) => name === 'w:gridCol');
      const widths = grid.map(({ attributes }) => Number(attributes['w:w']));
      const rows = elements(table).filter(({ name }) => name === 'w:tr');
      if (grid.length === 0 || rows.length === 0)
        report('grid-mismatch', part, 'a table without a grid or rows');
      for (const row of rows) checkRow(row, widths, (what) => report('grid-mismatch', part, what));
      checkHeads(table, rows, (what) => report('header-row', part, what));
    },
  },
});

function checkRow(row: XmlElement, widths: readonly number[], report: (what: string) => void): void {
  const properties = child(row, 'w:trPr');
  let column = Number(value(properties, 'w:gridBefore') || 0);
  for (const cell of elements(row).filter(({ name }) => name === 'w:tc')) {
    const own = child(cell, 'w:tcPr');
    const span = Number(value(own, 'w:gridSpan') || 1);
    const width = Number(child(own, 'w:tcW')?.attributes['w:w']);
    const wanted = widths.slice(column, column + span).reduce((sum, w) => sum + w, 0);
    if (!(Math.abs(width - wanted) <= 1)) report(`a cell of ${width} over columns of ${wanted}`);
    column += span;
  }
  const total = column + Number(value(properties, 'w:gridAfter') || 0);
  if (total !== widths.length) report(`a row of ${total} in a grid of ${widths.length}`);
}

/** Header rows are the first ones, and the table's look says that it has them. */
function checkHeads(table: XmlElement, rows: readonly XmlElement[], report: (what: string) => void): void {
  const heads = rows.map((row) => child(child(row, 'w:trPr'), 'w:tblHeader') !== undefined);
  const count = heads.indexOf(false) < 0 ? heads.length : heads.indexOf(false);
  if (heads.slice(count).includes(true)) report('a header row below others');
  const look = child(child(table, 'w:tblPr'), 'w:tblLook')?.attributes['w:firstRow'];
  const isMarked = look === '1' || look === 'true';
  if (isMarked !== count > 0)
    report(isMarked ? 'a first row that is not repeated' : 'a header row without its look');
}
