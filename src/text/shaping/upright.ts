import type { ComputedStyle } from '../../style/computed-style.ts';

/**
 * How a run stands in its vertical line where it does not lie along it: its glyphs upright one below the other, or all of
 * them side by side in one square (tate-chu-yoko).
 */
export type Upright = 'stacked' | 'combined';

/** Whether lines of a style are vertical typesetting (css-writing-modes-4 §2.1): `sideways-…` turns horizontal lines. */
export function isVerticallySet({ writingMode }: Pick<ComputedStyle, 'writingMode'>): boolean {
  return writingMode === 'vertical-rl' || writingMode === 'vertical-lr';
}
