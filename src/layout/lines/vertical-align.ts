import type { ComputedStyle } from '../../style/computed-style.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import { isVerticallySet } from '../../text/shaping/upright.ts';
import type { InlineContext } from '../box.ts';
import { resolve } from '../sizing.ts';

/** What an inline box or atom takes up above and below its own baseline; pt. */
export interface Extent {
  readonly context: InlineContext;
  readonly ascent: number;
  readonly descent: number;
}

/** A line box around its root baseline; pt. */
export interface LineExtent {
  readonly ascent: number;
  readonly descent: number;
}

/** Ascent and descent of the text itself: the content area of an inline box, around the middle of vertical lines. Pt. */
export function contentArea(style: ComputedStyle, fonts: FontBook): LineExtent {
  const { stored, sizeAdjust } = fonts.primary(style);
  const { ascent, descent } = stored.face;
  const size = style.fontSize * sizeAdjust;
  if (!isVerticallySet(style)) return { ascent: ascent * size, descent: descent * size };
  const half = ((ascent + descent) / 2) * size;
  return { ascent: half, descent: half };
}

/** How far the baseline of letters that lie along a vertical line is below its own, which is central (css-writing-modes-4 §4.2); pt. */
export function alphabeticDrop(run: GlyphRun, style: ComputedStyle, fonts: FontBook): number {
  if (run.upright || !isVerticallySet(style)) return 0;
  const { stored, sizeAdjust } = fonts.primary(style);
  return ((stored.face.ascent - stored.face.descent) / 2) * style.fontSize * sizeAdjust;
}

/** The used line height (CSS 2.2 §10.8.1); pt. */
function lineHeightOf(style: ComputedStyle, fonts: FontBook): number {
  const lineHeight = style.lineHeight;
  if (lineHeight.kind === 'number') return lineHeight.value * style.fontSize;
  if (lineHeight.kind === 'length') return lineHeight.pt;
  const { stored, sizeAdjust } = fonts.primary(style);
  const { ascent, descent, lineGap } = stored.face;
  return (ascent + descent + lineGap) * style.fontSize * sizeAdjust;
}

/** The inline box of text with half of its leading on either side. */
export function inlineExtent(context: InlineContext, fonts: FontBook): Extent {
  return { context, ...withLeading(context.style, fonts) };
}

function withLeading(style: ComputedStyle, fonts: FontBook): LineExtent {
  const area = contentArea(style, fonts);
  const leading = (lineHeightOf(style, fonts) - area.ascent - area.descent) / 2;
  return { ascent: area.ascent + leading, descent: area.descent + leading };
}

/** The line box: the block's strut and everything on the line. */
export function lineExtent(style: ComputedStyle, extents: readonly Extent[], fonts: FontBook): LineExtent {
  let { ascent, descent } = withLeading(style, fonts);
  for (const extent of extents) {
    if (edgeAlignment(extent.context)) continue;
    const rise = baselineRise(extent, fonts);
    ascent = Math.max(ascent, extent.ascent + rise);
    descent = Math.max(descent, extent.descent - rise);
  }
  for (const extent of extents) {
    const edge = edgeAlignment(extent.context);
    const missing = extent.ascent + extent.descent - ascent - descent;
    if (missing <= 0) continue;
    if (edge === 'top') descent += missing;
    else if (edge === 'bottom') ascent += missing;
  }
  return { ascent, descent };
}

/** How far above the line's baseline the item's own baseline is; pt. */
export function riseOnLine(extent: Extent, line: LineExtent, fonts: FontBook): number {
  const edge = edgeAlignment(extent.context);
  if (edge === 'top') return line.ascent - extent.ascent;
  if (edge === 'bottom') return extent.descent - line.descent;
  return baselineRise(extent, fonts);
}

/** `top` and `bottom` of the nearest box that has one: its subtree is aligned to the line box. */
function edgeAlignment(context: InlineContext): 'top' | 'bottom' | undefined {
  for (let c: InlineContext | undefined = context; c?.parent; c = c.parent) {
    const align = c.style.verticalAlign;
    if (align === 'top' || align === 'bottom') return align;
  }
  return undefined;
}

function baselineRise(extent: Extent, fonts: FontBook): number {
  let rise = 0;
  let box: LineExtent = extent;
  for (let c: InlineContext = extent.context; c.parent; c = c.parent) {
    rise += ownRise(c.style, c.parent.style, box, fonts);
    box = withLeading(c.parent.style, fonts);
  }
  return rise;
}

/** Twice how far the middle of lower-case letters is above the baseline; pt. */
function middleOf(style: ComputedStyle, fonts: FontBook): number {
  return isVerticallySet(style) ? 0 : xHeightOf(style, fonts);
}

/** How far a box is raised above its parent's baseline (css-inline-3 §4.2). */
function ownRise(style: ComputedStyle, parent: ComputedStyle, box: LineExtent, fonts: FontBook): number {
  const align = style.verticalAlign;
  if (typeof align !== 'string') return resolve(align, lineHeightOf(style, fonts));
  const area = (): LineExtent => contentArea(parent, fonts);
  switch (align) {
    // As browsers do: a fifth or third of the size, and a px.
    case 'sub':
      return -parent.fontSize / 5 - 0.75;
    case 'super':
      return parent.fontSize / 3 + 0.75;
    case 'middle':
      return (middleOf(parent, fonts) - box.ascent + box.descent) / 2;
    case 'text-top':
      return area().ascent - box.ascent;
    case 'text-bottom':
      return box.descent - area().descent;
    default:
      return 0;
  }
}

/** Pt of the x-height. */
function xHeightOf(style: ComputedStyle, fonts: FontBook): number {
  const { stored, sizeAdjust } = fonts.primary(style);
  return stored.face.xHeight * style.fontSize * sizeAdjust;
}
