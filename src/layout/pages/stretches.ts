import type { ComputedStyle } from '../../style/computed-style.ts';
import type { BlockBox, Box } from '../box.ts';
import { containsPositioned } from '../boxes/out-of-flow.ts';
import type { Formatting } from '../formatting.ts';
import { isForced, joinBreaks } from '../fragmentation/breaks.ts';
import { withoutStart } from '../fragmentation/remainder.ts';

/**
 * The flow of a document in stretches, each a root box of its own: from one forced page break to the next nothing in
 * it depends on what comes before, so that a long document need not be in memory as a whole. It stays in one where
 * boxes may reach over such a break (floats, positioned boxes), or the boxes around the break are drawn or measured.
 */
export function stretchesOf(root: Box, formatting: Formatting): Box[] {
  if (formatting.holdsFloats(root) || formatting.holdsPositioned(root)) return [root];
  return split(root);
}

function split(box: Box): Box[] {
  if (box.kind !== 'block' || !isPlain(box)) return [box];
  const [only] = box.children;
  const parts = box.children.length === 1 ? split(only!).map((child) => [child]) : groups(box.children);
  if (parts.length === 1) return [box];
  return parts.map((children, index) => ({ ...(index === 0 ? box : withoutStart(box)), children }));
}

/** Siblings, parted at the page breaks that must be taken between them. */
function groups(children: readonly Box[]): Box[][] {
  const parted: Box[][] = [[]];
  let above: Box | undefined;
  for (const child of children) {
    if (above && isPageBreak(above, child)) parted.push([]);
    parted.at(-1)!.push(child);
    above = child;
  }
  return parted;
}

function isPageBreak(above: Box, below: Box): boolean {
  const value = joinBreaks(breakAt(above, 'breakAfter'), breakAt(below, 'breakBefore'));
  return isForced(value) && value !== 'column';
}

/** The break at one end of a box, its first or last child's among them. */
function breakAt(box: Box, side: 'breakBefore' | 'breakAfter'): ComputedStyle['breakBefore'] {
  const own = box.style[side];
  const child =
    box.kind !== 'block' ? undefined : side === 'breakBefore' ? box.children[0] : box.children.at(-1);
  return child && !isForced(own) ? joinBreaks(own, breakAt(child, side)) : own;
}

/** Nothing of the box itself is seen, and its content is as if it stood in the page: it may end on any. */
function isPlain({ style, marker }: BlockBox): boolean {
  const { border, padding } = style;
  return (
    marker === undefined &&
    style.display === 'block' &&
    sides.every((side) => border[side].width === 0) &&
    [padding.top, padding.bottom].every(({ pt, percent }) => pt === 0 && percent === 0) &&
    style.backgroundColor.a === 0 &&
    style.backgroundImage.length === 0 &&
    [style.height, style.minHeight, style.columnCount, style.columnWidth].every(
      (value) => value === 'auto',
    ) &&
    style.maxHeight === 'none' &&
    style.overflowX === 'visible' &&
    style.overflowY === 'visible' &&
    style.opacity === 1 &&
    style.breakInside === 'auto' &&
    style.breakAfter === 'auto' &&
    !containsPositioned(style)
  );
}

const sides = ['top', 'right', 'bottom', 'left'] as const;
