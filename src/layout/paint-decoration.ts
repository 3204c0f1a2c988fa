import type { Span } from '../diagnostics/source.ts';
import type { BorderSide, ComputedStyle, Sides } from '../style/computed-style.ts';
import type { Ends } from './fragment.ts';
import type { Rectangle } from './geometry.ts';
import { paintBackground } from './paint-background.ts';
import { paintBorders } from './paint-border.ts';
import { emitRect, type PagePainter } from './painter.ts';
import { roundedBox } from './rounded-box.ts';
import { edgesOf } from './sizing.ts';

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
