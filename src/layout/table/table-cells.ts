import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Box, TableCell } from '../box.ts';
import type { Constraints, Formatting } from '../formatting.ts';
import { type BoxFragment, bottomOf, firstBaseline, moved } from '../fragment.ts';
import { clampHeight, definiteHeight, edgesOf } from '../sizing.ts';
import type { Grid } from './table-columns.ts';

/** A cell laid out at the width of its columns, before the heights of rows are known. */
export interface CellLayout {
  readonly cell: TableCell;
  readonly row: number;
  /** As high as its content. */
  readonly fragment: BoxFragment;
  /** Border-box height that the cell asks for at least; pt. */
  readonly least: number;
  /** From the cell's top; undefined for a cell without lines. Pt. */
  readonly baseline: number | undefined;
}

/** Heights of a table's rows with what baselines they have; pt. */
export interface RowHeights {
  readonly heights: readonly number[];
  /** From the row's top; undefined where no cell is aligned by it. */
  readonly baselines: readonly (number | undefined)[];
}

/** True for a cell that spans several rows. */
export function stretchedOverRows({ cell }: CellLayout): boolean {
  return cell.rowSpan > 1;
}

/** How a cell's content stands in it; what is not for cells is `baseline` (CSS 2.2 §17.5.3). */
export function alignmentOf(style: ComputedStyle): 'top' | 'middle' | 'bottom' | 'baseline' {
  const align = style.verticalAlign;
  return align === 'top' || align === 'middle' || align === 'bottom' ? align : 'baseline';
}

/** Lays a cell out for its height. */
export function layOutCell(
  cell: TableCell,
  row: number,
  grid: Grid,
  page: string,
  formatting: Formatting,
): CellLayout {
  const { box } = cell;
  const { fragment } = formatting.layOut(naturallyHigh(box), cellConstraints(cell, grid, page));
  const extra = edgesOf(box.style, grid.width).vertical;
  const own = definiteHeight(box.style, undefined, extra) ?? 0;
  const least = clampHeight(own, { ...box.style, maxHeight: 'none' }, undefined, extra) + extra;
  return { cell, row, fragment, least, baseline: firstBaseline(fragment) };
}

/** Heights of cells are heights of rows: within them the content keeps its own, to be aligned by it (CSS 2.2 §17.5.3). */
function naturallyHigh(box: Box): Box {
  const { height, minHeight, maxHeight } = box.style;
  if (height === 'auto' && minHeight === 'auto' && maxHeight === 'none') return box;
  return { ...box, style: { ...box.style, height: 'auto', minHeight: 'auto', maxHeight: 'none' } };
}

function cellConstraints(cell: TableCell, grid: Grid, page: string): Constraints {
  const width = cellWidth(cell, grid);
  return { width, height: undefined, borderWidth: width, independent: true, page };
}

function cellWidth(cell: TableCell, grid: Grid): number {
  const last = Math.min(cell.column + cell.columnSpan, grid.widths.length) - 1;
  return grid.offsets[last]! + grid.widths[last]! - grid.offsets[cell.column]!;
}

/** Where a row and its kin are, for the cells in it; pt. */
export interface CellPlacing {
  readonly grid: Grid;
  readonly rows: RowHeights;
  readonly page: string;
  readonly formatting: Formatting;
  /** The height of every cell is definite, for percentages in it: the table has one. */
  readonly definite: boolean;
}

/** The cell at its place in its row, as high as its rows, with its content moved down by `vertical-align`. */
export function placeCell(laid: CellLayout, placing: CellPlacing): BoxFragment {
  const { grid, rows } = placing;
  const { row, cell } = laid;
  const end = Math.min(row + cell.rowSpan, rows.heights.length);
  let height = grid.spacing.vertical * (end - row - 1);
  for (let index = row; index < end; index++) height += rows.heights[index]!;
  const filled = filledCell(laid, height, placing);
  const contentEnd = filled === laid.fragment ? laid.fragment.height : contentHeight(filled);
  const shift = contentShift(laid, height - contentEnd, rows.baselines[row]);
  const start = grid.offsets[cell.column]! - grid.spacing.horizontal;
  const inner = grid.width - 2 * grid.spacing.horizontal;
  const x = grid.rightToLeft ? inner - start - filled.width : start;
  return {
    ...filled,
    x,
    y: 0,
    height,
    sized: true,
    stretched: true,
    spansRows: end > row + 1,
    lowered: shift,
    behind: cell.behind,
    children: shift === 0 ? filled.children : filled.children.map((child) => moved(child, 0, shift)),
    marker: filled.marker && moved(filled.marker, 0, shift),
  };
}

/** Percentages of a cell's height wait for the row's; they count only where cell or table say how high they are. */
function filledCell(
  laid: CellLayout,
  height: number,
  { grid, page, formatting, definite }: CellPlacing,
): BoxFragment {
  const { box } = laid.cell;
  const own = box.style.height;
  const isDefinite = definite || own !== 'auto';
  if (!isDefinite || !holdsPercentages(box)) return laid.fragment;
  return formatting.layOut(box, { ...cellConstraints(laid.cell, grid, page), borderHeight: height }).fragment;
}

function holdsPercentages(box: Box): boolean {
  if (box.kind === 'inline-root')
    return box.content.some((part) => part.kind === 'atom' && isPercentHigh(part.box));
  return (box.kind === 'block' || box.kind === 'flex') && box.children.some(isPercentHigh);
}

function isPercentHigh({ style }: Box): boolean {
  return [style.height, style.minHeight].some((size) => typeof size !== 'string' && size.percent !== 0);
}

function contentHeight(fragment: BoxFragment): number {
  return (
    fragment.children.reduce((most, child) => Math.max(most, bottomOf(child)), fragment.before) +
    fragment.after
  );
}

function contentShift(laid: CellLayout, free: number, baseline: number | undefined): number {
  switch (alignmentOf(laid.cell.box.style)) {
    case 'middle':
      return free / 2;
    case 'bottom':
      return free;
    case 'top':
      return 0;
    case 'baseline':
      return laid.baseline === undefined || baseline === undefined
        ? 0
        : Math.max(0, baseline - laid.baseline);
  }
}
