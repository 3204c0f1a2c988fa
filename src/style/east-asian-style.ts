import type { Colour } from './primitive-values.ts';

/** The shapes of emphasis marks (css-text-decor-3 §3.1). */
export type EmphasisShape = 'dot' | 'circle' | 'double-circle' | 'triangle' | 'sesame';

/** The properties of East Asian text: the spacing of css-text-4 and the marks of css-text-decor-3. */
export interface EastAsianStyle {
  /** What goes of the empty halves of full-width punctuation, in pairs and at the edges of lines (css-text-4 §8.3). */
  readonly textSpacingTrim: 'normal' | 'space-all' | 'space-first' | 'trim-start' | 'trim-both' | 'trim-all';
  /** Where an ideograph meets other letters or digits: at which an eighth of an em goes in (css-text-4 §8.4). */
  readonly textAutospace: 'none' | 'alpha' | 'numeric' | 'all';
  /** The marks beside each character (css-text-decor-3 §3); a shape that is not given depends on the writing mode. */
  readonly textEmphasisStyle:
    | { readonly kind: 'none' }
    | { readonly kind: 'shape'; readonly fill: 'filled' | 'open'; readonly shape: EmphasisShape | undefined }
    | { readonly kind: 'string'; readonly text: string };
  readonly textEmphasisColor: Colour | 'currentcolor';
  /** The side of horizontal lines, and that of vertical ones. */
  readonly textEmphasisPosition: { readonly line: 'over' | 'under'; readonly side: 'right' | 'left' };
}
