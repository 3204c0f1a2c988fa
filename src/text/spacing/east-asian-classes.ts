import { generalCategory } from '../../unicode/general-category.ts';

/** What a full-width mark is when marks meet (css-text-4 §8.3); a narrow one has no empty half of its own. */
export type MarkClass = 'open' | 'close' | 'middle' | 'narrow-open' | 'narrow-close';

/** A mark by its character. What `by-glyph` is, a font says: stops are at the side of their square, or in its middle. */
export type MarkKind = MarkClass | 'by-glyph' | 'open-quote' | 'close-quote';

const opening = '〈《「『【〔〖〘〚〝（［｛｟';
const closing = '〉》」』】〕〗〙〛〞〟）］｝｠';
const middle = '\u00b7\u2027\u3000\u30fb';
const byGlyph = '、。，．：；';
const openQuotes = '‘“';
const closeQuotes = '’”';

/** Marks that can lose half of their square, or cannot but touch what can. */
const squareMark = /[\u3001\u3002\u3008-\u301f\uff08-\uff60]/;
const quote = /[\u2018-\u201d]/;
const square = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/;

/** False where a text has no mark that could be trimmed: of most. */
export function mayHaveMarks(text: string): boolean {
  return squareMark.test(text) || (quote.test(text) && square.test(text));
}

/** What a code point is as a mark; undefined for all others. */
export function markKind(codePoint: number): MarkKind | undefined {
  if (codePoint < 0x28 || (codePoint >= 0x3400 && codePoint < 0xfd3e)) return undefined;
  const character = String.fromCodePoint(codePoint);
  if (opening.includes(character)) return 'open';
  if (closing.includes(character)) return 'close';
  if (byGlyph.includes(character)) return 'by-glyph';
  if (middle.includes(character)) return 'middle';
  if (openQuotes.includes(character)) return 'open-quote';
  if (closeQuotes.includes(character)) return 'close-quote';
  const category = generalCategory(codePoint);
  if (category === 'Ps') return 'narrow-open';
  return category === 'Pe' ? 'narrow-close' : undefined;
}

/** What meets at a border of scripts (css-text-4 §8.4); `mark` belongs to what is before it. */
export type BorderClass = 'ideograph' | 'letter' | 'digit' | 'mark' | 'other';

/** Han, kana, Bopomofo, Hangul and Yi, with their iteration marks: ranges of code points, first and last. */
const ideographs: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x3005, 0x3007],
  [0x3013, 0x3013],
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x3038, 0x303c],
  [0x3041, 0x3096],
  [0x309b, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3105, 0x312f],
  [0x3131, 0x318e],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa48c],
  [0xa960, 0xa97c],
  [0xac00, 0xd7fb],
  [0xf900, 0xfad9],
  [0x1aff0, 0x1b16f],
  [0x20000, 0x3fffd],
];

/** Punctuation that stands by itself between scripts; all other narrow punctuation goes with the letters. */
const apart = '"\'*/\u00b7\u2020\u2021\u2026';
const wide = /[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef]/;

/** The class of a code point at a border of scripts. */
export function borderClass(codePoint: number): BorderClass {
  if (codePoint < 0x80) return asciiBorderClass(codePoint);
  if (isIdeograph(codePoint)) return 'ideograph';
  const character = String.fromCodePoint(codePoint);
  const category = generalCategory(codePoint);
  if (category.startsWith('M')) return 'mark';
  if (wide.test(character) || apart.includes(character)) return 'other';
  if (category.startsWith('L') || category === 'Po') return 'letter';
  return category === 'Nd' ? 'digit' : 'other';
}

function asciiBorderClass(codePoint: number): BorderClass {
  if (codePoint >= 0x30 && codePoint <= 0x39) return 'digit';
  const lower = codePoint | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return 'letter';
  return '!#%&,.:;?@\\'.includes(String.fromCharCode(codePoint)) ? 'letter' : 'other';
}

/** Whether a code point is set in a square of its own and has no spaces around it. */
export function isIdeograph(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  return ideographs.some(([first, last]) => codePoint >= first && codePoint <= last);
}
