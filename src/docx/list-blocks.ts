import type { StyledElement } from '../style/styled-tree.ts';
import { forcesPage, noteAnchor } from './breaks.ts';
import { type Collector, type Flow, isBlock, partsOf } from './collector.ts';
import { type ItemMarker, itemMarker, itemRole, type ListState, newList } from './lists.ts';
import { addParagraph, paragraphRun, spaceAfter } from './paragraphs.ts';
import { enter, innerWidth, outerSpace, type Scope } from './scope.ts';

/** Twips above and below. */
interface Space {
  readonly before: number;
  readonly after: number;
}

/** Puts a list into the flow. */
export function addList(
  element: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  space: Space,
): void {
  const list = newList(element, inner, collector);
  const scope: Scope = { ...inner, role: undefined, listDepth: inner.listDepth + 1 };
  const from = flow.blocks.length;
  flow.pendingBefore = Math.max(flow.pendingBefore, space.before);
  for (const part of partsOf(element.children)) {
    if (Array.isArray(part))
      collector.addChildren({ ...element, children: part }, { ...scope, role: inner.role }, flow);
    else if (part.style.display === 'list-item') addItem(part, list, scope, flow, collector);
    else collector.addBlock(part, { ...scope, role: inner.role }, flow);
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
  const run = paragraphRun(element, inner, collector);
  const marker = itemMarker(element, list, run, inner.shade, collector);
  const space = outerSpace(element.style, innerWidth(scope));
  const marked = marker.level !== undefined || marker.literal !== '';
  const role = marked || element.style.docxStyle !== 'auto' ? itemRole(element, list) : 'List';
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
  addItemChildren(element, continued, flow, collector, marker, role);
  spaceAfter(flow, from, space.after);
}

/** An item that holds blocks: its first paragraph stands beside the marker, the others continue below it. */
function addItemChildren(
  element: StyledElement,
  inner: Scope,
  flow: Flow,
  collector: Collector,
  marker: ItemMarker,
  role: string,
): void {
  const [first, ...rest] = partsOf(element.children);
  if (first === undefined) return;
  const own = { element, scope: inner, role, before: 0, after: 0, marker, contained: true };
  if (Array.isArray(first)) addParagraph({ ...own, nodes: first }, flow, collector);
  else if (first.tag === 'p') addItemParagraph(first, element, inner, flow, collector, marker, role);
  else {
    addParagraph({ ...own, nodes: [] }, flow, collector);
    collector.addBlock(first, inner, flow);
  }
  const nodes = rest.flat();
  if (nodes.length > 0) collector.addChildren({ ...element, children: nodes }, inner, flow);
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
