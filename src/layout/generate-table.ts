import type { StyledElement } from '../style/styled-tree.ts';
import type { Box, InlineContext, TableBox, TableCell, TableRow } from './box.ts';
import { blockContextOf } from './inline-content.ts';
import { placeFor, type StructurePlace, spanCount } from './structure.ts';

/** How the boxes inside a table are made. */
export interface BoxMaker {
  readonly box: (element: StyledElement, parent: StructurePlace, inline: InlineContext) => Box;
  /** Block container of an element whose structure element exists already. */
  readonly container: (element: StyledElement, place: StructurePlace, inline: InlineContext) => Box;
  readonly children: (
    nodes: readonly StyledElement[],
    place: StructurePlace,
    inline: InlineContext,
  ) => readonly Box[];
}

interface TableParts {
  caption: Box | undefined;
  columns: StyledElement[];
  rows: { element: StyledElement; group: TableRow['group']; place: StructurePlace; inline: InlineContext }[];
}

/** The box of an element with `display: table`; rows and cells at their places in the grid (css-tables-3 §3). */
export function generateTable(
  element: StyledElement,
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
): TableBox {
  const parts: TableParts = { caption: undefined, columns: [], rows: [] };
  gather(element, 'body', place, inline, make, parts);
  const rows = placeCells(parts, make);
  const columnCount = rows.reduce(
    (most, row) => row.cells.reduce((m, c) => Math.max(m, c.column + c.columnSpan), most),
    0,
  );
  const order = { header: 0, body: 1, footer: 2 };
  return {
    kind: 'table',
    style: element.style,
    span: element.span,
    element,
    marker: undefined,
    caption: parts.caption,
    rows: rows.sort((a, b) => order[a.group] - order[b.group]),
    columnCount,
    columns: columnStyles(parts.columns, columnCount),
  };
}

function gather(
  parent: StyledElement,
  group: TableRow['group'],
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
  parts: TableParts,
): void {
  for (const child of parent.children) {
    if (child.type === 'text') continue;
    const childInline = blockContextOf(child, inline);
    const display = child.style.display;
    if (child.tag === 'col') parts.columns.push(child);
    else if (child.tag === 'colgroup') gather(child, group, place, childInline, make, parts);
    else if (display === 'table-caption') parts.caption = make.box(child, place, childInline);
    else if (display === 'table-row') {
      parts.rows.push({ element: child, group, place: placeFor(child, place), inline: childInline });
    } else if (
      display === 'table-header-group' ||
      display === 'table-footer-group' ||
      display === 'table-row-group'
    ) {
      gather(child, groupOf(display), placeFor(child, place), childInline, make, parts);
    } else {
      parts.rows.push({ element: wrapped(child, parent), group, place, inline: childInline });
    }
  }
}

function groupOf(display: string): TableRow['group'] {
  if (display === 'table-header-group') return 'header';
  return display === 'table-footer-group' ? 'footer' : 'body';
}

/** An anonymous row around what stands in a table without one, so that nothing of it is lost. */
function wrapped(child: StyledElement, parent: StyledElement): StyledElement {
  return { ...parent, tag: 'anonymous-row', attributes: {}, children: [child] };
}

function placeCells(parts: TableParts, make: BoxMaker): TableRow[] {
  const rows: TableRow[] = [];
  let carried: number[] = [];
  let group: TableRow['group'] | undefined;
  for (const { element, group: rowGroup, place, inline } of parts.rows) {
    if (rowGroup !== group) carried = [];
    group = rowGroup;
    const cells: TableCell[] = [];
    let column = 0;
    for (const child of element.children) {
      if (child.type === 'text') continue;
      while ((carried[column] ?? 0) > 0) column++;
      const cell = tableCell(child, column, place, inline, make);
      for (let i = 0; i < cell.columnSpan; i++) carried[column + i] = cell.rowSpan;
      cells.push(cell);
      column += cell.columnSpan;
    }
    carried = carried.map((rowsLeft) => Math.max(0, (rowsLeft ?? 0) - 1));
    rows.push({ group: rowGroup, style: element.style, span: element.span, cells });
  }
  return rows;
}

function tableCell(
  element: StyledElement,
  column: number,
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
): TableCell {
  const isCell = element.style.display === 'table-cell';
  const cellInline = blockContextOf(element, inline);
  const box = isCell
    ? make.container(element, placeFor(element, place), cellInline)
    : anonymousCell(element, place, inline, make);
  return {
    box,
    column,
    columnSpan: isCell ? spanCount(element.attributes.colspan) : 1,
    rowSpan: isCell ? spanCount(element.attributes.rowspan) : 1,
  };
}

function anonymousCell(
  element: StyledElement,
  place: StructurePlace,
  inline: InlineContext,
  make: BoxMaker,
): Box {
  const children = make.children([element], place, inline);
  return (
    children[0] ?? {
      kind: 'block',
      style: element.style,
      span: element.span,
      element: undefined,
      marker: undefined,
      children: [],
    }
  );
}

function columnStyles(columns: readonly StyledElement[], count: number): TableBox['columns'] {
  const styles = columns.flatMap((column) =>
    Array.from({ length: spanCount(column.attributes.span) }, () => column.style),
  );
  return Array.from({ length: count }, (_, i) => styles[i]);
}
