import { separatesWords } from '../character.ts';

/**
 * What gives way where a line is spread (css-text-4 §6.4): nothing, a word space, the gap beside an ideograph, between
 * clusters of a script without word spaces, or between letters.
 */
export const gap = { none: 0, word: 1, wide: 2, cluster: 3, letter: 4 } as const;
export type Gap = (typeof gap)[keyof typeof gap];

/** What a character is to the gaps beside it. */
const kind = {
  plain: 0,
  space: 1,
  mark: 2,
  wide: 3,
  opening: 4,
  closing: 5,
  unspaced: 6,
  joined: 7,
} as const;

/** Marks, joiners and vowels that belong to the character before them. */
const mark = /[\p{M}\u0e33\u0eb3\u200c\u200d\u00ad\u034f\u2060]/u;

/** Han, kana, bopomofo and their punctuation. */
const ideographic =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\uff01-\uff60]/u;

/** Punctuation that is white on one side as it is: no gap is opened on the other. */
const opening = /[\p{Ps}\p{Pi}]/u;
const closing = /[\p{Pe}\p{Pf}、。，．：；！？]/u;

/** Thai, Lao, Burmese, Khmer. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]/u;

/** Scripts whose letters touch: a gap would tear them (css-text-3 §8.2.1). */
const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Phags_Pa}\p{Script=Hanifi_Rohingya}\p{Script=Sogdian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u;

/** What a character is to the gaps beside it, as a number that only `gapBetween` reads. */
export function gapKind(point: number): number {
  if (separatesWords(point)) return kind.space;
  if (point < 0x300) return point === 0xad ? kind.mark : kind.plain;
  const character = String.fromCodePoint(point);
  if (mark.test(character)) return kind.mark;
  if (unspaced.test(character)) return kind.unspaced;
  if (ideographic.test(character)) {
    if (opening.test(character)) return kind.opening;
    return closing.test(character) ? kind.closing : kind.wide;
  }
  return joined.test(character) ? kind.joined : kind.plain;
}

/** The gap between two neighbours in reading order, by their kinds; a space itself is the gap that it is. */
export function gapBetween(before: number, after: number): Gap {
  if (before === kind.space) return gap.word;
  if (after === kind.space || after === kind.mark || before === kind.mark) return gap.none;
  if (after === kind.closing || before === kind.opening) return gap.none;
  if (isWide(before) || isWide(after)) return gap.wide;
  if (before === kind.unspaced && after === kind.unspaced) return gap.cluster;
  return before === kind.plain && after === kind.plain ? gap.letter : gap.none;
}

function isWide(each: number): boolean {
  return each === kind.wide || each === kind.opening || each === kind.closing;
}

/** Whether a character is no unit of its own but goes with the one before it. */
export function isDependent(each: number): boolean {
  return each === kind.mark;
}

/** Whether a character is a space that gives way itself. */
export function isWordSpace(each: number): boolean {
  return each === kind.space;
}

/** Whether a character's strokes run into its neighbours'. */
export function isJoined(each: number): boolean {
  return each === kind.joined;
}
