import type { Colour } from '../computed-style.ts';
import type { FontMeasure } from './font-measure.ts';

/** What relative values of one element are computed against. All lengths in pt. */
export interface ComputeContext {
  /** The element's own font size; the parent's while `font-size` itself is computed. */
  readonly fontSize: number;
  readonly rootFontSize: number;
  /** Measures of the element's own face, the parent's while the font is computed, and of the root's. */
  readonly font: () => FontMeasure;
  readonly rootFont: () => FontMeasure;
  /** The used line height, `normal` taken as 1.2; the parent's while `line-height` itself is computed. */
  readonly lineHeight: number;
  readonly rootLineHeight: number;
  /** The page inside its margins, for `vw` and `vh`. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** `currentColor`. */
  readonly colour: Colour;
  readonly direction: 'ltr' | 'rtl';
  /** The parent's weight, for `bolder` and `lighter`. */
  readonly parentWeight: number;
}

/** A parsed value, waiting for the element it is computed on. */
export type Specified<T> = (context: ComputeContext) => T;

/** A specified value that needs no element. */
export function constant<T>(value: T): Specified<T> {
  return () => value;
}
