import type { ComputedStyle } from '../../style/computed-style.ts';
import { inFullSizeKana, inFullWidth } from './full-width.ts';
import { asInitial, inCapitals, inSmallLetters } from './letter-case.ts';

/**
 * A text as `text-transform` wants it (css-text-4 §2.1), in the order that the module asks for: letters, then width, then
 * kana. `before` is the character before the text, which tells whether a word begins in it.
 */
export function transformText(
  text: string,
  { textTransform, language }: Pick<ComputedStyle, 'textTransform' | 'language'>,
  before = '',
): string {
  const { letters, fullWidth, fullSizeKana } = textTransform;
  if (letters === 'none' && !fullWidth && !fullSizeKana) return text;
  const cased = caseOf(text, letters, language, before);
  const wide = fullWidth ? inFullWidth(cased) : cased;
  return fullSizeKana ? inFullSizeKana(wide) : wide;
}

function caseOf(
  text: string,
  letters: ComputedStyle['textTransform']['letters'],
  language: string,
  before: string,
): string {
  if (letters === 'none') return text;
  if (letters === 'uppercase') return inCapitals(text, language);
  return letters === 'lowercase' ? inSmallLetters(text, language) : withInitials(text, language, before);
}

/** Each word with its first letter as an initial; figures and apostrophes are parts of words. */
function withInitials(text: string, language: string, before: string): string {
  const begins = /(?<![\p{L}\p{N}\p{M}'’])(\p{L})([jJ]?)/gu;
  const whole = before + text;
  const changed = whole.replace(begins, (found, letter: string, next: string, at: number) =>
    at < before.length ? found : asInitial(letter, next, language),
  );
  return changed.slice(before.length);
}
