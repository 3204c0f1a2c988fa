import type { ComputedStyle } from '../../style/computed-style.ts';
import type { TableBox, TableCell, TableColumn } from '../box.ts';
import type { Formatting } from '../formatting.ts';
import { clampWidth, edgesOf } from '../sizing.ts';
import { unsized } from '../unsized.ts';
import type { ColumnConstraint } from './column-constraint.ts';
import { distributeAutomatic } from './distribute-columns.ts';

/** The spacing between cells; none where borders collapse. */
export function tableSpacing(box: TableBox): { readonly horizontal: number; readonly vertical: number } {
  return box.style.borderCollapse === 'collapse' ? { horizontal: 0, vertical: 0 } : box.style.borderSpacing;
}

/** Fixed layout needs a width to be fixed to (css-tables-3 §4.1). */
export function isFixedLayout(style: ComputedStyle): boolean {
  return style.tableLayout === 'fixed' && style.width !== 'auto' && style.width !== 'max-content';
}

/** What the columns ask for: their elements', then cells' that span one, then cells' that span several. */
export function columnConstraints(box: TableBox, formatting: Formatting): readonly ColumnConstraint[] {
  const fixed = isFixedLayout(box.style);
  const columns = box.columns.map((column) => columnElement(column, fixed));
  const rows = fixed ? box.rows.slice(0, 1) : box.rows;
  const spanning: TableCell[] = [];
  const own: CellConstraint[][] = columns.map(() => []);
  for (const row of rows) {
    for (const cell of row.cells) {
      columns[cell.column]!.empty = false;
      if (cell.columnSpan > 1) spanning.push(cell);
      else own[cell.column]!.push(cellConstraint(cell, fixed, formatting));
    }
  }
  for (const [index, column] of columns.entries()) encompass(column, own[index]!, fixed);
  spanning.sort((a, b) => a.columnSpan - b.columnSpan);
  const spacing = tableSpacing(box).horizontal;
  limitPercents(columns);
  for (const cell of spanning) {
    const spanned = columns.slice(cell.column, cell.column + cell.columnSpan);
    const constraint = cellConstraint(cell, fixed, formatting);
    if (fixed) shareFixed(constraint, spanned, spacing);
    else shareAutomatic(constraint, spanned, spacing);
  }
  limitPercents(columns);
  return columns;
}

/** Percentages beyond 100 in all count for nothing, from the column on that goes beyond (css-tables-3 §4.3). */
function limitPercents(columns: readonly ColumnConstraint[]): void {
  let left = 100;
  for (const column of columns) {
    if (column.percent === undefined) continue;
    column.percent = Math.min(column.percent, left);
    left -= column.percent;
  }
}

type CellConstraint = Omit<ColumnConstraint, 'empty'>;

/** A column without a width takes its group's. */
function columnElement({ column, group }: TableColumn, fixed: boolean): ColumnConstraint {
  const style = column && column.width !== 'auto' ? column : (group ?? column);
  const width = style && typeof style.width !== 'string' ? style.width : undefined;
  const least = style && typeof style.minWidth !== 'string' ? style.minWidth.pt : 0;
  const percent = width && width.percent > 0 ? width.percent : undefined;
  const length = width && width.percent === 0 ? Math.max(width.pt, least) : undefined;
  return {
    min: least,
    max: Math.max(length ?? 0, least),
    percent,
    percentExtra: 0,
    constrained: length !== undefined,
    empty: !fixed && !percent && !length,
  };
}

function cellConstraint(cell: TableCell, fixed: boolean, formatting: Formatting): CellConstraint {
  const { style } = cell.box;
  const extra = edgesOf(style, 0).horizontal;
  const content = fixed ? { min: extra, max: extra } : formatting.intrinsic(unsized(cell.box));
  const width = typeof style.width === 'string' || style.width.percent !== 0 ? undefined : style.width.pt;
  const outer = style.boxSizing === 'border-box' ? Math.max(width ?? 0, extra) : (width ?? 0) + extra;
  const within = (size: number): number => clampLengths(size - extra, style, extra) + extra;
  const min = within(content.min);
  const max = Math.max(min, within(width === undefined ? content.max : outer));
  const percent =
    typeof style.width !== 'string' && style.width.percent > 0 ? style.width.percent : undefined;
  const percentExtra = percent && style.boxSizing === 'content-box' ? extra : 0;
  return { min, max, percent, percentExtra, constrained: width !== undefined };
}

/** Within minimum and maximum where they are lengths; percentages mean nothing before the columns are known. */
function clampLengths(size: number, style: ComputedStyle, extra: number): number {
  const { minWidth, maxWidth } = style;
  const isPercent = (limit: typeof minWidth | typeof maxWidth): boolean =>
    typeof limit !== 'string' && limit.percent !== 0;
  const limits = {
    boxSizing: style.boxSizing,
    minWidth: isPercent(minWidth) ? 'auto' : minWidth,
    maxWidth: isPercent(maxWidth) ? 'none' : maxWidth,
  } as const;
  return clampWidth(size, limits, 0, extra);
}

/** Takes cells of one column in. A length, of the column or of a cell, outweighs the content of the others. */
function encompass(column: ColumnConstraint, cells: readonly CellConstraint[], fixed: boolean): void {
  if (cells.length === 0 || (fixed && column.constrained)) return;
  let lengths = column.constrained ? column.max : 0;
  let contents = 0;
  for (const cell of cells) {
    column.min = Math.max(column.min, cell.min);
    if (cell.constrained) lengths = Math.max(lengths, cell.max);
    else contents = Math.max(contents, cell.max);
    column.constrained ||= cell.constrained;
    if (cell.percent === undefined) continue;
    column.percent = Math.max(column.percent ?? 0, cell.percent);
    column.percentExtra = Math.max(column.percentExtra, cell.percentExtra);
  }
  column.max = Math.max(column.min, column.constrained ? lengths : contents);
}

function innerSpacing(columns: readonly ColumnConstraint[], spacing: number): number {
  return spacing * Math.max(0, columns.filter((column) => !column.empty).length - 1);
}

/** A spanning cell's wishes shared among its columns as a table's width is (css-tables-3 §4.3). */
function shareAutomatic(cell: CellConstraint, columns: readonly ColumnConstraint[], spacing: number): void {
  const inner = innerSpacing(columns, spacing);
  if (cell.percent !== undefined) sharePercent(cell.percent, columns);
  const min = Math.max(0, cell.min - inner);
  const max = Math.max(0, cell.max - inner);
  distributeAutomatic(min, columns, cell.constrained).forEach((size, index) => {
    columns[index]!.min = Math.max(columns[index]!.min, size);
  });
  distributeAutomatic(max, columns, cell.constrained).forEach((size, index) => {
    const column = columns[index]!;
    column.max = Math.max(column.min, column.max, size);
  });
}

/** What a percentage leaves beyond the columns that have one goes to the others, by their content. */
function sharePercent(percent: number, columns: readonly ColumnConstraint[]): void {
  const open = columns.filter((column) => column.percent === undefined && !column.empty);
  const surplus = columns.reduce((left, column) => left - (column.percent ?? 0), percent);
  if (surplus <= 0 || open.length === 0) return;
  const total = open.reduce((sum, column) => sum + column.max, 0);
  for (const column of open) {
    column.percent = total > 0 ? (surplus * column.max) / total : surplus / open.length;
  }
}

/** In fixed layout a spanning cell's width is shared evenly, among the columns that have none of their own. */
function shareFixed(cell: CellConstraint, columns: readonly ColumnConstraint[], spacing: number): void {
  const inner = innerSpacing(columns, spacing);
  const open = columns.filter((column) => !column.constrained && column.percent === undefined);
  if (open.length === 0) return;
  if (cell.percent !== undefined) {
    for (const column of open) column.percent = cell.percent / columns.length;
    return;
  }
  if (!cell.constrained) return;
  for (const column of open) {
    column.max = Math.max(0, cell.max - inner) / columns.length;
    column.constrained = true;
  }
}
