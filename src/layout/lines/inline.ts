import type { InlineRootBox } from '../box.ts';
import type { LayoutContext } from '../boxes/box-context.ts';
import type { Fragment } from '../fragment.ts';
import { type LineRoom, marksBelow } from './emphasis-room.ts';
import { anchorsWithoutLines } from './line-anchors.ts';
import { lineFragment } from './line-fragment.ts';
import { type AtomLayout, shapeInline } from './shape-inline.ts';
import { indentOf } from './text-indent.ts';

/** Lays out the lines of an inline formatting context in `width` pt; the first line starts at y 0. */
export function layOutLines(
  box: InlineRootBox,
  width: number,
  atomLayout: AtomLayout,
  context: LayoutContext,
): Lines {
  const shaped = shapeInline(box, width, atomLayout, context);
  const indentOfLine = indentOf(box, width);
  const lines = shaped.paragraph.breakLines((index, anew) => width - indentOfLine(index, anew));
  const children: Fragment[] = [];
  let y = 0;
  let before: LineRoom | undefined;
  lines.forEach((line, index) => {
    const indent = indentOfLine(index, lines[index - 1]?.last ?? true);
    const place = { x: 0, y, width, indent, base: width, before };
    const made = lineFragment(box, shaped, line, place, context);
    children.push(made.line, ...made.anchors);
    y += made.line.height;
    before = made.room;
  });
  context.recent.placed(box.shaped);
  if (lines.length === 0) children.push(...anchorsWithoutLines(box, width));
  return { children, height: y + marksBelow(before) };
}

/** Lines, and what stands beside them, in the order of the document. */
export interface Lines {
  readonly children: readonly Fragment[];
  /** Bottom of the last line, with marks that stand out below it; pt. */
  readonly height: number;
}
