import type { Line } from '../../text/paragraph.ts';
import { isVerticallySet } from '../../text/shaping/upright.ts';
import type { Box, InlineContent, InlineContext, InlineRootBox } from '../box.ts';
import type { LayoutContext } from '../boxes/box-context.ts';
import { isAtFoot } from '../boxes/out-of-flow.ts';
import {
  type BoxFragment,
  type Fragment,
  firstBaseline,
  type LineFragment,
  type LinePart,
  lastBaseline,
} from '../fragment.ts';
import { cutsContent } from '../overflow.ts';
import { emphasisMarks } from '../paint/emphasis-marks.ts';
import { contextShift, type Offset } from '../relative-offset.ts';
import { decorationDrops } from './decoration-drops.ts';
import { type LineRoom, lineRoom, pushedBy, turnedRoom } from './emphasis-room.ts';
import { inlineBoxParts } from './inline-boxes.ts';
import { anchorsOn } from './line-anchors.ts';
import { isMirrored } from './line-frame.ts';
import type { Atom, ShapedInline } from './shape-inline.ts';
import {
  alphabeticDrop,
  type Extent,
  inlineExtent,
  type LineExtent,
  lineExtent,
  riseOnLine,
} from './vertical-align.ts';

/** Where a line box stands; pt. */
export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly indent: number;
  /** Width of the containing block: base of percentages. */
  readonly base: number;
  /** The room on the line before; undefined for the first, or without marks. */
  readonly before?: LineRoom | undefined;
}

/** A line box, and the places of positioned boxes met in it. */
export interface MadeLine {
  readonly line: LineFragment;
  readonly anchors: readonly BoxFragment[];
  /** The room on it; undefined where the text has no marks. */
  readonly room: LineRoom | undefined;
}

/** The line box of a broken line: aligned across, and its parts on the baseline. */
export function lineFragment(
  box: InlineRootBox,
  shaped: ShapedInline,
  broken: Line,
  place: LinePlace,
  context: LayoutContext,
): MadeLine {
  const { paragraph, atoms } = shaped;
  const { width, indent, base } = place;
  const align = alignmentOf(box, broken.last);
  const line = align === 'justify' ? paragraph.justify(broken, width - indent) : broken;
  const free = width - indent - line.width;
  // css-text-3 §6.1: start and end are the line's own, which `unicode-bidi: plaintext` sets for each paragraph of the text.
  const rtl = line.level % 2 === 1;
  const x = startOf(align, rtl, free) + (rtl ? 0 : indent);
  const extents = line.pieces.map((piece) => pieceExtent(box, piece.item, atoms, context));
  const own = lineExtent(box.style, extents, context.fonts);
  const isTurned = isMirrored(box.style.writingMode);
  const written = shaped.hasMarks ? roomOn(box, line, extents, own, context) : undefined;
  const room = written && isTurned ? turnedRoom(written) : written;
  const start = isTurned ? 'descent' : 'ascent';
  const vertical = room ? { ...own, [start]: own[start] + pushedBy(place.before, room) } : own;
  const parts: LinePart[] = inlineBoxParts(box.content, line, x, vertical, context.fonts, base);
  const height = vertical.ascent + vertical.descent;
  line.pieces.forEach((piece, index) => {
    const content = box.content[piece.item]!;
    const extent = extents[index]!;
    if (piece.kind === 'edge') return;
    const shift = inlineShift(content, base);
    const own = riseOnLine(extent, vertical, context.fonts);
    const rise = own - shift.y;
    if (piece.kind === 'glyphs' && content.kind === 'text') {
      parts.push({
        kind: 'text',
        run: piece,
        x: x + piece.x + shift.x,
        rise: rise - alphabeticDrop(piece, content.context.style, context.fonts),
        context: content.context,
        leaf: content.leaf,
        marks: shaped.hasMarks ? emphasisMarks(piece, content.context.style, context.fonts) : undefined,
        drops: decorationDrops(content.context, own, vertical, context.fonts),
      });
    } else if (content.kind === 'atom') {
      parts.push(
        atomPart(
          atoms.get(piece.item)!,
          content.context,
          x + piece.x + shift.x,
          vertical.ascent - rise,
          extent,
        ),
      );
    }
  });
  const fragment: LineFragment = {
    kind: 'line',
    x: place.x,
    y: place.y,
    width,
    height,
    baseline: vertical.ascent,
    start: startOfLine(broken),
    notes: notesOn(box, broken),
    parts,
  };
  const made = { line: fragment, anchors: anchorsOn(box, line, x, fragment, base), room };
  return isTurned ? mirrored(made) : made;
}

/** A line whose letters have their tops at its end, and so all that stands on it upside down (`vertical-lr`). */
function mirrored({ line, anchors, room }: MadeLine): MadeLine {
  const { height, baseline } = line;
  const parts = line.parts.map((part): LinePart => {
    if (part.kind === 'text') return { ...part, rise: -part.rise, drops: part.drops?.map((drop) => -drop) };
    if (part.kind === 'inline-box') return { ...part, y: height - part.y - part.height };
    const { fragment } = part;
    return { ...part, fragment: { ...fragment, y: height - fragment.y - fragment.height } };
  });
  return { line: { ...line, baseline: height - baseline, parts }, anchors, room };
}

function roomOn(
  box: InlineRootBox,
  { pieces }: Line,
  extents: readonly Extent[],
  vertical: LineExtent,
  { fonts }: LayoutContext,
): LineRoom {
  const texts = pieces.flatMap((piece, index) => {
    const content = box.content[piece.item]!;
    if (content.kind !== 'text') return [];
    return [{ style: content.context.style, rise: riseOnLine(extents[index]!, vertical, fonts) }];
  });
  return lineRoom(texts, vertical, fonts);
}

/** The footnotes called on a line, in the order of the text: pieces are in the order of the line. */
function notesOn(box: InlineRootBox, line: Line): readonly Box[] {
  if (!line.pieces.some(({ item }) => box.content[item]!.kind === 'anchor')) return [];
  const items = line.pieces.map(({ item }) => item).sort((a, b) => a - b);
  return items.flatMap((item) => {
    const content = box.content[item]!;
    return content.kind === 'anchor' && isAtFoot(content.box.style) ? [content.box] : [];
  });
}

function startOfLine(line: Line): LineFragment['start'] {
  let start = { item: Number.POSITIVE_INFINITY, offset: 0 };
  for (const piece of line.pieces) {
    const offset = piece.kind === 'glyphs' ? piece.offset : 0;
    if (piece.item < start.item || (piece.item === start.item && offset < start.offset))
      start = { item: piece.item, offset };
  }
  return start;
}

const still: Offset = { x: 0, y: 0 };

/** How far `position: relative` of inline boxes moves what is in them. */
function inlineShift(content: InlineContent, width: number): Offset {
  // An atom moves by itself, as the box that it is.
  const innermost = content.kind === 'atom' ? content.context.parent : content.context;
  return innermost?.isMoved ? contextShift(innermost, width) : still;
}

function atomPart(atom: Atom, context: InlineContext, x: number, baseline: number, extent: Extent): LinePart {
  const top = baseline - extent.ascent + atom.margin.top;
  return { kind: 'atom', fragment: { ...atom.fragment, x: x + atom.margin.left, y: top }, context };
}

function pieceExtent(
  box: InlineRootBox,
  item: number,
  atoms: ReadonlyMap<number, Atom>,
  context: LayoutContext,
): Extent {
  const content = box.content[item]!;
  if (content.kind !== 'atom') return inlineExtent(content.context, context.fonts);
  const atom = atoms.get(item)!;
  const inner = baselineOf(content.box, atom.fragment);
  // What has no baseline stands in the middle of a vertical line (css-writing-modes-4 §4.4).
  const own = isVerticallySet(box.style) ? atom.height / 2 : atom.height;
  const ascent = inner === undefined ? own : atom.margin.top + inner;
  return { context: content.context, ascent, descent: atom.height - ascent };
}

/**
 * The baseline an atom stands on: a flex container's and a table's is its first (css-align-3 §9.1). One that cuts its
 * content off stands on its margin (CSS 2.2 §10.8.1).
 */
function baselineOf(box: Box, fragment: Fragment): number | undefined {
  if (box.kind === 'replaced' || box.kind === 'turned' || (box.kind !== 'table' && cutsContent(box)))
    return undefined;
  return box.kind === 'flex' || box.kind === 'table' ? firstBaseline(fragment) : lastBaseline(fragment);
}

function alignmentOf(
  box: InlineRootBox,
  last: boolean,
): 'left' | 'right' | 'center' | 'start' | 'end' | 'justify' {
  const style = box.style;
  if (!last) return style.textAlign;
  if (style.textAlignLast !== 'auto') return style.textAlignLast;
  return style.textAlign === 'justify' ? 'start' : style.textAlign;
}

function startOf(align: string, rtl: boolean, free: number): number {
  if (align === 'center') return free / 2;
  const toRight =
    align === 'right' || (align === 'end' && !rtl) || ((align === 'start' || align === 'justify') && rtl);
  return toRight ? free : 0;
}
