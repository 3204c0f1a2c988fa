import { wordsOf } from './words.ts';

/** Signs before items of lists, in every style of counter that templates use, and boxes to tick. */
const marker =
  /^(?:[\d٠-٩۰-۹]{1,3}[.)]|[〇一二三四五六七八九十百]{1,4}、|[（(][\d一二三四五六七八九十]{1,3}[）)]|[•◦‣▪–—·☐])/u;

/**
 * Holds a text as read out of a file to the blocks of its source: every block is there word by word, in order and in
 * one piece, and what stands between them is made of phrases that a template adds, and of nothing else.
 * Gives what is wrong, in words.
 */
export function compareText(
  extracted: string,
  blocks: readonly string[],
  phrases: readonly string[],
): readonly string[] {
  const words = wordsOf(extracted);
  const known = phrases
    .map((phrase) => wordsOf(phrase).join(''))
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
  const faults: string[] = [];
  let position = 0;
  for (const block of blocks) {
    const expected = wordsOf(block);
    const at = placeOf(expected, words, position);
    if (at < 0) {
      faults.push(describeLoss(expected, words, position));
      continue;
    }
    const stranger = unknownPart(words.slice(position, at), known);
    if (stranger) faults.push(`not in the source: “${stranger}”, before “${excerpt(block)}”`);
    position = at + expected.length;
  }
  // Where a block was not found, it stands in the rest in a broken form, and was told already.
  const stranger = faults.length === 0 && unknownPart(words.slice(position), known);
  if (stranger) faults.push(`not in the source: “${stranger}”, at the end`);
  return faults;
}

/** Where all of some words stand one after the other, from a position on; -1 where they do not. */
function placeOf(expected: readonly string[], words: readonly string[], from: number): number {
  for (let at = from; at + expected.length <= words.length; at++) {
    if (expected.every((word, index) => word === words[at + index])) return at;
  }
  return -1;
}

/** The part of some words from where they are no phrase or marker any more. */
function unknownPart(words: readonly string[], known: readonly string[]): string | undefined {
  let rest = words.join('');
  while (rest !== '') {
    const phrase = known.find((text) => rest.startsWith(text)) ?? '';
    const sign = marker.exec(rest)?.[0] ?? '';
    if (phrase === '' && sign === '') return excerpt(rest);
    rest = rest.slice(Math.max(phrase.length, sign.length));
  }
  return undefined;
}

/** How far a block that is not there in one piece can be followed. */
function describeLoss(expected: readonly string[], words: readonly string[], from: number): string {
  let best = { length: 0, at: from };
  for (let at = from; at < words.length; at++) {
    let length = 0;
    while (length < expected.length && expected[length] === words[at + length]) length++;
    if (length > best.length) best = { length, at };
  }
  const whole = excerpt(expected.join(' '));
  if (best.length === 0) return `missing: “${whole}”`;
  const wanted = expected.slice(best.length, best.length + 3).join(' ');
  const got = words.slice(best.at + best.length, best.at + best.length + 3).join(' ');
  return `missing: “${wanted}” in “${whole}”; there is “${got}”`;
}

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
