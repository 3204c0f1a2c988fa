/** The properties of css-fonts-4, computed. */
export interface FontProperties {
  readonly fontFamily: readonly string[];
  /** Pt. */
  readonly fontSize: number;
  /** `-min-font-size`: no text is smaller; pt. */
  readonly minFontSize: number;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic' | 'oblique';
  /** Percent of the normal width. */
  readonly fontStretch: number;
  /** Values of a variable font's axes by tag, in code unit order; they win over what the other properties ask of it. */
  readonly fontVariationSettings: Readonly<Record<string, number>>;
  /** `none` where a face that is lacking is accepted as it is: nothing is made up for it in any case. */
  readonly fontSynthesisWeight: 'auto' | 'none';
  readonly fontSynthesisStyle: 'auto' | 'none';
  readonly fontSynthesisSmallCaps: 'auto' | 'none';
  readonly fontSynthesisPosition: 'auto' | 'none';
  readonly fontKerning: 'auto' | 'normal' | 'none';
  /** `font-feature-settings` and what `font-variant-*` asks for, by tag, in code unit order. */
  readonly fontFeatures: Readonly<Record<string, number>>;
}

/** What becomes of a text's characters (css-text-4 §2.1). */
export interface TextTransform {
  readonly letters: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly fullWidth: boolean;
  readonly fullSizeKana: boolean;
}
