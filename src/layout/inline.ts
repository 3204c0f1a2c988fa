import type { InlineItem, Line, ShapedParagraph } from '../text/paragraph.ts';
import { shapeParagraph } from '../text/shape-paragraph.ts';
import type { Box, InlineContent, InlineContext, InlineRootBox } from './box.ts';
import type { LayoutContext } from './box-context.ts';
import { type Fragment, firstBaseline, type LineFragment, type LinePart, lastBaseline } from './fragment.ts';
import { inlineBoxParts } from './inline-boxes.ts';
import { edgesOf, resolve } from './sizing.ts';
import { type Extent, inlineExtent, lineExtent, riseOnLine } from './vertical-align.ts';

/** How atoms get their fragments; the block stage supplies it, so that stages do not import each other in a ring. */
export interface AtomLayout {
  /** Border-box fragment at (0, 0), its margin box and, where it has one, its baseline from the margin box's top. */
  readonly layOut: (box: Extract<InlineContent, { kind: 'atom' }>['box'], available: number) => Atom;
}

/** An atomic inline that was laid out. */
export interface Atom {
  readonly fragment: Fragment;
  /** Of the margin box. */
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly left: number };
}

/** A shaped paragraph, with the atoms that stand in it by item index. */
export interface ShapedInline {
  readonly paragraph: ShapedParagraph;
  readonly atoms: ReadonlyMap<number, Atom>;
}

/** Shapes the content of an inline formatting context; atoms are laid out within `available` pt. */
export function shapeInline(
  box: InlineRootBox,
  available: number,
  atomLayout: AtomLayout,
  context: LayoutContext,
): ShapedInline {
  const atoms = new Map<number, Atom>();
  box.content.forEach((content, index) => {
    if (content.kind === 'atom') atoms.set(index, atomLayout.layOut(content.box, available));
  });
  const known = box.shaped.paragraph;
  if (known && (atoms.size === 0 || box.shaped.width === available)) return { paragraph: known, atoms };
  const items = box.content.map((content, index) => inlineItem(content, atoms.get(index), available));
  const shaped = shapeParagraph({ items, style: box.style }, context.fonts);
  if (!known && !box.shaped.told) context.diagnostics.push(...shaped.diagnostics);
  box.shaped.paragraph = shaped.value;
  box.shaped.width = available;
  return { paragraph: shaped.value, atoms };
}

function inlineItem(content: InlineContent, atom: Atom | undefined, available: number): InlineItem {
  if (content.kind === 'text') return content.item;
  if (content.kind === 'atom') return { kind: 'atom', width: atom?.width ?? 0 };
  if (content.kind === 'anchor') return { kind: 'anchor', width: 0 };
  const style = content.context.style;
  return {
    kind: 'edge',
    side: content.side,
    width: edgeWidth(content, available),
    isolate: isolation(style),
  };
}

function edgeWidth(content: { side: 'start' | 'end'; context: InlineContext }, available: number): number {
  const style = content.context.style;
  const edges = edgesOf(style, available);
  const left = (content.side === 'start') === (style.direction === 'ltr');
  const side = left ? 'left' : 'right';
  return edges.margin[side] + edges.border[side] + edges.padding[side];
}

function isolation(style: InlineContext['style']): 'ltr' | 'rtl' | 'auto' | undefined {
  switch (style.unicodeBidi) {
    case 'plaintext':
      return 'auto';
    case 'isolate':
    case 'isolate-override':
    case 'embed':
      return style.direction;
    default:
      return undefined;
  }
}

/** Lays out the lines of an inline formatting context in `width` pt; the first line starts at y 0. */
export function layOutLines(
  box: InlineRootBox,
  width: number,
  atomLayout: AtomLayout,
  context: LayoutContext,
): readonly LineFragment[] {
  const shaped = shapeInline(box, width, atomLayout, context);
  const indent = resolve(box.style.textIndent, width);
  const lines = shaped.paragraph.breakLines((index) => (index === 0 ? width - indent : width));
  const fragments: LineFragment[] = [];
  let y = 0;
  lines.forEach((line, index) => {
    const place = { x: 0, y, width, indent: index === 0 ? indent : 0, base: width };
    const fragment = lineFragment(box, shaped, line, place, context);
    fragments.push(fragment);
    y += fragment.height;
  });
  return fragments;
}

/** Where a line box stands; pt. */
export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly indent: number;
  /** Width of the containing block: base of percentages. */
  readonly base: number;
}

/** The line box of a broken line: aligned across, and its parts on the baseline. */
export function lineFragment(
  box: InlineRootBox,
  shaped: ShapedInline,
  broken: Line,
  place: LinePlace,
  context: LayoutContext,
): LineFragment {
  const { paragraph, atoms } = shaped;
  const { width, indent, base } = place;
  const align = alignmentOf(box, broken.last);
  const line = align === 'justify' ? paragraph.justify(broken, width - indent) : broken;
  const free = width - indent - line.width;
  const rtl = box.style.direction === 'rtl';
  const x = startOf(align, rtl, free) + (rtl ? 0 : indent);
  const extents = line.pieces.map((piece) => pieceExtent(box, piece.item, atoms, context));
  const vertical = lineExtent(box.style, extents, context.fonts);
  const parts: LinePart[] = inlineBoxParts(box.content, line, x, vertical, context.fonts, base);
  line.pieces.forEach((piece, index) => {
    const content = box.content[piece.item]!;
    const extent = extents[index]!;
    if (piece.kind === 'edge') return;
    const rise = riseOnLine(extent, vertical, context.fonts);
    if (piece.kind === 'glyphs' && content.kind === 'text') {
      parts.push({
        kind: 'text',
        run: piece,
        x: x + piece.x,
        rise,
        context: content.context,
        leaf: content.leaf,
      });
    } else if (content.kind === 'atom') {
      parts.push(
        atomPart(atoms.get(piece.item)!, content.context, x + piece.x, vertical.ascent - rise, extent),
      );
    }
  });
  return {
    kind: 'line',
    x: place.x,
    y: place.y,
    width,
    height: vertical.ascent + vertical.descent,
    baseline: vertical.ascent,
    start: startOfLine(broken),
    parts,
  };
}

/** The first of its pieces in logical order. */
function startOfLine(line: Line): LineFragment['start'] {
  let start = { item: Number.POSITIVE_INFINITY, offset: 0 };
  for (const piece of line.pieces) {
    const offset = piece.kind === 'glyphs' ? piece.offset : 0;
    if (piece.item < start.item || (piece.item === start.item && offset < start.offset))
      start = { item: piece.item, offset };
  }
  return start;
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
  const ascent = inner === undefined ? atom.height : atom.margin.top + inner;
  return { context: content.context, ascent, descent: atom.height - ascent };
}

/** The baseline an atom stands on: a flex container's and a table's is its first (css-align-3 §9.1). */
function baselineOf(box: Box, fragment: Fragment): number | undefined {
  if (box.kind === 'replaced') return undefined;
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
