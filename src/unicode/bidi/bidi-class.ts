import { type CodePointMap, decodeTable, lazily } from '../code-point-map.ts';
import { bidiBrackets } from '../tables/bidi-brackets.ts';
import { bidiClassTable } from '../tables/bidi-class.ts';

/** Bidi_Class (UAX #9 table 4) by number. The first three are what all others end as. */
export const bidiClass = {
  L: 0,
  R: 1,
  EN: 2,
  AN: 3,
  AL: 4,
  ES: 5,
  ET: 6,
  CS: 7,
  NSM: 8,
  BN: 9,
  B: 10,
  S: 11,
  WS: 12,
  ON: 13,
  LRE: 14,
  LRO: 15,
  RLE: 16,
  RLO: 17,
  PDF: 18,
  LRI: 19,
  RLI: 20,
  FSI: 21,
  PDI: 22,
} as const;

/** The name of a class: `L`, `NSM`. */
export type BidiClass = keyof typeof bidiClass;

const lookup = lazily(() => decodeTable(bidiClassTable, (name) => bidiClass[name as BidiClass]));

/** The number in {@link bidiClass} of a character's Bidi_Class. */
export function bidiClassOf(codePoint: number): number {
  return lookup()(codePoint);
}

/** The scripts that run right to left, their digits, and the controls that ask for it. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** False where nothing of a text runs right to left in a left-to-right paragraph: of most, which need no levels. */
export function mayRunRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** The direction of the first strong character of a text (UAX #9 P2), isolates not looked at; undefined without. */
export function firstStrong(text: string): 'ltr' | 'rtl' | undefined {
  for (const character of text) {
    const own = bidiClassOf(character.codePointAt(0)!);
    if (own === bidiClass.L) return 'ltr';
    if (own === bidiClass.R || own === bidiClass.AL) return 'rtl';
  }
  return undefined;
}

/** The class of each code unit; the second of a surrogate pair counts as a boundary neutral, which rules pass over. */
export function bidiClasses(text: string): Uint8Array {
  const classOf: CodePointMap = lookup();
  const result = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!;
    result[at] = classOf(point);
    if (point > 0xffff) result[++at] = bidiClass.BN;
  }
  return result;
}

/** LRI, RLI or FSI. */
export function startsIsolate(value: number): boolean {
  return value >= bidiClass.LRI && value <= bidiClass.FSI;
}

/** LRE, LRO, RLE or RLO. */
export function startsEmbedding(value: number): boolean {
  return value >= bidiClass.LRE && value <= bidiClass.RLO;
}

/** What rule X9 removes: embeddings, their end, and boundary neutrals. */
export function isRemoved(value: number): boolean {
  return value === bidiClass.BN || (value >= bidiClass.LRE && value <= bidiClass.PDF);
}

/** An opening or closing bracket of a pair (UAX #9 BD14, BD15). */
export interface Bracket {
  readonly opens: boolean;
  /** The closing bracket of its pair, in canonical form. */
  readonly pair: number;
}

/** Angle brackets with a canonical equivalent, which pairs with them too (BD16). */
const canonical = new Map([[0x232a, 0x3009]]);

const brackets = lazily(() => {
  const result = new Map<number, Bracket>();
  const points = Array.from(`${bidiBrackets}\u2329\u232a`, (character) => character.codePointAt(0)!);
  for (let i = 0; i < points.length; i += 2) {
    const closing = points[i + 1]!;
    const pair = canonical.get(closing) ?? closing;
    result.set(points[i]!, { opens: true, pair });
    result.set(closing, { opens: false, pair });
  }
  return result;
});

/** The paired bracket that a character is; undefined for all others. */
export function bracketOf(codePoint: number): Bracket | undefined {
  return brackets().get(codePoint);
}
