import type { ComputedStyle } from '../computed-style.ts';

/** What font-relative units measure of a face (css-values-4 §6.1.1), each as a part of the em. */
export interface FontMeasure {
  readonly xHeight: number;
  readonly capHeight: number;
  /** Advance of `0`, and of `水`. */
  readonly zero: number;
  readonly ideograph: number;
}

/** Measures the first face that a style asks for and that is there. */
export type MeasureFont = (
  style: Pick<
    ComputedStyle,
    'fontFamily' | 'fontWeight' | 'fontStyle' | 'fontStretch' | 'fontVariationSettings'
  >,
) => FontMeasure;

/** What CSS falls back to where a face cannot be measured. */
export const USUAL_MEASURE: FontMeasure = { xHeight: 0.5, capHeight: 0.7, zero: 0.5, ideograph: 1 };
