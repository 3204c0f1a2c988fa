import type { Span } from '../../diagnostics/source.ts';
import type { BorderSide, ComputedStyle, Sides } from '../../style/computed-style.ts';
import { lineSides } from '../../style/flow.ts';
import type { Ends } from '../fragment.ts';
import type { Rectangle } from '../geometry.ts';
import { onPage } from '../lines/line-frame.ts';
import { edgesOf } from '../sizing.ts';
import { physicalStyle } from '../vertical/turn-style.ts';
import { paintBackground } from './paint-background.ts';
import { paintBorders } from './paint-border.ts';
import { emitRect, type PagePainter, styleOnPage, upright } from './painter.ts';
import { roundedBox } from './rounded-box.ts';

/** `paintDecoration` for a box of turned lines as well: its style and area are as the layout has them. */
export function paintBox(
  painter: PagePainter,
  style: ComputedStyle,
  area: Rectangle,
  ends: Ends,
  span: Span,
): void {
  if (!painter.frame) return paintDecoration(painter, style, area, ends, span);
  const box = boxOnPage(painter, style, ends);
  paintDecoration(upright(painter), box.style, onPage(painter.frame, area), box.ends, span);
}

/** A style whose sides are the page's. Where a page ends in a turned box, it has no edge on the side where lines go on. */
export function boxOnPage(
  painter: PagePainter,
  style: ComputedStyle,
  ends: Ends,
): { readonly style: ComputedStyle; readonly ends: Ends } {
  if (!painter.frame) return { style, ends };
  const whole = { top: true, bottom: true };
  if (ends.top && ends.bottom) return { style: styleOnPage(painter, style), ends: whole };
  return { style: physicalStyle(withoutEnds(style, ends)), ends: whole };
}

/** As on a page of horizontal lines; round corners are the page's already, and go with their side. */
function withoutEnds(style: ComputedStyle, ends: Ends): ComputedStyle {
  const zero = { pt: 0, percent: 0 };
  const sides = lineSides(style.writingMode);
  const open = (['top', 'bottom'] as const).filter((end) => !ends[end]);
  const flat = (corner: string): boolean => open.some((end) => corner.toLowerCase().includes(sides[end]));
  const radii = Object.entries(style.borderRadius).map(([corner, radius]) => [
    corner,
    flat(corner) ? { horizontal: zero, vertical: zero } : radius,
  ]);
  const none: BorderSide = { width: 0, style: 'none', colour: style.color };
  return {
    ...style,
    borderRadius: Object.fromEntries(radii) as ComputedStyle['borderRadius'],
    border: { ...style.border, ...Object.fromEntries(open.map((end) => [end, none])) },
    padding: { ...style.padding, ...Object.fromEntries(open.map((end) => [end, zero])) },
  };
}

/** Draws background and borders of a box (css-backgrounds-3); a cut end has neither border nor round corners. */
export function paintDecoration(
  painter: PagePainter,
  style: ComputedStyle,
  box: Rectangle,
  ends: Ends,
  span: Span,
): void {
  if (style.visibility !== 'visible') return;
  const { top, right, bottom, left } = style.border;
  const plain = top.width + right.width + bottom.width + left.width === 0;
  if (plain && style.backgroundImage.length === 0 && style.backgroundColor.a === 0) return;
  const rounded = roundedBox(style, box, ends);
  if (
    plain &&
    style.backgroundImage.length === 0 &&
    !rounded.radii &&
    style.backgroundClip[0] === 'border-box'
  ) {
    return emitRect(painter, box.x, box.y, box.width, box.height, style.backgroundColor);
  }
  const border = sidesAt(style, ends);
  const { padding } = edgesOf(style, box.width);
  const edges = {
    border: {
      top: border.top.width,
      right: border.right.width,
      bottom: border.bottom.width,
      left: border.left.width,
    },
    padding: { ...padding, top: ends.top ? padding.top : 0, bottom: ends.bottom ? padding.bottom : 0 },
    span,
  };
  paintBackground(painter, style, rounded, edges);
  if (!plain) paintBorders(painter, rounded, border);
}

function sidesAt({ border, color }: ComputedStyle, ends: Ends): Sides<BorderSide> {
  if (ends.top && ends.bottom) return border;
  const none: BorderSide = { width: 0, style: 'none', colour: color };
  return { ...border, top: ends.top ? border.top : none, bottom: ends.bottom ? border.bottom : none };
}
