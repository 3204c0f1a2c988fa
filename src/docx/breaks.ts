import type { StyledElement } from '../style/styled-tree.ts';
import { type Collector, type Flow, isBlock, walkElements } from './collector.ts';

/** Remembers a page break before a container for the first paragraph in it. */
export function noteBreak(element: StyledElement, flow: Flow): void {
  if (!forcesPage(element)) return;
  // What is wanted below ends with the page.
  flow.pendingBefore = 0;
  if (element.children.some(isBlock) || element.style.display === 'table')
    flow.pendingBreak = flow.blocks.length > 0;
}

/** True where an element starts a new page. */
export function forcesPage(element: StyledElement): boolean {
  return ['page', 'left', 'right', 'recto', 'verso'].includes(element.style.breakBefore);
}

/**
 * Remembers `id`s for the next paragraph: that of a block, so that whoever edits the document finds each clause, and
 * those inside it that links jump to.
 */
export function noteAnchor(element: StyledElement, flow: Flow, collector: Collector): void {
  for (const node of isBlockOnly(element) ? [element] : walkElements(element)) {
    const id = node.attributes.id;
    if (id === undefined || (node !== element && !collector.targets.has(id))) continue;
    // A link to a footnote leads to where it is called.
    if (!collector.notesById.has(id)) flow.pendingAnchors.push(id);
  }
}

/** True where every anchor below belongs to a block of its own. */
function isBlockOnly(element: StyledElement): boolean {
  return element.children.some(isBlock);
}
