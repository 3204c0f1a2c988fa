import type { LengthPercentage } from './primitive-values.ts';

/** An indent of a text's first line, or of others as its keywords say. */
export interface TextIndent extends LengthPercentage {
  /** Of all lines but the first. */
  readonly hanging?: boolean;
  /** Of the lines after forced breaks as of the first. */
  readonly eachLine?: boolean;
}

/** Letters of a word that is hyphenated; `auto` is what its language is used to. */
export interface HyphenateLimitChars {
  readonly total: number | 'auto';
  readonly before: number | 'auto';
  readonly after: number | 'auto';
}

/** Marks that stand outside of the lines' edges; `none` at the end leaves stops and commas inside. */
export interface HangingPunctuation {
  readonly first: boolean;
  readonly last: boolean;
  readonly end: 'none' | 'force' | 'allow';
}

/** The computed values that say how a paragraph is broken into lines and spread over them. */
export interface ParagraphStyle {
  // css-text-4 §6, §7
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textAlignLast: 'auto' | 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: TextIndent;
  readonly textWrap: 'wrap' | 'nowrap' | 'balance' | 'pretty';
  // css-text-4 §6.3
  readonly hyphens: 'none' | 'manual' | 'auto';
  /** What is drawn where a word is broken; undefined for the face's hyphen. */
  readonly hyphenateCharacter: string | undefined;
  /** The fewest letters of a word that is broken, and before and after the hyphen. */
  readonly hyphenateLimitChars: HyphenateLimitChars;
  /** How many lines in succession may end in a hyphen; Infinity for `no-limit`. */
  readonly hyphenateLimitLines: number;
  /** `always`: the line before a paragraph's last does not end in a hyphen. */
  readonly hyphenateLimitLast: 'none' | 'always';
  // css-text-4 §8.2
  /** Undefined for `none`. */
  readonly hangingPunctuation: HangingPunctuation | undefined;
  // css-text-3 §4.2
  /** How far tab stops are apart: in spaces, or pt. */
  readonly tabSize: number | { readonly pt: number };
  // css-text-4 §6.4
  /** What gives way in a justified line. */
  readonly textJustify: 'auto' | 'none' | 'inter-word' | 'inter-character';
}
