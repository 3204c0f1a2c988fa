import type { Box } from './box.ts';
import { isFormattingRoot, isOutOfFlow } from './boxes/out-of-flow.ts';
import { emptyStrut, joinStruts, type Strut, strutOf } from './margins.ts';
import { edgesOf } from './sizing.ts';

/**
 * The margins that will adjoin a box's top, before it is laid out: its own and those of its first children. Percentages
 * of inner widths are taken of `width` pt, the containing block's.
 */
export function leadingMargin(box: Box, width: number): Strut {
  const edges = edgesOf(box.style, width);
  const own = strutOf(edges.margin.top);
  if (box.kind !== 'block' || isFormattingRoot(box) || edges.border.top + edges.padding.top > 0) return own;
  return joinStruts(own, leadingOf(box.children, width));
}

function leadingOf(boxes: readonly Box[], width: number): Strut {
  let strut = emptyStrut;
  for (const box of boxes) {
    if (isOutOfFlow(box.style)) continue;
    strut = joinStruts(strut, leadingMargin(box, width));
    if (!isHollow(box, width)) break;
    strut = joinStruts(strut, strutOf(edgesOf(box.style, width).margin.bottom));
  }
  return strut;
}

/** Whether nothing in a box keeps its top and bottom margins apart. */
function isHollow(box: Box, width: number): boolean {
  if (box.kind !== 'block' || isFormattingRoot(box)) return false;
  const { height, minHeight } = box.style;
  if (typeof height !== 'string' || typeof minHeight !== 'string') return false;
  return (
    edgesOf(box.style, width).vertical === 0 &&
    box.children.every((child) => isOutOfFlow(child.style) || isHollow(child, width))
  );
}
