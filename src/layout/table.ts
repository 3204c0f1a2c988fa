import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box, TableBox, TableCell, TableRow } from './box.ts';
import { forcesInside } from './breaks.ts';
import { collapsedStrokes } from './collapsed-borders.ts';
import { type Constraints, closedBox, type Formatting, type Laid } from './formatting.ts';
import {
  type BoxFragment,
  bottomOf,
  emptyFragment,
  type Fragment,
  firstBaseline,
  moved,
  reachOf,
} from './fragment.ts';
import { strutValue } from './margins.ts';
import { clampWidth, definiteHeight, definiteWidth, edgesOf } from './sizing.ts';
import { columnLimits, distributeColumns, tableSpacing } from './table-columns.ts';

/** Where the columns are: offsets from the grid's start edge and widths; pt. */
interface Grid {
  readonly offsets: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly rightToLeft: boolean;
  readonly spacing: { readonly horizontal: number; readonly vertical: number };
}

/** Lays out a table: columns, then rows, cells aligned in them (css-tables-3 §3.8 to §3.10). */
export function layOutTable(box: TableBox, c: Constraints, formatting: Formatting): Laid {
  const style = box.style;
  const edges = edgesOf(style, c.width);
  const grid = gridOf(box, c, formatting);
  const page = style.page === 'auto' ? c.page : style.page;
  const caption = box.caption && captionOf(box.caption, grid.width, page, formatting);
  const captionTop = caption && style.captionSide === 'top' ? caption : undefined;
  const left = edges.border.left + edges.padding.left;
  const before = edges.border.top + edges.padding.top;
  const rows = layOutRows(box, grid, page, formatting);
  const offset = before + (captionTop?.height ?? 0);
  const placedRows = rows.map((row) => moved(row, left, offset));
  const end = offset + (rows.length ? bottomOf(rows.at(-1)!) + grid.spacing.vertical : 0);
  const captionBottom = caption && !captionTop ? [moved(caption, left, end)] : [];
  const children: Fragment[] = [
    ...(captionTop ? [moved(captionTop, left, before)] : []),
    ...placedRows,
    ...captionBottom,
  ];
  const height = end + (captionBottom[0]?.height ?? 0) + edges.border.bottom + edges.padding.bottom;
  const fragment: BoxFragment = {
    ...emptyFragment(box, page),
    width: grid.width + edges.horizontal,
    height,
    children,
    cutting: 'rows',
    reach: reachOf(children),
    before,
    after: edges.border.bottom + edges.padding.bottom,
    header: placedRows.filter((_, i) => box.rows[i]?.group === 'header'),
    footer: placedRows.filter((_, i) => box.rows[i]?.group === 'footer'),
  };
  return closedBox(fragment, edges.margin);
}

function captionOf(box: Box, width: number, page: string, formatting: Formatting): BoxFragment {
  const laid = formatting.layOut(box, { width, height: undefined, independent: true, page });
  const top = strutValue(laid.top);
  const below = strutValue(laid.bottom);
  const wrapper = emptyFragment(undefined, page);
  return {
    ...wrapper,
    width,
    height: top + laid.fragment.height + below,
    children: [moved(laid.fragment, laid.margin.left, top)],
  };
}

function gridOf(box: TableBox, c: Constraints, formatting: Formatting): Grid {
  const style = box.style;
  const edges = edgesOf(style, c.width);
  const spacing = tableSpacing(box);
  const gaps = spacing.horizontal * (box.columnCount + 1);
  const limits = columnLimits(box, formatting);
  const fill = c.width - edges.margin.left - edges.margin.right - edges.horizontal;
  const definite =
    c.borderWidth !== undefined
      ? c.borderWidth - edges.horizontal
      : definiteWidth(style, c.width, edges.horizontal);
  const min = limits.reduce((sum, column) => sum + column.min, gaps);
  const max = limits.reduce((sum, column) => sum + column.max, gaps);
  const asked = definite ?? Math.min(Math.max(min, fill), percentBound(limits, max, fill));
  const width = Math.max(clampWidth(asked, style, c.width, edges.horizontal), min);
  const widths = distributeColumns(limits, width - gaps, definite === undefined ? 'auto' : style.tableLayout);
  const offsets: number[] = [];
  let x = spacing.horizontal;
  for (const column of widths) {
    offsets.push(x);
    x += column + spacing.horizontal;
  }
  return { offsets, widths, width: Math.max(width, x), rightToLeft: style.direction === 'rtl', spacing };
}

/** Percentage columns make an automatic table as wide as they need, up to what there is. */
function percentBound(
  limits: readonly { percent: number | undefined; max: number }[],
  max: number,
  fill: number,
): number {
  return limits.some((column) => column.percent !== undefined) ? fill : max;
}

interface CellLayout {
  readonly cell: TableCell;
  readonly row: number;
  readonly fragment: BoxFragment;
  readonly baseline: number | undefined;
}

function layOutRows(box: TableBox, grid: Grid, page: string, formatting: Formatting): BoxFragment[] {
  const cells = box.rows.map((row, index) =>
    row.cells.map((cell) => layOutCell(cell, index, grid, page, formatting)),
  );
  const heights = rowHeights(box.rows, cells, grid);
  const strokes = box.style.borderCollapse === 'collapse' ? collapsedStrokes(box, grid, heights) : [];
  let y = grid.spacing.vertical;
  return box.rows.map((row, index) => {
    const height = heights[index]!;
    const children = cells[index]!.map((laid) => placeCell(laid, heights, cells[index]!, grid));
    const fragment: BoxFragment = {
      ...emptyFragment(rowBox(row), page),
      y,
      width: grid.width,
      height,
      children,
      cutting: 'parallel',
      forces: forcesInside(children, 'parallel'),
      reach: reachOf(children),
      ...strokes[index],
    };
    y += height + grid.spacing.vertical;
    return fragment;
  });
}

/** A row as a box, for its background and its break values. */
function rowBox(row: TableRow): Box {
  return {
    kind: 'block',
    style: row.style,
    span: row.span,
    element: undefined,
    marker: undefined,
    children: [],
  };
}

function cellWidth(cell: TableCell, grid: Grid): number {
  const last = Math.min(cell.column + cell.columnSpan, grid.widths.length) - 1;
  return grid.offsets[last]! + grid.widths[last]! - grid.offsets[cell.column]!;
}

function layOutCell(
  cell: TableCell,
  row: number,
  grid: Grid,
  page: string,
  formatting: Formatting,
): CellLayout {
  const width = cellWidth(cell, grid);
  const laid = formatting.layOut(cell.box, {
    width,
    height: undefined,
    borderWidth: width,
    independent: true,
    page,
  });
  return { cell, row, fragment: laid.fragment, baseline: firstBaseline(laid.fragment) };
}

function rowHeights(
  rows: readonly TableRow[],
  cells: readonly (readonly CellLayout[])[],
  grid: Grid,
): number[] {
  const heights = rows.map((row, index) => {
    const least = definiteHeight(row.style, undefined, 0) ?? 0;
    const own = cells[index]!.filter((laid) => laid.cell.rowSpan === 1);
    const above = Math.max(0, ...own.filter(onBaseline).map((laid) => laid.baseline ?? 0));
    return own.reduce((most, laid) => {
      const shift = onBaseline(laid) && laid.baseline !== undefined ? above - laid.baseline : 0;
      return Math.max(most, laid.fragment.height + shift);
    }, least);
  });
  for (const laid of cells.flat()) {
    if (laid.cell.rowSpan === 1) continue;
    const last = Math.min(laid.row + laid.cell.rowSpan, rows.length) - 1;
    const spanned = spanHeight(heights, laid.row, last, grid);
    heights[last] = heights[last]! + Math.max(0, laid.fragment.height - spanned);
  }
  return heights;
}

function spanHeight(heights: readonly number[], first: number, last: number, grid: Grid): number {
  let total = grid.spacing.vertical * (last - first);
  for (let i = first; i <= last; i++) total += heights[i]!;
  return total;
}

function onBaseline(laid: CellLayout): boolean {
  return alignmentOf(laid.cell.box.style) === 'baseline';
}

function alignmentOf(style: ComputedStyle): 'top' | 'middle' | 'bottom' | 'baseline' {
  const align = style.verticalAlign;
  return align === 'top' || align === 'middle' || align === 'bottom' ? align : 'baseline';
}

/** The cell at its place, stretched to its rows, its content moved down by `vertical-align`. */
function placeCell(
  laid: CellLayout,
  heights: readonly number[],
  siblings: readonly CellLayout[],
  grid: Grid,
): BoxFragment {
  const last = Math.min(laid.row + laid.cell.rowSpan, heights.length) - 1;
  const height = spanHeight(heights, laid.row, last, grid);
  const free = height - laid.fragment.height;
  const shift = contentShift(laid, free, siblings);
  const start = grid.offsets[laid.cell.column]!;
  const x = grid.rightToLeft ? grid.width - start - laid.fragment.width : start;
  const children = laid.fragment.children.map((child) => moved(child, 0, shift));
  const marker = laid.fragment.marker && moved(laid.fragment.marker, 0, shift);
  return {
    ...laid.fragment,
    x,
    y: 0,
    height,
    children,
    marker,
    sized: true,
    stretched: true,
    spansRows: last > laid.row,
  };
}

function contentShift(laid: CellLayout, free: number, siblings: readonly CellLayout[]): number {
  switch (alignmentOf(laid.cell.box.style)) {
    case 'middle':
      return free / 2;
    case 'bottom':
      return free;
    case 'top':
      return 0;
    case 'baseline': {
      const line = Math.max(
        0,
        ...siblings.filter((s) => onBaseline(s) && s.cell.rowSpan === 1).map((s) => s.baseline ?? 0),
      );
      return laid.baseline === undefined ? 0 : Math.max(0, Math.min(free, line - laid.baseline));
    }
  }
}
