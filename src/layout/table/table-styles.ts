import type { BorderSide, ComputedStyle, Sides } from '../../style/computed-style.ts';
import type { AnonymousStyle } from './table-parts.ts';

/** The background of an element as a style of its own, to be drawn in other boxes; undefined where there is none. */
export function backgroundOf(style: ComputedStyle, anonymous: AnonymousStyle): ComputedStyle | undefined {
  if (style.backgroundColor.a === 0) return undefined;
  return { ...anonymous(style), backgroundColor: style.backgroundColor };
}

/** All of a style but what it draws around and behind its box. */
export function withoutDecoration(style: ComputedStyle, anonymous: AnonymousStyle): ComputedStyle {
  const { border, padding, backgroundColor } = anonymous(style);
  return { ...style, border, padding, backgroundColor };
}

/** What a style draws around and behind its box, and how its inside breaks, without what places it. */
export function decorationOf(style: ComputedStyle, anonymous: AnonymousStyle): ComputedStyle {
  const { border, padding, backgroundColor, breakInside } = style;
  return { ...anonymous(style), border, padding, backgroundColor, breakInside };
}

/** A style with the halves of collapsed borders for its own, pt; their table draws them. */
export function withBorders(style: ComputedStyle, widths: Sides<number>): ComputedStyle {
  const side = (width: number): BorderSide => ({
    width,
    style: width > 0 ? 'solid' : 'none',
    colour: style.color,
  });
  const { top, right, bottom, left } = widths;
  return {
    ...style,
    border: { top: side(top), right: side(right), bottom: side(bottom), left: side(left) },
  };
}

/** The style of an empty cell under `empty-cells: hide`: nothing of it is seen, but it takes its room (CSS 2.2 §17.6.1.1). */
export function hiddenCell(style: ComputedStyle): ComputedStyle {
  const clear = { ...style.color, a: 0 };
  const { top, right, bottom, left } = style.border;
  const border = {
    top: { ...top, colour: clear },
    right: { ...right, colour: clear },
    bottom: { ...bottom, colour: clear },
    left: { ...left, colour: clear },
  };
  return { ...style, border, backgroundColor: clear };
}
