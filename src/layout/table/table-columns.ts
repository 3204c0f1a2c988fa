import type { TableBox } from '../box.ts';
import type { Constraints, Formatting, Intrinsic } from '../formatting.ts';
import { clampWidth, definiteWidth, edgesOf } from '../sizing.ts';
import type { ColumnConstraint } from './column-constraint.ts';
import { distributeAutomatic, distributeFixed } from './distribute-columns.ts';
import { columnConstraints, isFixedLayout, tableSpacing } from './table-constraints.ts';

/** Where the columns are: offsets from the grid's start edge and widths; pt. */
export interface Grid {
  readonly offsets: readonly number[];
  readonly widths: readonly number[];
  /** Of the table's content box. */
  readonly width: number;
  readonly rightToLeft: boolean;
  readonly spacing: { readonly horizontal: number; readonly vertical: number };
}

/** A width that percentages of a table may ask for at most, pt; browsers have such a bound too. */
const widest = 750_000;

/** Least and most width of the grid with its spacing, without the table's edges (css-tables-3 §4.4). */
export function gridLimits(box: TableBox, formatting: Formatting): Intrinsic {
  return limitsOf(box, columnConstraints(box, formatting));
}

function limitsOf(box: TableBox, columns: readonly ColumnConstraint[]): Intrinsic {
  const fixed = isFixedLayout(box.style);
  const gaps = gapsOf(box, columns);
  let [min, max, percents, others, estimate] = [0, 0, 0, 0, 0];
  for (const column of columns) {
    min += fixed && column.constrained ? Math.max(column.min, column.max) : column.min;
    max += column.max;
    percents += column.percent ?? 0;
    if (column.percent === undefined) others += column.max;
    else estimate = Math.max(estimate, ((column.max - column.percentExtra) * 100) / column.percent);
  }
  if (percents > 0) {
    const rest = 100 - Math.min(100, percents);
    const fromOthers = others === 0 ? 0 : rest === 0 ? widest : (others * 100) / rest;
    max = Math.max(max, fromOthers, estimate);
  }
  return { min: min + gaps, max: Math.max(min, max) + gaps };
}

/** Spacing before, between and after the columns that there is anything in. */
function gapsOf(box: TableBox, columns: readonly ColumnConstraint[]): number {
  const count = columns.filter((column) => !column.empty).length;
  return count === 0 ? 0 : tableSpacing(box).horizontal * (count + 1);
}

/** The grid at its used width: at least what its columns and its captions need (css-tables-3 §4.5). */
export function gridOf(box: TableBox, c: Constraints, captions: number, formatting: Formatting): Grid {
  const columns = columnConstraints(box, formatting);
  const limits = limitsOf(box, columns);
  const spacing = tableSpacing(box);
  const width = Math.max(
    usedWidth(box, c, limits),
    limits.min,
    captions - edgesOf(box.style, c.width).horizontal,
  );
  const assignable = width - gapsOf(box, columns);
  const widths = isFixedLayout(box.style)
    ? distributeFixed(assignable, columns)
    : distributeAutomatic(assignable, columns, true);
  const offsets: number[] = [];
  let x = spacing.horizontal;
  widths.forEach((column, index) => {
    // An empty column stands where the one before it ends, without spacing.
    if (!columns[index]!.empty) offsets.push(x);
    else offsets.push(Math.max(0, x - spacing.horizontal));
    x += columns[index]!.empty ? 0 : column + spacing.horizontal;
  });
  return { offsets, widths, width, rightToLeft: box.style.direction === 'rtl', spacing };
}

function usedWidth(box: TableBox, c: Constraints, limits: Intrinsic): number {
  const { style } = box;
  const edges = edgesOf(style, c.width);
  if (c.borderWidth !== undefined) return c.borderWidth - edges.horizontal;
  const fill = c.width - edges.margin.left - edges.margin.right - edges.horizontal;
  const automatic = (): number => {
    if (style.width === 'min-content') return limits.min;
    if (style.width === 'max-content') return limits.max;
    return Math.min(Math.max(limits.min, fill), limits.max);
  };
  const asked = definiteWidth(style, c.width, edges.horizontal) ?? automatic();
  return clampWidth(asked, style, c.width, edges.horizontal);
}
