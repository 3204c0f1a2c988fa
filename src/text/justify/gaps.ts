import { generalCategory } from '../../unicode/general-category.ts';
import { scriptOf } from '../../unicode/script.ts';
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

/** Joiners, and vowels that belong to the character before them. */
const bound = '\u0e33\u0eb3\u200c\u200d\u00ad\u034f\u2060';

/** Closing punctuation of East Asian text beside brackets. */
const stops = '、。，．：；！？';

/** Thai, Lao, Burmese, Khmer. */
const unspaced: readonly string[] = ['Thai', 'Laoo', 'Mymr', 'Khmr'];

/** Scripts whose letters touch: a gap would tear them (css-text-3 §8.2.1). */
const joined: readonly string[] = [
  ...['Arab', 'Syrc', 'Mong', 'Nkoo', 'Adlm', 'Mand', 'Phag', 'Rohg', 'Sogd'],
  ...['Deva', 'Beng', 'Guru'],
];

/** Han, kana, bopomofo and their punctuation. */
function isIdeographic(point: number, script: string): boolean {
  if ((point >= 0x3001 && point <= 0x303f) || (point >= 0xff01 && point <= 0xff60)) return true;
  return script === 'Hani' || script === 'Hira' || script === 'Kana' || script === 'Bopo';
}

/** What a character is to the gaps beside it, as a number that only `gapBetween` reads. */
export function gapKind(point: number): number {
  if (separatesWords(point)) return kind.space;
  if (point < 0x300) return point === 0xad ? kind.mark : kind.plain;
  // Most letters of Greek, Cyrillic, Arabic and Han, without looking them up.
  if (point >= 0x4e00 && point <= 0x9fff) return kind.wide;
  if ((point >= 0x391 && point <= 0x3ff) || (point >= 0x400 && point <= 0x482)) return kind.plain;
  if (point >= 0x620 && point <= 0x64a) return kind.joined;
  const category = generalCategory(point);
  const character = String.fromCodePoint(point);
  if (category.startsWith('M') || bound.includes(character)) return kind.mark;
  const script = scriptOf(point);
  if (unspaced.includes(script)) return kind.unspaced;
  if (isIdeographic(point, script)) {
    // Punctuation that is white on one side as it is: no gap is opened on the other.
    if (category === 'Ps' || category === 'Pi') return kind.opening;
    return category === 'Pe' || category === 'Pf' || stops.includes(character) ? kind.closing : kind.wide;
  }
  return joined.includes(script) ? kind.joined : kind.plain;
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
