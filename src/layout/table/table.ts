import type { Box, TableBox } from '../box.ts';
import { type Constraints, closedBox, type Formatting, type Laid } from '../formatting.ts';
import { type BoxFragment, bottomOf, emptyFragment, moved, reachOf } from '../fragment.ts';
import { forcesInside, joinBreaks, propagatedBreaks } from '../fragmentation/breaks.ts';
import { strutValue } from '../margins.ts';
import { clampHeight, definiteHeight, edgesOf } from '../sizing.ts';
import { collapsedStrokes } from './collapsed-borders.ts';
import { layOutCell, placeCell } from './table-cells.ts';
import { type Grid, gridOf } from './table-columns.ts';
import { rowHeights } from './table-rows.ts';

/** Lays out a table: columns, rows, cells aligned in them, captions above and below (css-tables-3 §3.8 to §3.10). */
export function layOutTable(box: TableBox, c: Constraints, formatting: Formatting): Laid {
  const edges = edgesOf(box.style, c.width);
  const page = box.style.page === 'auto' ? c.page : box.style.page;
  const grid = gridOf(box, c, captionsMin(box, formatting), formatting);
  const width = grid.width + edges.horizontal;
  const captions = box.captions.map((caption) => captionFragment(caption, width, page, formatting));
  const taken = captions.reduce((sum, caption) => sum + caption.height, 0);
  const height = gridHeight(box, c, taken);
  const gridFragment = layOutGrid(box, grid, height, c, page, formatting);
  if (captions.length === 0) return closedBox(gridFragment, edges.margin);
  return closedBox(withCaptions(box, gridFragment, captions, page), edges.margin);
}

function captionsMin(box: TableBox, formatting: Formatting): number {
  return box.captions.reduce((most, caption) => {
    const { margin } = edgesOf(caption.style, 0);
    return Math.max(most, formatting.intrinsic(caption).min + margin.left + margin.right);
  }, 0);
}

/** Border-box height that is set for the grid; captions come on top, unless the parent says how high it all is. */
function gridHeight(box: TableBox, c: Constraints, captions: number): number | undefined {
  const { style } = box;
  const extra = edgesOf(style, c.width).vertical;
  if (c.borderHeight !== undefined) return c.borderHeight - captions;
  const definite = definiteHeight(style, c.height, extra);
  const least = clampHeight(definite ?? 0, { ...style, maxHeight: 'none' }, c.height, extra);
  return definite === undefined && least === 0 ? undefined : least + extra;
}

function layOutGrid(
  box: TableBox,
  grid: Grid,
  height: number | undefined,
  c: Constraints,
  page: string,
  formatting: Formatting,
): BoxFragment {
  const edges = edgesOf(box.style, c.width);
  const left = edges.border.left + edges.padding.left;
  const before = edges.border.top + edges.padding.top;
  const after = edges.border.bottom + edges.padding.bottom;
  const inner = height === undefined ? undefined : Math.max(0, height - edges.vertical);
  const rows = layOutRows(box, grid, inner, page, formatting).map((row) => moved(row, left, before));
  const last = rows.at(-1);
  const gap = grid.spacing.vertical;
  const end = last ? bottomOf(last) + gap : before;
  return {
    ...emptyFragment(box.captions.length > 0 ? box.grid : box, page),
    width: grid.width + edges.horizontal,
    height: Math.max(end + after, height ?? 0),
    children: rows,
    cutting: 'rows',
    reach: reachOf(rows),
    before,
    after,
    ...propagatedBreaks({ breakBefore: box.style.breakBefore, breakAfter: box.style.breakAfter, page }, rows),
    header: rows.flatMap((row, i) => (box.rows[i]?.group === 'header' ? spaced(row, 0, gap) : [])),
    footer: rows.flatMap((row, i) => (box.rows[i]?.group === 'footer' ? spaced(row, gap, 0) : [])),
  };
}

/** A row to be repeated, with the spacing that keeps it apart from the rows beside it. */
function spaced(row: BoxFragment, above: number, below: number): BoxFragment {
  if (above === 0 && below === 0) return row;
  return {
    ...emptyFragment(undefined, row.startPage),
    width: row.x + row.width,
    height: above + row.height + below,
    children: [{ ...row, y: above }],
  };
}

/** Rows that a cell spans which must not break stay together. */
function keptTogether(box: TableBox): ReadonlySet<number> {
  const kept = new Set<number>();
  box.rows.forEach((row, index) => {
    for (const cell of row.cells) {
      const avoids = row.style.breakInside !== 'auto' || cell.box.style.breakInside !== 'auto';
      for (let i = 1; avoids && i < cell.rowSpan; i++) kept.add(index + i);
    }
  });
  return kept;
}

function layOutRows(
  box: TableBox,
  grid: Grid,
  height: number | undefined,
  page: string,
  formatting: Formatting,
): BoxFragment[] {
  const cells = box.rows.map((row, index) =>
    row.cells.map((cell) => layOutCell(cell, index, grid, page, formatting)),
  );
  const rows = rowHeights(box, cells, grid.spacing.vertical, height);
  const strokes = box.collapsed ? collapsedStrokes(box, box.collapsed, grid, rows.heights) : [];
  const placing = {
    grid,
    rows,
    page,
    formatting,
    definite: box.style.height !== 'auto' && height !== undefined,
  };
  const kept = keptTogether(box);
  let y = grid.spacing.vertical;
  return box.rows.map((row, index) => {
    const children = cells[index]!.map((laid) => placeCell(laid, placing));
    const fragment: BoxFragment = {
      ...emptyFragment(row.box, page),
      x: grid.spacing.horizontal,
      y,
      width: grid.width - 2 * grid.spacing.horizontal,
      height: rows.heights[index]!,
      children,
      cutting: 'parallel',
      forces: forcesInside(children, 'parallel'),
      reach: reachOf(children),
      breakBefore: joinBreaks(row.style.breakBefore, kept.has(index) ? 'avoid' : 'auto'),
      ...strokes[index],
    };
    y += fragment.height + grid.spacing.vertical;
    return fragment;
  });
}

function captionFragment(caption: Box, width: number, page: string, formatting: Formatting): BoxFragment {
  const laid = formatting.layOut(caption, { width, height: undefined, independent: true, page });
  const top = strutValue(laid.top);
  return {
    ...emptyFragment(undefined, page),
    width,
    height: top + laid.fragment.height + strutValue(laid.bottom),
    children: [moved(laid.fragment, laid.margin.left, top)],
    cutting: 'flow',
  };
}

/** The wrapper box: captions and the grid below each other, kept together (css-tables-3 §2.2). */
function withCaptions(
  box: TableBox,
  grid: BoxFragment,
  captions: readonly BoxFragment[],
  page: string,
): BoxFragment {
  const isTop = (index: number): boolean => box.captions[index]!.style.captionSide === 'top';
  const above = captions.filter((_, index) => isTop(index));
  const below = captions.filter((_, index) => !isTop(index));
  let y = 0;
  const children = [...above, grid, ...below].map((part, index) => {
    const placed: BoxFragment = {
      ...moved(part, 0, y),
      breakBefore: index === 0 ? part.breakBefore : 'avoid',
      breakAfter: index < above.length + below.length ? 'avoid' : part.breakAfter,
    };
    y += part.height;
    return placed;
  });
  const { breakBefore, breakAfter } = box.style;
  return {
    ...emptyFragment(box.wrapper, page),
    width: grid.width,
    height: y,
    children,
    cutting: 'flow',
    reach: reachOf(children),
    ...propagatedBreaks({ breakBefore, breakAfter, page }, children),
  };
}
