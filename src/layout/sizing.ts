import type { ComputedStyle, LengthPercentage, Sides } from '../style/computed-style.ts';
import { resolveLength } from '../style/values/length-percentage.ts';

/** Used widths of a box's edges; pt. */
export interface Edges {
  readonly border: Sides<number>;
  readonly padding: Sides<number>;
  /** `auto` margins are 0 here; the block stage distributes them. */
  readonly margin: Sides<number>;
  /** Border and padding of both sides together. */
  readonly horizontal: number;
  readonly vertical: number;
}

/** A length against its base; pt. */
export const resolve: (length: LengthPercentage, base: number) => number = resolveLength;

/** The used edges in a containing block of `base` pt; vertical percentages are of the width too (css-box-4 §4). */
export function edgesOf(style: ComputedStyle, base: number): Edges {
  const side = (value: LengthPercentage | 'auto'): number => (value === 'auto' ? 0 : resolve(value, base));
  const margin = mapSides(style.margin, side);
  const padding = mapSides(style.padding, (value) => Math.max(0, resolve(value, base)));
  const border = mapSides(style.border, (value) => value.width);
  return {
    margin,
    padding,
    border,
    horizontal: border.left + border.right + padding.left + padding.right,
    vertical: border.top + border.bottom + padding.top + padding.bottom,
  };
}

function mapSides<A, B>(sides: Sides<A>, map: (value: A) => B): Sides<B> {
  return { top: map(sides.top), right: map(sides.right), bottom: map(sides.bottom), left: map(sides.left) };
}

/** A size property as a content-box size, `box-sizing` applied. `extra` is border and padding of both sides. */
function contentSize(
  length: LengthPercentage,
  base: number,
  style: Pick<ComputedStyle, 'boxSizing'>,
  extra: number,
): number {
  const size = resolve(length, base);
  return Math.max(0, style.boxSizing === 'border-box' ? size - extra : size);
}

/** A definite content width, before min and max; undefined for auto and the intrinsic keywords. */
export function definiteWidth(style: ComputedStyle, base: number, extra: number): number | undefined {
  if (typeof style.width === 'string') return undefined;
  return contentSize(style.width, base, style, extra);
}

/** A definite content height; undefined where it is auto, or a percentage of an indefinite height. */
export function definiteHeight(
  style: ComputedStyle,
  base: number | undefined,
  extra: number,
): number | undefined {
  return definite(style.height, base, style, extra);
}

function definite(
  value: LengthPercentage | 'auto' | 'none',
  base: number | undefined,
  style: Pick<ComputedStyle, 'boxSizing'>,
  extra: number,
): number | undefined {
  if (typeof value === 'string' || (value.percent !== 0 && base === undefined)) return undefined;
  return contentSize(value, base ?? 0, style, extra);
}

/** A content width within min-width and max-width. */
export function clampWidth(
  width: number,
  style: Pick<ComputedStyle, 'boxSizing' | 'minWidth' | 'maxWidth'>,
  base: number,
  extra: number,
): number {
  const max = definite(style.maxWidth, base, style, extra) ?? Number.POSITIVE_INFINITY;
  const min = definite(style.minWidth, base, style, extra) ?? 0;
  return Math.max(Math.min(width, max), min);
}

/** A content height within min-height and max-height. */
export function clampHeight(
  height: number,
  style: ComputedStyle,
  base: number | undefined,
  extra: number,
): number {
  const max = definite(style.maxHeight, base, style, extra) ?? Number.POSITIVE_INFINITY;
  const min = definite(style.minHeight, base, style, extra) ?? 0;
  return Math.max(Math.min(height, max), min);
}

/**
 * Where a block-level box starts, from the left edge of its containing block: `auto` margins share what is free,
 * and of two that are given the one at that block's end gives way (CSS 2.2 §10.3.3).
 */
export function inlineStart(
  style: ComputedStyle,
  margin: Sides<number>,
  borderWidth: number,
  containing: { readonly width: number; readonly direction?: 'ltr' | 'rtl' },
): number {
  const { width, direction = style.direction } = containing;
  const { left, right } = margin;
  const free = width - borderWidth - left - right;
  const autoLeft = style.margin.left === 'auto' && free > 0;
  const autoRight = style.margin.right === 'auto' && free > 0;
  if (autoLeft) return left + (autoRight ? free / 2 : free);
  return !autoRight && direction === 'rtl' ? width - right - borderWidth : left;
}
