import type { TableBox } from './box.ts';
import type { Formatting } from './formatting.ts';
import { definiteWidth, edgesOf, resolve } from './sizing.ts';

/** What a column asks for; pt, percent of the table's width where it has one. */
export interface ColumnLimits {
  readonly min: number;
  readonly max: number;
  readonly percent: number | undefined;
  /** A length was set: the column does not grow while others can. */
  readonly fixed: boolean;
}

/** The spacing between cells; none where borders collapse. */
export function tableSpacing(box: TableBox): { readonly horizontal: number; readonly vertical: number } {
  return box.style.borderCollapse === 'collapse' ? { horizontal: 0, vertical: 0 } : box.style.borderSpacing;
}

/** Column limits from cells that span one column, then from those that span several (css-tables-3 §4.3). */
export function columnLimits(box: TableBox, formatting: Formatting): readonly ColumnLimits[] {
  const columns: ColumnLimits[] = box.columns.map((style) => ({ min: 0, max: 0, ...wanted(style) }));
  const cells = box.rows.flatMap((row) => row.cells).sort((a, b) => a.columnSpan - b.columnSpan);
  const spacing = tableSpacing(box).horizontal;
  for (const cell of cells) {
    const limits = formatting.intrinsic(cell.box);
    const own = cell.columnSpan === 1 ? wanted(cell.box.style) : undefined;
    widen(columns, cell.column, cell.columnSpan, limits, spacing, own);
  }
  return columns.map((column) => {
    const min = column.fixed ? Math.max(column.min, 0) : column.min;
    return { ...column, min, max: Math.max(column.max, min) };
  });
}

function wanted(style: TableBox['columns'][number]): {
  percent: number | undefined;
  fixed: boolean;
  min?: number;
  max?: number;
} {
  if (!style || typeof style.width === 'string') return { percent: undefined, fixed: false };
  if (style.width.percent > 0) return { percent: style.width.percent, fixed: false };
  const edges = edgesOf(style, 0);
  const width = (definiteWidth(style, 0, edges.horizontal) ?? 0) + edges.horizontal;
  return { percent: undefined, fixed: true, min: width, max: width };
}

function widen(
  columns: ColumnLimits[],
  start: number,
  count: number,
  limits: { readonly min: number; readonly max: number },
  spacing: number,
  own: { readonly percent: number | undefined; readonly fixed: boolean } | undefined,
): void {
  const inner = spacing * (count - 1);
  const spanned = columns.slice(start, start + count);
  const total = (pick: (column: ColumnLimits) => number): number =>
    spanned.reduce((sum, column) => sum + pick(column), 0);
  const moreMin = Math.max(0, limits.min - inner - total((c) => c.min)) / count;
  const moreMax = Math.max(0, limits.max - inner - total((c) => c.max)) / count;
  for (let i = start; i < start + count; i++) {
    const column = columns[i];
    if (!column) continue;
    columns[i] = {
      min: column.min + moreMin,
      max: Math.max(column.max + moreMax, column.min + moreMin),
      percent: own?.percent ?? column.percent,
      fixed: column.fixed || (own?.fixed ?? false),
    };
  }
}

/** Used column widths for a grid of `available` pt (spacing excluded); css-tables-3 §4.5, `auto` or `fixed`. */
export function distributeColumns(
  limits: readonly ColumnLimits[],
  available: number,
  layout: 'auto' | 'fixed',
): readonly number[] {
  if (limits.length === 0) return [];
  if (layout === 'fixed') return fixedColumns(limits, available);
  const asked = limits.map((column) =>
    column.percent === undefined
      ? column.max
      : Math.max(column.min, resolve({ pt: 0, percent: column.percent }, available)),
  );
  const wantedTotal = sumOf(asked);
  if (wantedTotal <= available) return grown(limits, asked, available - wantedTotal);
  const mins = limits.map((column) => column.min);
  const minTotal = sumOf(mins);
  if (minTotal >= available) return mins;
  const share = (available - minTotal) / (wantedTotal - minTotal);
  return mins.map((min, i) => min + (asked[i]! - min) * share);
}

/** Free space goes to columns without a width, by their max-content; to all of them where every one has a width. */
function grown(limits: readonly ColumnLimits[], widths: readonly number[], free: number): readonly number[] {
  const flexible = limits.map((column) => !column.fixed && column.percent === undefined);
  const open = flexible.some(Boolean) ? flexible : limits.map(() => true);
  const weights = widths.map((width, i) => (open[i] ? Math.max(width, 0.01) : 0));
  const total = sumOf(weights);
  return widths.map((width, i) => width + (free * weights[i]!) / total);
}

function fixedColumns(limits: readonly ColumnLimits[], available: number): readonly number[] {
  const set = limits.map((column) =>
    column.percent !== undefined ? (column.percent / 100) * available : column.fixed ? column.max : undefined,
  );
  const used = sumOf(set.map((width) => width ?? 0));
  const open = set.filter((width) => width === undefined).length;
  if (open === 0)
    return grown(
      limits,
      set.map((width) => width ?? 0),
      Math.max(0, available - used),
    );
  const each = Math.max(0, available - used) / open;
  return set.map((width) => width ?? each);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
