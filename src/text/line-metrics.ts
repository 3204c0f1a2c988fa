import type { ComputedStyle } from '../style/computed-style.ts';
import type { Face } from './face.ts';

/** A face's share of a line, pt. */
export interface LineMetrics {
  /** Above and below the baseline. */
  readonly ascent: number;
  readonly descent: number;
  /** The used line height: the style's, or the face's own with its line gap for `normal`. */
  readonly lineHeight: number;
}

/** Metrics of a face at a style's size (css-inline-3 §4.2); layout puts half the leading on each side. */
export function lineMetrics(
  face: Face,
  style: Pick<ComputedStyle, 'fontSize' | 'lineHeight'>,
  sizeAdjust = 1,
): LineMetrics {
  const size = style.fontSize * sizeAdjust;
  const ascent = face.ascent * size;
  const descent = face.descent * size;
  return { ascent, descent, lineHeight: usedLineHeight(style, ascent + descent + face.lineGap * size) };
}

function usedLineHeight(style: Pick<ComputedStyle, 'fontSize' | 'lineHeight'>, normal: number): number {
  const { lineHeight } = style;
  if (lineHeight.kind === 'normal') return normal;
  return lineHeight.kind === 'number' ? lineHeight.value * style.fontSize : lineHeight.pt;
}
