import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import { textOf } from './collector.ts';
import { resolveLength } from './units.ts';

/** A row of a table with its cells; `header` where it is in a header group. */
export interface Row {
  readonly element: StyledElement;
  readonly header: boolean;
  readonly cells: readonly StyledElement[];
}

/** The rows of a table in document order. */
export function rowsOf(table: StyledElement): Row[] {
  const rows: Row[] = [];
  const visit = (element: StyledElement, header: boolean): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      const { display } = child.style;
      if (display === 'table-row') {
        const cells = child.children.filter((c) => c.type === 'element' && c.style.display === 'table-cell');
        rows.push({ element: child, header, cells: cells as StyledElement[] });
      } else if (display.endsWith('-group')) visit(child, header || display === 'table-header-group');
    }
  };
  visit(table, false);
  return rows.filter((row) => row.cells.length > 0);
}

/** What stands in a table but in no cell: it is put before the table, so that nothing is lost. */
export function strayNodes(table: StyledElement): readonly StyledNode[] {
  return table.children.flatMap((child): readonly StyledNode[] => {
    if (child.type === 'text') return /\S/.test(child.text) ? [child] : [];
    const { display } = child.style;
    if (display === 'table-cell' && table.style.display === 'table-row') return [];
    if (display === 'table-row' || display.endsWith('-group')) return strayNodes(child);
    return display === 'table-caption' ? [] : [child];
  });
}

/** `colspan` or `rowspan`, 1 where it is absent or absurd. */
export function span(cell: StyledElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attributes[name] ?? '', 10);
  return value >= 1 && value <= 100 ? value : 1;
}

/** The column each cell starts in, with the cells that reach down from rows above reckoned in. */
export function columnsOf(rows: readonly Row[]): {
  readonly starts: readonly (readonly number[])[];
  readonly count: number;
} {
  const taken: number[] = [];
  const starts = rows.map((row) => {
    let column = 0;
    const line = row.cells.map((cell) => {
      while ((taken[column] ?? 0) > 0) column++;
      const start = column;
      for (let i = 0; i < span(cell, 'colspan'); i++) taken[column++] = span(cell, 'rowspan');
      return start;
    });
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
    return line;
  });
  return { starts, count: taken.length };
}

/** Column widths in pt where nothing measures text: what cells ask for, and the rest by how much text each column holds. */
export function columnWidths(rows: readonly Row[], width: number): number[] {
  const { starts, count } = columnsOf(rows);
  const asked = new Array<number>(count).fill(0);
  const text = new Array<number>(count).fill(4);
  rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      const column = starts[r]?.[c] ?? 0;
      if (span(cell, 'colspan') > 1) return;
      if (typeof cell.style.width === 'object') {
        asked[column] = Math.max(asked[column] ?? 0, resolveLength(cell.style.width, width));
      }
      text[column] = Math.max(text[column] ?? 4, Math.min(48, textOf(cell).trim().length));
    });
  });
  return share(width, asked, text);
}

/** Shares a width: fixed parts as they are, scaled down where they are too wide, the rest by weight. */
export function share(width: number, asked: readonly number[], weights: readonly number[]): number[] {
  const fixed = asked.reduce((sum, value) => sum + value, 0);
  const open = weights.filter((_, i) => asked[i] === 0).reduce((sum, value) => sum + value, 0);
  const scale = open === 0 || fixed > width * 0.9 ? (width * (open === 0 ? 1 : 0.9)) / (fixed || 1) : 1;
  const rest = width - fixed * scale;
  return weights.map((weight, i) => ((asked[i] ?? 0) > 0 ? asked[i]! * scale : (rest * weight) / open));
}
