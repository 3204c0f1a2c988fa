import type { Colour, LengthPercentage } from './primitive-values.ts';

/** What an element of a drawing is filled or stroked with (SVG 2 §13.2). */
export type SvgPaint =
  | { readonly kind: 'none' }
  /** `currentcolor` of the element that is painted. */
  | { readonly kind: 'current' }
  | { readonly kind: 'colour'; readonly colour: Colour }
  /** A gradient by its id, and what serves where there is none. */
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: SvgPaint | undefined };

/** The properties of drawings that are inherited (SVG 2); lengths in pt, percentages of the drawing's diagonal. */
export interface SvgStyle {
  readonly fill: SvgPaint;
  readonly fillOpacity: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: SvgPaint;
  readonly strokeOpacity: number;
  readonly strokeWidth: LengthPercentage;
  readonly strokeLinecap: 'butt' | 'round' | 'square';
  readonly strokeLinejoin: 'miter' | 'round' | 'bevel';
  readonly strokeMiterlimit: number;
  readonly strokeDasharray: readonly LengthPercentage[];
  readonly strokeDashoffset: LengthPercentage;
  readonly clipRule: 'nonzero' | 'evenodd';
  readonly textAnchor: 'start' | 'middle' | 'end';
  readonly dominantBaseline:
    | 'auto'
    | 'alphabetic'
    | 'middle'
    | 'central'
    | 'mathematical'
    | 'hanging'
    | 'ideographic'
    | 'text-before-edge'
    | 'text-after-edge'
    | 'text-top'
    | 'text-bottom';
}

/** The properties of drawings that are not inherited. */
export interface SvgOwnStyle {
  /** The id of a `clipPath`. */
  readonly clipPath: string | undefined;
  readonly stopColor: Colour;
  readonly stopOpacity: number;
  readonly vectorEffect: 'none' | 'non-scaling-stroke';
}
