import type { BorderSide, BorderStyle, ComputedStyle, Sides } from '../../style/computed-style.ts';
import type { CollapsedBorders, TableColumn, TableRow, TableSection } from '../box.ts';
import { occupancy, type Slots } from './table-slots.ts';

/** A table whose borders are to be settled. */
export interface CollapsingTable {
  readonly style: ComputedStyle;
  readonly rows: readonly TableRow[];
  readonly sections: readonly TableSection[];
  readonly columns: readonly TableColumn[];
}

/** One of each pair of borders that meet: hidden ones win, then wider ones, then styles in this order (CSS 2.2 §17.6.2.1). */
const strength: readonly BorderStyle[] = [
  'none',
  'inset',
  'groove',
  'outset',
  'ridge',
  'dotted',
  'dashed',
  'solid',
  'double',
];

/** Settles which border each edge of the grid has; of equals the inner element's wins, then the upper or the starting one. */
export function resolveCollapsed(table: CollapsingTable): CollapsedBorders {
  const slots = occupancy(table.rows, table.columns.length);
  const sectionOf = table.sections.flatMap((section) => Array.from({ length: section.count }, () => section));
  const rightToLeft = table.style.direction === 'rtl';
  const grid: Grid = {
    ...table,
    slots,
    sectionOf,
    start: rightToLeft ? 'right' : 'left',
    end: rightToLeft ? 'left' : 'right',
  };
  const lines = Array.from({ length: table.rows.length + 1 }, (_, line) => line);
  const columnLines = Array.from({ length: table.columns.length + 1 }, (_, line) => line);
  return {
    horizontal: lines.map((line) => table.columns.map((_, column) => horizontalEdge(grid, line, column))),
    vertical: table.rows.map((_, row) => columnLines.map((line) => verticalEdge(grid, row, line))),
  };
}

interface Grid extends CollapsingTable {
  readonly slots: Slots;
  readonly sectionOf: readonly TableSection[];
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
}

function horizontalEdge(grid: Grid, line: number, column: number): BorderSide | undefined {
  const { rows, slots, sectionOf, columns, style } = grid;
  const above = slots[line - 1]?.[column];
  const below = slots[line]?.[column];
  if (above && above === below) return undefined;
  const [before, after] = [sectionOf[line - 1], sectionOf[line]];
  const parted = before !== after;
  const isFirst = line === 0;
  const isLast = line === rows.length;
  const outer = (of: ComputedStyle | undefined): BorderSide | undefined =>
    isFirst ? of?.border.top : isLast ? of?.border.bottom : undefined;
  return winner([
    above?.box.style.border.bottom,
    below?.box.style.border.top,
    rows[line - 1]?.style.border.bottom,
    rows[line]?.style.border.top,
    parted ? before?.style?.border.bottom : undefined,
    parted ? after?.style?.border.top : undefined,
    outer(columns[column]?.column),
    outer(columns[column]?.group),
    outer(style),
  ]);
}

function verticalEdge(grid: Grid, row: number, line: number): BorderSide | undefined {
  const { rows, slots, sectionOf, columns, style, start, end } = grid;
  const before = line === 0 ? undefined : slots[row]![line - 1];
  const after = slots[row]![line];
  if (before && before === after) return undefined;
  const isFirst = line === 0;
  const isLast = line === columns.length;
  const outer = (of: ComputedStyle | undefined): BorderSide | undefined =>
    isFirst ? of?.border[start] : isLast ? of?.border[end] : undefined;
  const [left, right] = [columns[line - 1], columns[line]];
  const parted = left?.group !== right?.group;
  return winner([
    before?.box.style.border[end],
    after?.box.style.border[start],
    outer(rows[row]!.style),
    outer(sectionOf[row]?.style),
    left?.column?.border[end],
    right?.column?.border[start],
    parted ? left?.group?.border[end] : undefined,
    parted ? right?.group?.border[start] : undefined,
    outer(style),
  ]);
}

function winner(sides: readonly (BorderSide | undefined)[]): BorderSide | undefined {
  let best: BorderSide | undefined;
  for (const side of sides) {
    if (!side) continue;
    if (side.style === 'hidden') return undefined;
    if (side.width > 0 && (!best || isStronger(side, best))) best = side;
  }
  return best;
}

function isStronger(a: BorderSide, b: BorderSide): boolean {
  if (a.width !== b.width) return a.width > b.width;
  return strength.indexOf(a.style) > strength.indexOf(b.style);
}

/** Half of the widest edge of each side, pt: what a box has for its own of collapsed borders. */
export function halvesOf(edges: Sides<readonly (BorderSide | undefined)[]>): Sides<number> {
  const half = (sides: readonly (BorderSide | undefined)[]): number =>
    sides.reduce((most, side) => Math.max(most, side?.width ?? 0), 0) / 2;
  const { top, right, bottom, left } = edges;
  return { top: half(top), right: half(right), bottom: half(bottom), left: half(left) };
}

/** The edges around some slots of the grid, by physical side. */
export function edgesAround(
  borders: CollapsedBorders,
  place: {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
  },
  rightToLeft: boolean,
): Sides<readonly (BorderSide | undefined)[]> {
  const { row, column, rowSpan, columnSpan } = place;
  const across = (line: number) => borders.horizontal[line]?.slice(column, column + columnSpan) ?? [];
  const along = (line: number) => borders.vertical.slice(row, row + rowSpan).map((edges) => edges[line]);
  const [start, end] = [along(column), along(column + columnSpan)];
  return {
    top: across(row),
    bottom: across(row + rowSpan),
    left: rightToLeft ? end : start,
    right: rightToLeft ? start : end,
  };
}
