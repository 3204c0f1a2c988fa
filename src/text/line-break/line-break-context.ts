import type { ComputedStyle } from '../../style/computed-style.ts';

/** The language and the CSS that tailor line breaks. */
export interface BreakContext {
  /** BCP 47. */
  readonly language: string;
  readonly lineBreak: ComputedStyle['lineBreak'];
  readonly wordBreak: ComputedStyle['wordBreak'];
  /** No soft break between two characters that are both so marked. */
  readonly nowrap: boolean;
}

/** Chinese, Japanese and Korean have conventions of their own for quotes. */
export function isEastAsian(language: string): boolean {
  return /^(zh|ja|ko|yue|nan|wuu|hak|lzh|cmn)\b/i.test(language);
}

/** Chinese and Japanese: what css-text-3 §5.3 lets a line of loose text begin and end with. */
export function isChineseOrJapanese(language: string): boolean {
  return isEastAsian(language) && !/^ko\b/i.test(language);
}
