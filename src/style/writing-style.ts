/** Which way lines run and follow each other (css-writing-modes-4 §3.2). */
export type WritingMode = 'horizontal-tb' | 'vertical-rl' | 'vertical-lr' | 'sideways-rl' | 'sideways-lr';

/** The computed values of css-writing-modes-4: which way letters and lines go. */
export interface WritingStyle {
  readonly direction: 'ltr' | 'rtl';
  readonly unicodeBidi: 'normal' | 'embed' | 'isolate' | 'bidi-override' | 'isolate-override' | 'plaintext';
  /** Which way lines run and follow each other (css-writing-modes-4 §3.2). */
  readonly writingMode: WritingMode;
  /** How letters stand in vertical lines (css-writing-modes-4 §5.1). */
  readonly textOrientation: 'mixed' | 'upright' | 'sideways';
  /** What stands side by side in one square of a vertical line (css-writing-modes-4 §9.1): all, or up to so many digits. */
  readonly textCombineUpright: 'none' | 'all' | 2 | 3 | 4;
}
