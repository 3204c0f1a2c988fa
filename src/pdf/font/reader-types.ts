import { bidiClass, bidiClassOf, mayRunRightToLeft } from '../../unicode/bidi/bidi-class.ts';

/**
 * How poppler, and readers built like it, sort characters when they turn drawn text back into reading order: by
 * bidi class alone (Unicode `BidiClass`), and with separators counted among the numbers. A text goes by its first character.
 */

const { L, R, AL, EN, AN, ES, ET, CS } = bidiClass;
const numberLike: readonly number[] = [EN, AN, ES, ET, CS];

function classOf(text: string): number | undefined {
  const point = text.codePointAt(0);
  return point === undefined ? undefined : bidiClassOf(point);
}

/** Whether a character is a right-to-left letter. */
export function isRightToLeft(text: string): boolean {
  const own = classOf(text);
  return own === R || own === AL;
}

/** Whether a text may hold right-to-left letters. */
export function mayBeRightToLeft(text: string): boolean {
  return mayRunRightToLeft(text);
}

/** Whether a character is a number or a separator that is taken for one. */
export function isNumberLike(text: string): boolean {
  const own = classOf(text);
  return own !== undefined && numberLike.includes(own);
}

/** Whether a character is a left-to-right letter, a number, or taken for one. */
export function isLeftToRight(text: string): boolean {
  return classOf(text) === L || isNumberLike(text);
}
