import type { FontBook } from '../../text/fonts/font-book.ts';
import type { Line, LinePiece } from '../../text/paragraph.ts';
import type { InlineContent, InlineContext } from '../box.ts';
import type { LinePart } from '../fragment.ts';
import { contextShift } from '../relative-offset.ts';
import { edgesOf } from '../sizing.ts';
import { contentArea, inlineExtent, type LineExtent, riseOnLine } from './vertical-align.ts';

interface Reach {
  from: number;
  to: number;
  starts: boolean;
  ends: boolean;
}

/** The boxes of inline elements with background or border on one line, outermost first. `x0` is the line's start. */
export function inlineBoxParts(
  content: readonly InlineContent[],
  line: Line,
  x0: number,
  vertical: LineExtent,
  fonts: FontBook,
  base: number,
): LinePart[] {
  const reaches = new Map<InlineContext, Reach>();
  for (const piece of line.pieces) {
    const part = content[piece.item]!;
    if (isTrailing(piece, line)) continue;
    // An atom draws its own background and border, as the box that it is.
    const innermost = part.kind === 'atom' ? part.context.parent : part.context;
    for (let c = innermost; c; c = c.parent) {
      if (c.parent && isDrawn(c)) extend(reaches, c, piece.x, piece.x + piece.width, part);
    }
  }
  return [...reaches]
    .sort(([a], [b]) => depthOf(a) - depthOf(b))
    .map(([context, reach]) => inlineBoxPart(context, reach, x0, vertical, fonts, base));
}

/** White space that hangs at the end of its line, on its right or left. */
function isTrailing(piece: LinePiece, line: Line): boolean {
  return piece.kind === 'glyphs' && (piece.x >= line.width || piece.x < 0) && /^\s*$/.test(piece.text);
}

function extend(
  reaches: Map<InlineContext, Reach>,
  context: InlineContext,
  from: number,
  to: number,
  part: InlineContent,
): void {
  const own = part.kind === 'edge' && part.context === context ? part.side : undefined;
  const reach = reaches.get(context) ?? { from, to, starts: false, ends: false };
  reach.from = Math.min(reach.from, from);
  reach.to = Math.max(reach.to, to);
  reach.starts ||= own === 'start';
  reach.ends ||= own === 'end';
  reaches.set(context, reach);
}

function inlineBoxPart(
  context: InlineContext,
  reach: Reach,
  x0: number,
  vertical: LineExtent,
  fonts: FontBook,
  base: number,
): LinePart {
  const style = context.style;
  const edges = edgesOf(style, base);
  const area = contentArea(style, fonts);
  const rise = riseOnLine(inlineExtent(context, fonts), vertical, fonts);
  const above = area.ascent + edges.padding.top + edges.border.top;
  const height = above + area.descent + edges.padding.bottom + edges.border.bottom;
  const ltr = style.direction === 'ltr';
  const marginLeft = (ltr ? reach.starts : reach.ends) ? edges.margin.left : 0;
  const marginRight = (ltr ? reach.ends : reach.starts) ? edges.margin.right : 0;
  const shift = context.isMoved ? contextShift(context, base) : undefined;
  return {
    kind: 'inline-box',
    context,
    x: x0 + reach.from + marginLeft + (shift?.x ?? 0),
    width: reach.to - reach.from - marginLeft - marginRight,
    y: vertical.ascent - rise - above + (shift?.y ?? 0),
    height,
    starts: reach.starts,
    ends: reach.ends,
  };
}

function isDrawn(context: InlineContext): boolean {
  const { backgroundColor, border } = context.style;
  return (
    backgroundColor.a > 0 ||
    [border.top, border.right, border.bottom, border.left].some((side) => side.width > 0)
  );
}

function depthOf(context: InlineContext): number {
  let depth = 0;
  for (let c = context.parent; c; c = c.parent) depth++;
  return depth;
}
