import type { ComputedStyle, Sides } from '../../style/computed-style.ts';
import { resolve } from '../sizing.ts';

/** The axes of a flex container in horizontal writing (css-flexbox-1 §2). */
export interface Axis {
  /** The main axis runs along the line; otherwise down the page. */
  readonly row: boolean;
  /** Main start is the right or the bottom edge. */
  readonly reversed: boolean;
  /** Cross start is the right or the bottom edge. */
  readonly crossReversed: boolean;
}

/** The axes that `flex-direction`, `flex-wrap` and the direction of text give. */
function axisOf(style: ComputedStyle): Axis {
  const row = style.flexDirection.startsWith('row');
  const backwards = style.flexDirection.endsWith('reverse');
  const upwards = style.flexWrap === 'wrap-reverse';
  const rightToLeft = style.direction === 'rtl';
  return {
    row,
    reversed: row ? backwards !== rightToLeft : backwards,
    crossReversed: row ? upwards : upwards !== rightToLeft,
  };
}

/** A flex container as its items see it: axes, inner size and gaps; pt. */
export interface FlexContainer {
  readonly style: ComputedStyle;
  readonly axis: Axis;
  /** Of the content box. */
  readonly width: number;
  /** Undefined where it comes from the content. */
  readonly height: number | undefined;
  readonly mainGap: number;
  readonly crossGap: number;
  readonly singleLine: boolean;
  /** The used page name. */
  readonly page: string;
}

/** The container with what follows from its style and its inner size. */
export function flexContainer(
  style: ComputedStyle,
  width: number,
  height: number | undefined,
  page: string,
): FlexContainer {
  const axis = axisOf(style);
  const columnGap = gapOf(style.columnGap, width);
  const rowGap = gapOf(style.rowGap, height ?? 0);
  return {
    style,
    axis,
    width,
    height,
    mainGap: axis.row ? columnGap : rowGap,
    crossGap: axis.row ? rowGap : columnGap,
    singleLine: style.flexWrap === 'nowrap',
    page,
  };
}

function gapOf(gap: ComputedStyle['rowGap'], base: number): number {
  return gap === 'normal' ? 0 : resolve(gap, base);
}

/** The container's size across its lines where it is definite. */
export function definiteCross(container: FlexContainer): number | undefined {
  return container.axis.row ? container.height : container.width;
}

/** Start and end sides of something four-sided along the main axis, where the axis points right or down. */
export function mainSides<T>(axis: Axis, sides: Sides<T>): readonly [T, T] {
  return axis.row ? [sides.left, sides.right] : [sides.top, sides.bottom];
}

/** The same across the main axis. */
export function crossSides<T>(axis: Axis, sides: Sides<T>): readonly [T, T] {
  return axis.row ? [sides.top, sides.bottom] : [sides.left, sides.right];
}
