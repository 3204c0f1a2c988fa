import type { ComputedStyle } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import type { Box, InlineContext, TableBox, TableCell, TableColumn, TableRow, TableSection } from '../box.ts';
import type { DerivedStyles } from '../boxes/derived-styles.ts';
import { blockContextOf } from '../boxes/inline-content.ts';
import { placeFor, type StructurePlace, spanCount } from '../boxes/structure.ts';
import { edgesAround, halvesOf, resolveCollapsed } from './resolve-collapsed.ts';
import { cellsOf, type PartGroup, tableParts } from './table-parts.ts';
import { hiddenCell, withBorders } from './table-styles.ts';

/** How the boxes inside a table are made. */
export interface BoxMaker {
  readonly box: (element: StyledElement, parent: StructurePlace, inline: InlineContext) => Box;
  /** Block container of an element whose structure element exists already. */
  readonly container: (element: StyledElement, place: StructurePlace, inline: InlineContext) => Box;
  readonly styles: DerivedStyles;
}

/** The box of an element with `display: table`; rows and cells at their places in the grid (css-tables-3 §3). */
export function generateTable(
  element: StyledElement,
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
): TableBox {
  const parts = tableParts(element, make.styles.anonymous);
  const captions = parts.captions.map((caption) => make.box(caption, place, blockContextOf(caption, inline)));
  const rows: TableRow[] = [];
  const elements = columnElements(parts.columns);
  const sections = parts.groups.map((group): TableSection => {
    const first = rows.length;
    rows.push(...rowsOfGroup(group, elements, place, inline, make));
    return { group: group.kind, style: group.element?.style, first, count: rows.length - first };
  });
  const widest = rows.reduce(
    (most, row) => row.cells.reduce((m, c) => Math.max(m, c.column + c.columnSpan), most),
    0,
  );
  const none: TableColumn = { column: undefined, group: undefined };
  const missing = Array.from({ length: Math.max(0, widest - elements.length) }, () => none);
  const columns = [...elements, ...missing];
  return tableBox(element, { captions, rows, sections, columns }, make);
}

type Grid = Pick<TableBox, 'captions' | 'rows' | 'sections' | 'columns'>;

function tableBox(element: StyledElement, grid: Grid, make: BoxMaker): TableBox {
  const { span, style } = element;
  const collapsing = style.borderCollapse === 'collapse';
  const settled = collapsing ? collapsed(style, grid, make.styles) : { ...grid, style, collapsed: undefined };
  const base = { style: settled.style, span, element, marker: undefined };
  return {
    ...base,
    ...settled,
    kind: 'table',
    wrapper: { ...base, kind: 'block', style: make.styles.withoutDecoration(style), children: [] },
    grid: {
      ...base,
      kind: 'block',
      element: undefined,
      style: make.styles.decorationOf(collapsing ? make.styles.withoutDecoration(style) : style),
      children: [],
    },
    columnCount: grid.columns.length,
  };
}

/** Borders settled; the table's edges and its cells' are halves of them, and a table has no padding (CSS 2.2 §17.6.2). */
function collapsed(
  style: ComputedStyle,
  grid: Grid,
  styles: DerivedStyles,
): Grid & Pick<TableBox, 'style' | 'collapsed'> {
  const borders = resolveCollapsed({ ...grid, style });
  const rightToLeft = style.direction === 'rtl';
  const rows = grid.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell): TableCell => {
      const edges = edgesAround(borders, { ...cell, row: index }, rightToLeft);
      return { ...cell, box: { ...cell.box, style: styles.withBorders(cell.box.style, halvesOf(edges)) } };
    }),
  }));
  const all = { row: 0, column: 0, rowSpan: rows.length, columnSpan: grid.columns.length };
  const zero = { pt: 0, percent: 0 };
  const padding = { top: zero, right: zero, bottom: zero, left: zero };
  const own = withBorders({ ...style, padding }, halvesOf(edgesAround(borders, all, rightToLeft)));
  return { ...grid, rows, style: own, collapsed: borders };
}

function rowsOfGroup(
  group: PartGroup,
  columns: readonly TableColumn[],
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
): readonly TableRow[] {
  const { element } = group;
  const groupPlace = element ? placeFor(element, place) : place;
  const groupInline = element ? blockContextOf(element, inline) : inline;
  let carried: number[] = [];
  return group.rows.map((row, index): TableRow => {
    const rowPlace = placeFor(row, groupPlace);
    const rowInline = blockContextOf(row, groupInline);
    const cells: TableCell[] = [];
    let column = 0;
    for (const child of cellsOf(row, make.styles.anonymous)) {
      while ((carried[column] ?? 0) > 0) column++;
      const at = columns[column];
      const layers = [at?.group, at?.column, element?.style, row.style];
      const behind = layers.flatMap((style) => (style && make.styles.backgroundOf(style)) ?? []);
      const cell = tableCell(child, column, group.rows.length - index, behind, rowPlace, rowInline, make);
      for (let i = 0; i < cell.columnSpan; i++) carried[column + i] = cell.rowSpan;
      cells.push(cell);
      column += cell.columnSpan;
    }
    carried = Array.from(carried, (rowsLeft) => Math.max(0, (rowsLeft ?? 0) - 1));
    return { group: group.kind, style: row.style, box: rowBox(row, make), cells };
  });
}

function rowBox(row: StyledElement, make: BoxMaker): Box {
  const { style, span, tag } = row;
  const element = tag === 'anonymous-table-row' ? undefined : row;
  const plain = make.styles.withoutDecoration(style);
  // Rows that fill a page are there to be written in.
  const whole = style.fillPages > 0 ? ({ ...plain, breakInside: 'avoid' } as const) : plain;
  return { kind: 'block', style: whole, span, element, marker: undefined, children: [] };
}

function tableCell(
  element: StyledElement,
  column: number,
  rowsLeft: number,
  behind: readonly ComputedStyle[],
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
): TableCell {
  const { colspan, rowspan } = element.attributes;
  // A rowspan of 0 reaches to the end of its group (HTML §4.9.11).
  const rowSpan = Math.min(rowsLeft, rowspan?.trim() === '0' ? rowsLeft : spanCount(rowspan));
  const own = placeFor(element, place);
  if (own.node && own.node !== place.node) own.node.rowSpan = rowSpan;
  const box = make.container(element, own, blockContextOf(element, inline));
  const { emptyCells, borderCollapse } = box.style;
  const isHidden = emptyCells === 'hide' && borderCollapse === 'separate' && isEmpty(box);
  return {
    box: isHidden ? { ...box, style: hiddenCell(box.style) } : box,
    column,
    columnSpan: spanCount(colspan),
    rowSpan,
    behind,
  };
}

function isEmpty(box: Box): boolean {
  return box.kind === 'block' && box.children.length === 0;
}

/** The columns that elements stand for; cells may take more (css-tables-3 §3.3). */
function columnElements(elements: readonly StyledElement[]): readonly TableColumn[] {
  const columns: TableColumn[] = [];
  for (const element of elements) {
    const isGroup = element.style.display === 'table-column-group';
    const own = element.children.flatMap((child) =>
      child.type === 'element' && child.style.display === 'table-column' ? [child] : [],
    );
    if (isGroup && own.length > 0) {
      for (const column of own) push(columns, column, { column: column.style, group: element.style });
    } else if (isGroup) push(columns, element, { column: undefined, group: element.style });
    else push(columns, element, { column: element.style, group: undefined });
  }
  return columns;
}

function push(columns: TableColumn[], element: StyledElement, column: TableColumn): void {
  for (let i = 0; i < spanCount(element.attributes.span); i++) columns.push(column);
}
