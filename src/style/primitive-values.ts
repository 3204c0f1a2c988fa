/**
 * A length with a part that depends on the containing block: `pt + percent/100 × base`, and what `limits` add.
 * `calc()` mixes both.
 */
export interface LengthPercentage {
  /** Pt. */
  readonly pt: number;
  readonly percent: number;
  /** From `min()`, `max()` and `clamp()` of percentages and lengths; `percent` is not 0 then. */
  readonly limits?: readonly LengthLimit[];
}

/** What is added to a length once the base is known: `factor` times the least or greatest of 0 and the lengths. */
export interface LengthLimit {
  readonly factor: number;
  readonly pick: 'min' | 'max';
  readonly of: readonly LengthPercentage[];
}

/** sRGB with alpha, each 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
  /** Cyan, magenta, yellow and black from 0 to 1, where `device-cmyk()` named them; r, g and b stand for them elsewhere. */
  readonly cmyk?: readonly [number, number, number, number];
}
