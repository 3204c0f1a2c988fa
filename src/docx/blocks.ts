import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import { forcesPage, noteAnchor, noteBreak } from './breaks.ts';
import { type Collector, type Flow, isBlock, isReplaced, partsOf } from './collector.ts';
import { addFrame, isFrame } from './frame.ts';
import { addLayoutRow, isLayoutRow } from './layout-row.ts';
import { addList } from './list-blocks.ts';
import { addParagraph, ruleOff, spaceAfter } from './paragraphs.ts';
import { paragraphRole } from './roles.ts';
import { enter, innerWidth, outerSpace, type Scope } from './scope.ts';
import { addTable } from './tables.ts';
import { twips } from './units.ts';
import { addVerticalBox, isVerticalBox } from './vertical-box.ts';

/** Puts the content of a block-level element into the flow: its paragraphs, lists and tables in document order. */
export function addBlock(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  noteBreak(element, flow);
  noteAnchor(element, flow, collector);
  const space = outerSpace(element.style, innerWidth(scope));
  const inner = sectionOf(enter(scope, element), element);
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
  if (isVerticalBox(element, scope)) {
    spaceAfter(flow, 0, Math.max(flow.pendingBefore, space.before));
    addVerticalBox(element, scope, flow, collector);
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
  else if (element.children.some(isBlock)) addContainer(element, inner, flow, collector, space);
  else addOwnParagraph(element, element.children, inner, flow, collector, space);
}

interface Space {
  readonly before: number;
  readonly after: number;
}

function sectionOf(scope: Scope, element: StyledElement): Scope {
  if (scope.inCell) return scope;
  const { style } = element;
  const columns = typeof style.columnCount === 'number' ? style.columnCount : 1;
  const page = style.page === 'auto' ? scope.section.page : style.page;
  if (columns === 1 && page === scope.section.page) return scope;
  const gap = style.columnGap === 'normal' ? style.fontSize : style.columnGap.pt;
  const measure = columns > 1 ? (scope.measure - gap * (columns - 1)) / columns : scope.measure;
  const section = {
    ...scope.section,
    page,
    columns: columns > 1 ? columns : scope.section.columns,
    gap: twips(gap),
  };
  return { ...scope, measure, section };
}

function addContainer(
  element: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  space: Space,
): void {
  const from = flow.blocks.length;
  flow.pendingBefore = Math.max(flow.pendingBefore, space.before);
  addChildren(element, inner, flow, collector);
  ruleOff(element, inner, flow, from);
  spaceAfter(flow, from, space.after);
}

/** The children of an element; text between blocks becomes paragraphs in the element's own style. */
export function addChildren(element: StyledElement, inner: Scope, flow: Flow, collector: Collector): void {
  const role = paragraphRole(element, inner);
  for (const part of partsOf(element.children)) {
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
