import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import { forcesPage, noteAnchor, noteBreak } from './breaks.ts';
import { type Collector, type Flow, isBlock, isReplaced, partsOf } from './collector.ts';
import { addFrame, isFrame } from './frame.ts';
import { type FreeRoom, freeRoom, noRoom } from './free-room.ts';
import { addLayoutRow, isLayoutRow } from './layout-row.ts';
import { addList } from './list-blocks.ts';
import type { PageGround } from './model.ts';
import { groundOf } from './page-ground.ts';
import { addParagraph, ruleOff, spaceAfter } from './paragraphs.ts';
import { paragraphRole } from './roles.ts';
import { enter, innerWidth, outerSpace, type Scope } from './scope.ts';
import { noEdges } from './style-properties.ts';
import { addTable } from './tables.ts';
import { resolveLength, twips } from './units.ts';
import { addTallBox, isVerticalBox } from './vertical-box.ts';

/** Puts the content of a block-level element into the flow: its paragraphs, lists and tables in document order. */
export function addBlock(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  noteBreak(element, flow);
  noteAnchor(element, flow, collector);
  const space = outerSpace(element.style, innerWidth(scope));
  const entered = sectionOf(enter(scope, element), element, collector);
  const ground = groundOf(element, scope, collector.pageOf(entered.section.page), flow.blocks.length === 0);
  const inner = ground ? onGround(entered, ground) : entered;
  if (isReplaced(element)) {
    addOwnParagraph(element, [element], inner, flow, collector, space);
    return;
  }
  if (isFrame(element) && !inner.inCell && !collector.frame) {
    collector.frame = addFrame(element, inner, flow, collector);
    return;
  }
  if (element.style.display === 'table') {
    spaceAfter(flow, 0, Math.max(flow.pendingBefore, space.before));
    addTable(element, inner, flow, collector);
    flow.pendingBefore = Math.max(flow.pendingBefore, space.after);
    return;
  }
  if (isVerticalBox(element, scope) || (ground && ground.height < pageEnd(inner, collector))) {
    spaceAfter(flow, 0, Math.max(flow.pendingBefore, space.before));
    addTallBox(element, { ...scope, section: inner.section }, flow, collector);
    flow.pendingBefore = Math.max(flow.pendingBefore, space.after);
    return;
  }
  if (isLayoutRow(element)) {
    spaceAfter(flow, 0, Math.max(flow.pendingBefore, space.before));
    addLayoutRow(element, inner, flow, collector);
    flow.pendingBefore = Math.max(flow.pendingBefore, space.after);
    return;
  }
  if (element.tag === 'ol' || element.tag === 'ul') addList(element, inner, flow, collector, space);
  else if (element.children.some(isBlock)) {
    const around = { ...scope, measure: inner.measure };
    const room = inner.inCell ? noRoom : freeRoom(element, innerWidth(around), collector);
    addContainer(element, inner, flow, collector, ground ? withPadding(space, element) : space, room);
  } else addOwnParagraph(element, element.children, inner, flow, collector, space);
}

interface Space {
  readonly before: number;
  readonly after: number;
}

function sectionOf(scope: Scope, element: StyledElement, collector: Collector): Scope {
  if (scope.inCell) return scope;
  const { style } = element;
  const columns = typeof style.columnCount === 'number' ? style.columnCount : 1;
  const page = style.page === 'auto' ? scope.section.page : style.page;
  const turned = page === scope.section.page ? scope : onPage(scope, page, collector);
  if (columns === 1) return turned;
  const gap = style.columnGap === 'normal' ? style.fontSize : style.columnGap.pt;
  const measure = (turned.measure - gap * (columns - 1)) / columns;
  return { ...turned, measure, section: { ...turned.section, columns, gap: twips(gap) } };
}

/** What starts a page of another kind has the width of that. */
function onPage(scope: Scope, name: string, collector: Collector): Scope {
  const { width, marginLeft, marginRight } = collector.pageOf(name);
  const measure = scope.isVertical ? scope.measure : width - marginLeft - marginRight;
  return { ...scope, measure, section: { ...scope.section, page: name } };
}

function addContainer(
  element: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  space: Space,
  room: FreeRoom,
): void {
  const from = flow.blocks.length;
  flow.pendingBefore = Math.max(flow.pendingBefore, space.before + room.before);
  addChildren(element, inner, flow, collector, room.between);
  ruleOff(element, inner, flow, from);
  spaceAfter(flow, from, space.after);
  flow.pendingBefore += room.after;
}

/** Where the text area of the page ends, from its top. Pt. */
function pageEnd({ section }: Scope, collector: Collector): number {
  const { height, marginBottom } = collector.pageOf(section.page);
  return height - marginBottom;
}

/** What stands on the ground of a page needs no edges of that colour; its shade stays, for readers without shapes. */
function onGround(scope: Scope, ground: PageGround): Scope {
  return { ...scope, edges: noEdges, section: { ...scope.section, ground } };
}

/** Edges would have held the padding above and below. */
function withPadding(space: Space, { style }: StyledElement): Space {
  const { top, bottom } = style.padding;
  const margin = style.margin.top === 'auto' ? 0 : resolveLength(style.margin.top, 0);
  return {
    before: Math.max(0, twips(margin + resolveLength(top, 0))),
    after: space.after + twips(resolveLength(bottom, 0)),
  };
}

/**
 * The children of an element, `between` twips further apart than their margins say; text between blocks becomes
 * paragraphs in the element's own style.
 */
export function addChildren(
  element: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  between = 0,
): void {
  const role = paragraphRole(element, inner);
  for (const [index, part] of partsOf(element.children).entries()) {
    if (index > 0) flow.pendingBefore += between;
    if (!Array.isArray(part)) addBlock(part, inner, flow, collector);
    else {
      const source = { element, nodes: part, scope: inner, role, before: 0, after: 0, contained: true };
      addParagraph(source, flow, collector);
    }
  }
}

function addOwnParagraph(
  element: StyledElement,
  nodes: readonly StyledNode[],
  inner: Scope,
  flow: Flow,
  collector: Collector,
  space: Space,
): void {
  const { border } = element.style;
  addParagraph(
    {
      element,
      nodes,
      scope: inner,
      role: element.tag === 'hr' ? 'Rule' : paragraphRole(element, inner),
      ...space,
      keepEmpty: border.top.width > 0 || border.bottom.width > 0,
      breakBefore: forcesPage(element),
    },
    flow,
    collector,
  );
}
