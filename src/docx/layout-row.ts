import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, type Flow, isBlock, newFlow, textOf } from './collector.ts';
import type { Block, TableBlock, TableCellBlock, TableLook } from './model.ts';
import { innerWidth, isRuled, rootScope, ruleEdges, type Scope } from './scope.ts';
import { noEdges } from './style-properties.ts';
import { share } from './table-grid.ts';
import { addSpacer, pushTable } from './tables.ts';
import { resolveLength, twips } from './units.ts';

/** True for a flex row that holds blocks or pictures side by side; one of words and blanks is a paragraph. */
export function isLayoutRow(element: StyledElement): boolean {
  if (element.style.display !== 'flex' || element.style.flexDirection.startsWith('column')) return false;
  const items = element.children.filter((child) => child.type === 'element');
  return (
    items.length > 1 &&
    items.some((item) => (isBlock(item) && !inlineTags.has(item.tag)) || pictures.has(item.tag))
  );
}

const inlineTags = new Set(['span', 'label', 'a', 'strong', 'em', 'input', 'small', 'b', 'i']);
const pictures = new Set(['img', 'svg', 'qr-code']);

/** Puts a flex row into the flow as a table of one row without lines. */
export function addLayoutRow(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  const items = itemsOf(element);
  const boxed = scope.shade !== undefined;
  const width = boxed ? scope.measure - scope.outerStart - scope.outerEnd : innerWidth(scope);
  const room = {
    start: boxed ? scope.start - scope.outerStart : 0,
    end: boxed ? scope.end - scope.outerEnd : 0,
  };
  const available = Math.max(0, width - room.start - room.end);
  const last = items.length - 1;
  const { columnGap } = element.style;
  // A table's cells have widths: gaps that would take all the room leave each as much as they take.
  const gap = columnGap === 'normal' ? 0 : Math.min(resolveLength(columnGap, width), available / (last + 1));
  const widths = itemWidths(items, available - gap * last);
  const margins = items.map((_, i) => ({
    start: i === 0 ? room.start : 0,
    end: i === last ? room.end : gap,
  }));
  const grid = widths.map((value, i) => value + margins[i]!.start + margins[i]!.end);
  const cells = items.map((item, i): TableCellBlock => {
    const cell = { ...rootScope(grid[i]!, scope.section, scope), ...margins[i]! };
    return {
      columnSpan: 1,
      rowSpan: 1,
      verticalAlign: verticalOf(element),
      blocks: itemBlocks(item, cell, collector),
    };
  });
  const rules = isRuled(element.style) ? ruleEdges(element.style, width, scope.shade) : {};
  const table: TableBlock = {
    kind: 'table',
    role: 'Layout Table',
    look: {
      ...emptyLook,
      padding: paddingOf(element, width),
      outer: { ...noEdges, ...rules },
      shade: scope.shade,
    },
    bidi: element.style.direction === 'rtl',
    width: 0,
    indent: twips(boxed ? scope.outerStart : scope.start),
    grid: grid.map(twips),
    rows: [{ header: false, height: 0, cells }],
    section: scope.section,
  };
  pushTable(table, flow, element, scope, collector);
}

/** The row's own padding above and below; at its sides the cells' paragraphs are indented. */
function paddingOf({ style }: StyledElement, width: number): TableLook['padding'] {
  const of = (side: 'top' | 'bottom') => twips(resolveLength(style.padding[side], width));
  return { top: of('top'), bottom: of('bottom'), start: 0, end: 0 };
}

const emptyLook: TableLook = {
  outer: noEdges,
  insideH: undefined,
  insideV: undefined,
  headerBottom: undefined,
  headerShade: undefined,
  shade: undefined,
  padding: { top: 0, bottom: 0, start: 0, end: 0 },
};

/** The items of a row; text between them becomes one of its own (css-flexbox-1 §4). */
function itemsOf(element: StyledElement): readonly StyledElement[] {
  const style = { ...element.style, display: 'block' as const };
  const nodes = element.children.filter((child) => child.type === 'element' || /\S/.test(child.text));
  const items = nodes.map(
    (child): StyledElement =>
      child.type === 'element'
        ? child
        : { ...element, tag: 'div', attributes: {}, style, children: [child], marker: undefined },
  );
  return element.style.flexDirection === 'row-reverse' ? items.toReversed() : items;
}

function itemBlocks(item: StyledElement, scope: Scope, collector: Collector): readonly Block[] {
  const flow = newFlow();
  collector.addBlock(item, scope, flow);
  if (flow.blocks.at(-1)?.kind !== 'paragraph') addSpacer(item, scope, flow, collector);
  return flow.blocks;
}

function verticalOf(element: StyledElement): TableCellBlock['verticalAlign'] {
  const align = element.style.alignItems;
  if (align === 'center') return 'center';
  return align === 'end' || align === 'flex-end' || align === 'baseline' ? 'bottom' : 'top';
}

function itemWidths(items: readonly StyledElement[], width: number): number[] {
  const asked = items.map(({ style, tag }) => {
    const basis = typeof style.flexBasis === 'object' ? style.flexBasis : style.width;
    const grows = style.flexGrow > 0;
    if (typeof basis === 'object' && !(grows && basis.pt === 0)) return resolveLength(basis, width);
    return pictures.has(tag) ? 80 : 0;
  });
  const weights = items.map((item) => {
    if (item.style.flexGrow > 0) return item.style.flexGrow * 40;
    return Math.max(8, Math.min(40, textOf(item).trim().length));
  });
  return share(width, asked, weights);
}
