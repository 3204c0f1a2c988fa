import type { Sides } from './computed-style.ts';
import type { WritingMode } from './writing-style.ts';

/** Names of the four sides of a box. */
export type Side = keyof Sides<unknown>;

/** What flow-relative names depend on (css-writing-modes-4 §6). */
export interface Flow {
  readonly writingMode: WritingMode;
  readonly direction: 'ltr' | 'rtl';
}

/** The flow of most text. */
export const usualFlow: Flow = { writingMode: 'horizontal-tb', direction: 'ltr' };

/** Where lines run from left to right, one below the other, if the page is turned so that one can read them. */
const SIDES: Readonly<Record<WritingMode, Sides<Side>>> = {
  'horizontal-tb': { top: 'top', right: 'right', bottom: 'bottom', left: 'left' },
  'vertical-rl': { top: 'right', right: 'bottom', bottom: 'left', left: 'top' },
  'sideways-rl': { top: 'right', right: 'bottom', bottom: 'left', left: 'top' },
  'vertical-lr': { top: 'left', right: 'bottom', bottom: 'right', left: 'top' },
  'sideways-lr': { top: 'left', right: 'top', bottom: 'right', left: 'bottom' },
};

/**
 * The physical side that each line-relative one is: `left` and `right` are where lines begin and end that are written
 * from left to right, `top` is where the first line stands.
 */
export function lineSides(mode: WritingMode): Sides<Side> {
  return SIDES[mode];
}

/** Whether lines run up or down the page. */
export function isVertical(mode: WritingMode): boolean {
  return mode !== 'horizontal-tb';
}

/** The physical side of a flow-relative one: `block-start`, `inline-end`. */
export function physicalSide(side: string, { writingMode, direction }: Flow): Side {
  const sides = SIDES[writingMode];
  if (side === 'block-start') return sides.top;
  if (side === 'block-end') return sides.bottom;
  return (side === 'inline-start') === (direction === 'ltr') ? sides.left : sides.right;
}
