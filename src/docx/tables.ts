import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, type Flow, newFlow } from './collector.ts';
import { edgeOf } from './computed-properties.ts';
import type { Block, TableBlock, TableCellBlock, TableLook, TableRowBlock } from './model.ts';
import { addParagraph } from './paragraphs.ts';
import { paragraphRole } from './roles.ts';
import { innerWidth, logicalSides, rootScope, type Scope } from './scope.ts';
import { columnsOf, columnWidths, type Row, rowsOf, span, strayNodes } from './table-grid.ts';
import { hex, resolveLength, twips } from './units.ts';

/** Puts a data table into the flow, its caption before it. */
export function addTable(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  for (const child of element.children) {
    if (child.type === 'element' && child.style.display === 'table-caption')
      collector.addBlock(child, scope, flow);
  }
  const stray = strayNodes(element);
  if (stray.length > 0) collector.addChildren({ ...element, children: stray }, scope, flow);
  const rows = withReserve(rowsOf(element));
  if (rows.length === 0) return;
  const { starts, count } = columnsOf(rows);
  const measured = collector.measures?.columns(element, innerWidth(scope));
  const grid = measured?.length === count ? measured : columnWidths(rows, tableWidth(element, scope));
  const blocks: TableRowBlock[] = rows.map((row, r) => ({
    header: row.header,
    height: heightOf(row.element),
    cells: row.cells.map((cell, c) => {
      const from = starts[r]?.[c] ?? 0;
      const measure = grid.slice(from, from + span(cell, 'colspan')).reduce((sum, value) => sum + value, 0);
      return cellBlock(cell, measure, scope, collector);
    }),
  }));
  pushTable(
    {
      kind: 'table',
      role: element.style.docxStyle === 'auto' ? 'Campaign Table' : element.style.docxStyle,
      look: lookOf(element, rows, scope),
      bidi: element.style.direction === 'rtl',
      width: 0,
      indent: twips(scope.start),
      grid: grid.map(twips),
      rows: blocks,
      section: scope.section,
    },
    flow,
    element,
    scope,
    collector,
  );
}

/**
 * Rows that fill pages were counted with this tool's faces and line heights. Word's may be a little higher: one row a
 * page is kept back, so that none goes over to a page of its own.
 */
function withReserve(rows: readonly Row[]): readonly Row[] {
  const filling = rows.filter(({ element }) => element.style.fillPages > 0);
  const pages = filling[0]?.element.style.fillPages ?? 0;
  if (filling.length <= pages) return rows;
  const left = new Set(filling.slice(filling.length - pages));
  return rows.filter((row) => !left.has(row));
}

function heightOf({ style }: StyledElement): number {
  return style.height === 'auto' ? 0 : twips(style.height.pt);
}

function tableWidth(element: StyledElement, scope: Scope): number {
  const available = innerWidth(scope);
  return typeof element.style.width === 'object'
    ? Math.min(available, resolveLength(element.style.width, available))
    : available;
}

/** Tables that touch would become one in Word, and spaces above one need a paragraph: a thin empty one parts them. */
export function pushTable(
  table: TableBlock,
  flow: Flow,
  element: StyledElement,
  scope: Scope,
  collector: Collector,
): void {
  const touches = flow.blocks.at(-1)?.kind === 'table';
  if (touches || flow.pendingBreak || flow.pendingAnchors.length > 0) {
    addSpacer(element, scope, flow, collector);
  }
  flow.pendingBefore = 0;
  flow.blocks.push({ ...table, width: table.grid.reduce((sum, value) => sum + value, 0) });
}

/** A paragraph of one point that holds nothing. */
export function addSpacer(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  const style = { ...element.style, fontSize: 1, lineHeight: { kind: 'normal' as const } };
  addParagraph(
    {
      element: { ...element, tag: 'div', style },
      nodes: [],
      scope,
      role: 'Spacer',
      before: 0,
      after: 0,
      keepEmpty: true,
      contained: true,
    },
    flow,
    collector,
  );
}

function cellBlock(cell: StyledElement, width: number, scope: Scope, collector: Collector): TableCellBlock {
  const { style } = cell;
  const sides = logicalSides(style, width);
  const shade = style.backgroundColor.a > 0 ? hex(style.backgroundColor, scope.shade) : scope.shade;
  const measure = Math.max(12, width - sides.start.padding - sides.end.padding);
  const inner: Scope = {
    ...rootScope(measure, scope.section, scope),
    shade,
    role: paragraphRole(cell, { ...scope, role: undefined }),
  };
  const vertical = style.verticalAlign;
  return {
    columnSpan: span(cell, 'colspan'),
    rowSpan: span(cell, 'rowspan'),
    verticalAlign: vertical === 'middle' ? 'center' : vertical === 'bottom' ? 'bottom' : 'top',
    blocks: cellContent(cell, inner, collector),
  };
}

/** A cell's blocks; it ends in a paragraph, as Word demands. */
function cellContent(cell: StyledElement, scope: Scope, collector: Collector): readonly Block[] {
  const flow = newFlow();
  collector.addChildren(cell, scope, flow);
  if (flow.blocks.at(-1)?.kind === 'table') addSpacer(cell, scope, flow, collector);
  if (flow.blocks.length === 0) {
    const role = scope.role ?? 'Table Text';
    addParagraph(
      { element: cell, nodes: [], scope, role, before: 0, after: 0, keepEmpty: true, contained: true },
      flow,
      collector,
    );
  }
  return flow.blocks;
}

function lookOf(table: StyledElement, rows: readonly Row[], scope: Scope): TableLook {
  const body = rows.find((row) => !row.header) ?? rows[0]!;
  const head = rows.find((row) => row.header);
  const cell = body.cells[0]!.style;
  const sides = logicalSides(cell, 0);
  const own = logicalSides(table.style, 0);
  const line = (side: Parameters<typeof edgeOf>[0]) => edgeOf(side, 0, scope.shade);
  const last = rows.at(-1)!;
  const headCell = head?.cells[0]?.style;
  const between = line(cell.border.bottom) ?? line(body.element.style.border.bottom) ?? line(cell.border.top);
  return {
    outer: {
      top: line(table.style.border.top) ?? line((headCell ?? cell).border.top),
      bottom:
        line(table.style.border.bottom) ??
        line(last.cells[0]!.style.border.bottom) ??
        line(last.element.style.border.bottom),
      start: line(own.start.border) ?? line(sides.start.border),
      end: line(own.end.border) ?? line(sides.end.border),
    },
    insideH: between,
    insideV: body.cells.length > 1 ? line(sides.end.border) : undefined,
    headerBottom: headCell && (line(headCell.border.bottom) ?? line(head!.element.style.border.bottom)),
    headerShade:
      headCell && headCell.backgroundColor.a > 0 ? hex(headCell.backgroundColor, scope.shade) : undefined,
    shade: scope.shade,
    padding: {
      top: twips(resolveLength(cell.padding.top, 0)),
      bottom: twips(resolveLength(cell.padding.bottom, 0)),
      start: twips(sides.start.padding),
      end: twips(sides.end.padding),
    },
  };
}
