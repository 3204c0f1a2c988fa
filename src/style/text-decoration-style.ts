import type { LengthPercentage } from './primitive-values.ts';

/** The computed values of lines under and through text (css-text-decor-4 §2). Percentages are of the em. */
export interface TextDecorationStyle {
  readonly textDecorationStyle: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';
  /** `auto` and `from-font` are what the face says. */
  readonly textDecorationThickness: LengthPercentage | 'auto' | 'from-font';
  readonly textUnderlineOffset: LengthPercentage | 'auto';
  /** `auto` is what the face says; `under` is below the squares of the text. */
  readonly textUnderlinePosition: 'auto' | 'from-font' | 'under';
  /** Whether underlines part round what reaches down to them; `auto` does not at ideographs. */
  readonly textDecorationSkipInk: 'auto' | 'all' | 'none';
}
