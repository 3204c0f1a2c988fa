import type { Fault } from '../judge.ts';
import { endOfBlock, plainText, withoutFurniture } from '../text/find-block.ts';
import type { LanguageFile } from './language-pack.ts';

/** How the readers of browsers differ by intent in text from right to left. */
export const turnedRound =
  'what stands on a line beside numbers, Latin letters or brackets is given in another order: it turns round what was drawn by rules of its own, and its letters alone are asked for';

/** Faults that the text of a file in a language is given, by what the codes of glyphs say. */
export const browserSeeds: readonly {
  readonly fault: string;
  readonly locale: string;
  readonly codes: RegExp;
}[] = [
  { fault: 'glyphs say other letters than they show (hi)', locale: 'hi', codes: /<091\w>/g },
  { fault: 'glyphs say other letters than they show (ar)', locale: 'ar', codes: /<06\w\w>/g },
  { fault: 'spaces that are none (he)', locale: 'he', codes: /<0020>/g },
];

/** Blocks of running text that are not in the pages of a browser's reader, one after the other. */
export function missingBlocks(
  { name, locale, blocks }: LanguageFile,
  pages: readonly string[],
): readonly Fault[] {
  const isRightToLeft = /^(?:ar|fa|he)$/.test(locale);
  const text = plainText(withoutFurniture(pages));
  const printed = isRightToLeft ? compared(text) : text.replaceAll('\u200d', '');
  const faults: Fault[] = [];
  let from = 0;
  for (const block of blocks) {
    const end = isRightToLeft
      ? endOfTurned(block, printed, from)
      : endOfBlock(block.replaceAll('\u200d', ''), printed, from);
    if (end < 0) faults.push({ at: name, message: `lacks “${block.slice(0, 60)}”` });
    else from = end;
  }
  return faults;
}

/** What is compared of text from right to left: without joiners and marks, quotes that mirror as one, and one space for white space. */
function compared(text: string): string {
  return text
    .replace(/[\u200c-\u200f\p{Mn}]/gu, '')
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ');
}

/**
 * Where a block ends in a text that a reader has turned round; -1 where it is not. Every word and space is asked for in its
 * order, or, of a block that has what is given in another ({@link turnedRound}), its letters in one place.
 */
function endOfTurned(block: string, printed: string, from: number): number {
  const wanted = compared(plainText(block));
  const at = printed.indexOf(wanted, from);
  if (at >= 0) return at + wanted.length;
  const isTurned = /[\p{Nd}\p{Mn}A-Za-z()[\]-]/u.test(block);
  return isTurned ? endOfLetters(wanted, printed, from) : -1;
}

/** Where a stretch of as many letters of each kind as a text has ends, white space aside; -1 where there is none. */
function endOfLetters(wanted: string, printed: string, from: number): number {
  const isSpace = (letter: string) => letter.trim() === '';
  const missing = new Map<string, number>();
  let off = 0;
  const count = (letter: string, change: number) => {
    const before = missing.get(letter) ?? 0;
    off += Math.abs(before + change) - Math.abs(before);
    missing.set(letter, before + change);
  };
  const letters = [...wanted].filter((letter) => !isSpace(letter));
  for (const letter of letters) count(letter, 1);
  const window: string[] = [];
  for (let at = from; at < printed.length; at++) {
    const letter = printed[at]!;
    if (isSpace(letter)) continue;
    window.push(letter);
    count(letter, -1);
    if (window.length > letters.length) count(window.shift()!, 1);
    if (off === 0) return at + 1;
  }
  return -1;
}
