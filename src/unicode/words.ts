import { isOfCategory } from './general-category.ts';
import { scriptOf } from './script.ts';

/** Scripts that put no spaces between words: each of their characters is taken for one. */
const unspaced: ReadonlySet<string> = new Set([
  'Hani',
  'Hira',
  'Kana',
  'Bopo',
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
]);

/** True for a character of a script that puts spaces between words. */
export function isWrittenApart(codePoint: number): boolean {
  return !unspaced.has(scriptOf(codePoint));
}

/** A piece of a text. */
export interface TextPiece {
  readonly text: string;
  /** Has a letter or digit, and so counts as a word. */
  readonly isWord: boolean;
}

/**
 * A text as words and what stands between them: spaces that follow each other are one piece, every other mark is one of
 * its own. Apostrophes, hyphens, stops and commas between letters or digits are inside a word (UAX #29 WB6 to WB12, and
 * the hyphen); each ideograph, kana or letter of Thai and its kin is a word, for no dictionary is asked.
 */
export function splitWords(text: string): readonly TextPiece[] {
  const characters = [...text];
  const pieces: TextPiece[] = [];
  for (let at = 0; at < characters.length; ) {
    const end = endOfPiece(characters, at);
    pieces.push({ text: characters.slice(at, end).join(''), isWord: isLetter(characters[at]) });
    at = end;
  }
  return pieces;
}

/** How many words a text has: one for each ideograph, kana or letter of Thai and its kin, however they are read. */
export function countWords(text: string): number {
  return splitWords(text).filter(({ isWord }) => isWord).length;
}

function endOfPiece(characters: readonly string[], from: number): number {
  let at = from + 1;
  const first = characters[from]!;
  if (/\s/.test(first)) {
    while (at < characters.length && /\s/.test(characters[at]!)) at++;
    return at;
  }
  const isApart = isLetter(first) && isWrittenApart(first.codePointAt(0)!);
  for (; at < characters.length; at++) {
    const point = characters[at]!.codePointAt(0)!;
    if (isOfCategory(point, 'M') || point === 0x200c || point === 0x200d) continue;
    if (!isApart || !goesOn(characters, at)) return at;
  }
  return at;
}

function goesOn(characters: readonly string[], at: number): boolean {
  const [character, next] = [characters[at]!, characters[at + 1]];
  if (isSpacedLetter(character)) return true;
  return (
    /^['’.,\-‐‑·]$/u.test(character) &&
    isSpacedLetter(next) &&
    !isOfCategory(characters[at - 1]!.codePointAt(0)!, 'P')
  );
}

function isSpacedLetter(character: string | undefined): boolean {
  return isLetter(character) && isWrittenApart(character!.codePointAt(0)!);
}

function isLetter(character: string | undefined): boolean {
  const point = character?.codePointAt(0);
  return point !== undefined && (isOfCategory(point, 'L') || isOfCategory(point, 'N'));
}
