/**
 * How poppler, and readers built like it, sort characters when they turn drawn text back into reading order: by
 * bidi class alone (Unicode `BidiClass`), and with separators counted among the numbers.
 */

const RIGHT_TO_LEFT =
  /^[\u200f\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const SOME_RIGHT_TO_LEFT = new RegExp(RIGHT_TO_LEFT.source.slice(1), 'u');

/** Bidi classes ES, ET and CS. */
const SEPARATOR =
  /^[#$%+,\-./:\u00a0\u00a2-\u00a5\u00b0\u00b1\u060c\u066a\u202f\u2030-\u2034\u2044\u207a\u207b\u208a\u208b\u20a0-\u20c0\u2212\u2213]/;

/** Whether a character is a right-to-left letter. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) && !SEPARATOR.test(text) && !/^\p{N}/u.test(text);
}

/** Whether a text may hold right-to-left letters. */
export function mayBeRightToLeft(text: string): boolean {
  return SOME_RIGHT_TO_LEFT.test(text);
}

/** Whether a character is a number or a separator that is taken for one. */
export function isNumberLike(text: string): boolean {
  return SEPARATOR.test(text) || /^\p{Nd}/u.test(text);
}

/** Whether a character is a left-to-right letter, a number, or taken for one. */
export function isLeftToRight(text: string): boolean {
  return isNumberLike(text) || (/^[\u200e\p{L}\p{N}]/u.test(text) && !RIGHT_TO_LEFT.test(text));
}
