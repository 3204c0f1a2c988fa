import type { ComputedStyle } from '../style/computed-style.ts';
import type { InlineContext } from './box.ts';
import { isMoved } from './boxes/out-of-flow.ts';
import { resolve } from './sizing.ts';

/** A movement; pt, to the right and down. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/**
 * How far `position: relative` moves a box in a containing block (css-position-3 §3.4). Of two insets that are given,
 * the one at the end gives way; a percentage of a height that is not definite counts as `auto`.
 */
export function relativeOffset(
  style: ComputedStyle,
  base: { readonly width: number; readonly height: number | undefined },
): Offset {
  const { top, right, bottom, left } = style.inset;
  const along = (inset: typeof left, size: number | undefined): number | undefined => {
    if (inset === 'auto' || (inset.percent !== 0 && size === undefined)) return undefined;
    return resolve(inset, size ?? 0);
  };
  const [fromLeft, fromRight] = [along(left, base.width), along(right, base.width)];
  const [fromTop, fromBottom] = [along(top, base.height), along(bottom, base.height)];
  const rtl = style.direction === 'rtl';
  const x = rtl && fromRight !== undefined ? -fromRight : (fromLeft ?? negative(fromRight));
  return { x, y: fromTop ?? negative(fromBottom) };
}

function negative(inset: number | undefined): number {
  return inset === undefined ? 0 : -inset;
}

/** How far an inline box and those around it are moved in a containing block of `width` pt. */
export function contextShift(context: InlineContext, width: number): Offset {
  let [x, y] = [0, 0];
  for (let c: InlineContext | undefined = context; c?.isMoved && c.parent; c = c.parent) {
    if (!isMoved(c.style)) continue;
    const own = relativeOffset(c.style, { width, height: undefined });
    x += own.x;
    y += own.y;
  }
  return { x, y };
}
