import type { StyledElement } from '../style/styled-tree.ts';
import { isBlock } from './collector.ts';
import type { Block } from './model.ts';
import { resolveLength } from './units.ts';

/**
 * Word knows no negative margins: where the document starts with a block that is pulled up into the margin of its page,
 * up to the edge for a bleed, the first page becomes a section whose top margin is less by that. That takes a page break
 * to end it; without one every page would lose its margin, so the block stays where the margin ends. `marginTop` in pt.
 */
export function pulledUp(blocks: readonly Block[], body: StyledElement, marginTop: number): readonly Block[] {
  const pull = Math.min(pullOf(body), marginTop);
  const end = blocks.findIndex((block, index) => index > 0 && startsPage(block));
  if (pull <= 0 || end < 0) return blocks;
  return blocks.map((block, index) =>
    index < end ? { ...block, section: { ...block.section, pull } } : block,
  );
}

/** Sum of the negative top margins of the blocks that start the body. Pt. */
function pullOf(element: StyledElement): number {
  const first = element.children.find((child) => child.type === 'element' || /\S/.test(child.text));
  if (!first || !isBlock(first)) return 0;
  const { top } = first.style.margin;
  const margin = top === 'auto' ? 0 : resolveLength(top, 0);
  return Math.max(0, -margin) + pullOf(first);
}

/** True for a block that starts a new page. */
export function startsPage(block: Block): boolean {
  return block.kind === 'paragraph' && (block.pageBreak || block.properties.paragraph.pageBreakBefore);
}
