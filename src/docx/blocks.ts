import type { StyledElement, StyledNode } from '../style/styled-tree.ts';
import { type Collector, type Flow, hasClass, isBlock, isReplaced, walkElements } from './collector.ts';
import { addLayoutRow, isLayoutRow } from './layout-row.ts';
import { type ItemMarker, itemMarker, itemRole, type ListState, newList } from './lists.ts';
import { addParagraph, paragraphRun, ruleOff, spaceAfter } from './paragraphs.ts';
import { paragraphRole } from './roles.ts';
import { enter, innerWidth, outerSpace, type Scope } from './scope.ts';
import { addTable } from './tables.ts';
import { twips } from './units.ts';

/** Puts the content of a block-level element into the flow: its paragraphs, lists and tables in document order. */
export function addBlock(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  if (isNotes(element, collector)) {
    addUnusedNotes(element, scope, flow, collector);
    return;
  }
  noteBreak(element, flow);
  noteAnchor(element, flow, collector);
  const space = outerSpace(element.style, innerWidth(scope));
  const inner = sectionOf(enter(scope, element), element);
  if (isReplaced(element)) {
    addOwnParagraph(element, [element], inner, flow, collector, space);
    return;
  }
  if (element.style.display === 'table') {
    spaceAfter(flow, 0, Math.max(flow.pendingBefore, space.before));
    addTable(element, inner, flow, collector);
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

function isNotes(element: StyledElement, collector: Collector): boolean {
  return hasClass(element, 'footnotes') && collector.notes.size > 0;
}

/** Notes that nothing refers to would be lost: they stay where they stand. */
function addUnusedNotes(element: StyledElement, scope: Scope, flow: Flow, collector: Collector): void {
  for (const note of walkElements(element)) {
    const id = note.attributes.id;
    if (id !== undefined && collector.notes.get(id) === note && !collector.usedNotes.has(id)) {
      addChildren(note, enter(scope, note), flow, collector);
    }
  }
}

function noteBreak(element: StyledElement, flow: Flow): void {
  if (!forcesPage(element)) return;
  if (element.children.some(isBlock) || element.style.display === 'table')
    flow.pendingBreak = flow.blocks.length > 0;
}

function forcesPage(element: StyledElement): boolean {
  return ['page', 'left', 'right', 'recto', 'verso'].includes(element.style.breakBefore);
}

function noteAnchor(element: StyledElement, flow: Flow, collector: Collector): void {
  for (const node of isBlockOnly(element) ? [element] : walkElements(element)) {
    const id = node.attributes.id;
    if (id !== undefined && collector.targets.has(id)) flow.pendingAnchors.push(id);
  }
}

/** True where every anchor below belongs to a block of its own. */
function isBlockOnly(element: StyledElement): boolean {
  return element.children.some(isBlock);
}

function sectionOf(scope: Scope, element: StyledElement): Scope {
  if (scope.inCell) return scope;
  const { style } = element;
  const columns = typeof style.columnCount === 'number' ? style.columnCount : 1;
  const page = style.page === 'auto' ? scope.section.page : style.page;
  if (columns === 1 && page === scope.section.page) return scope;
  const gap = style.columnGap === 'normal' ? style.fontSize : style.columnGap.pt;
  const measure = columns > 1 ? (scope.measure - gap * (columns - 1)) / columns : scope.measure;
  const section = { page, columns: columns > 1 ? columns : scope.section.columns, gap: twips(gap) };
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
export function addChildren(
  element: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  marker?: ItemMarker,
  role = paragraphRole(element, inner),
): void {
  let run: StyledNode[] = [];
  let first = marker;
  const flush = (keep: boolean): void => {
    addParagraph(
      {
        element,
        nodes: run,
        scope: inner,
        role,
        before: 0,
        after: 0,
        contained: true,
        ...(first && keep && { marker: first }),
      },
      flow,
      collector,
    );
    run = [];
  };
  const hasText = (): boolean => run.some((node) => node.type === 'element' || /\S/.test(node.text));
  for (const child of element.children) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    if (hasText()) {
      flush(true);
      first = undefined;
    } else run = [];
    if (first && child.tag === 'p') addItemParagraph(child, element, inner, flow, collector, first, role);
    else if (first) {
      flush(true);
      addBlock(child, inner, flow, collector);
    } else addBlock(child, inner, flow, collector);
    first = undefined;
  }
  if (hasText()) flush(true);
}

/** The first paragraph of an item stands beside its marker and has the item's style. */
function addItemParagraph(
  paragraph: StyledElement,
  item: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  marker: ItemMarker,
  role: string,
): void {
  noteAnchor(paragraph, flow, collector);
  const own = outerSpace(paragraph.style, innerWidth(inner));
  const around = outerSpace(item.style, innerWidth(inner));
  const scope = { ...enter(inner, paragraph), role: inner.role };
  addParagraph(
    {
      element: paragraph,
      nodes: paragraph.children,
      scope,
      role,
      before: Math.max(own.before, around.before),
      after: Math.max(own.after, around.after),
      marker,
    },
    flow,
    collector,
  );
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

function addList(element: StyledElement, inner: Scope, flow: Flow, collector: Collector, space: Space): void {
  const list = newList(element, inner, collector);
  const scope: Scope = { ...inner, role: undefined, listDepth: inner.listDepth + 1 };
  const from = flow.blocks.length;
  flow.pendingBefore = Math.max(flow.pendingBefore, space.before);
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.style.display === 'list-item') addItem(child, list, scope, flow, collector);
    else addBlock(child, { ...scope, role: inner.role }, flow, collector);
  }
  spaceAfter(flow, from, space.after);
}

function addItem(
  element: StyledElement,
  list: ListState,
  scope: Scope,
  flow: Flow,
  collector: Collector,
): void {
  noteAnchor(element, flow, collector);
  const inner = enter(scope, element);
  const run = paragraphRun(element, inner);
  const marker = itemMarker(element, list, run, inner.shade, collector);
  const space = outerSpace(element.style, innerWidth(scope));
  const role = itemRole(element, list);
  const continued: Scope = {
    ...inner,
    role: list.depth === 0 ? 'List Continue' : `List Continue ${list.depth + 1}`,
  };
  if (!element.children.some(isBlock)) {
    addParagraph(
      {
        element,
        nodes: element.children,
        scope: inner,
        role,
        ...space,
        marker,
        breakBefore: forcesPage(element),
      },
      flow,
      collector,
    );
    return;
  }
  const from = flow.blocks.length;
  addChildren(element, continued, flow, collector, marker, role);
  spaceAfter(flow, from, space.after);
}
