import type { ParagraphStyle } from '../../style/paragraph-style.ts';
import { type Gap, gap } from './gaps.ts';

/** By how much the parts of a line give way, before all of them have to take what is left. */
export interface Means {
  /** Of its own width, that a word space is widened; and narrowed, at most. */
  readonly space: number;
  readonly shrink: number;
  /** Em that is added to a word space whatever its width. */
  readonly spaceEm: number;
  /** Em that the gaps beside ideographs and between clusters are opened, together with the spaces. */
  readonly wide: number;
  readonly cluster: number;
  /** Em that letters are set apart: together with the spaces, or when those are as wide as they should be. */
  readonly letter: number;
  readonly lettersFirst: boolean;
  /** Arabic letters are joined by longer strokes. */
  readonly kashida: boolean;
}

const words = { space: 0.5, shrink: 0.2, spaceEm: 0, wide: 0, cluster: 0, letter: 0 } as const;

/** The means of a value of `text-justify` (css-text-4 §6.4); undefined for `none`. */
export function meansOf(value: ParagraphStyle['textJustify']): Means | undefined {
  switch (value) {
    case 'none':
      return undefined;
    case 'inter-word':
      return betweenWords;
    case 'inter-character':
      return betweenCharacters;
    case 'auto':
      return automatic;
  }
}

const betweenWords: Means = { ...words, lettersFirst: false, kashida: false };

const betweenCharacters: Means = {
  space: 0,
  shrink: 0.2,
  spaceEm: 0.08,
  wide: 0.08,
  cluster: 0.08,
  letter: 0.08,
  lettersFirst: true,
  kashida: false,
};

const automatic: Means = {
  ...words,
  wide: 0.12,
  cluster: 0.05,
  letter: 0.03,
  lettersFirst: false,
  kashida: true,
};

/** Em that a gap gives; a word space is measured by itself. */
export function emOf(means: Means, each: Gap): number {
  switch (each) {
    case gap.wide:
      return means.wide;
    case gap.cluster:
      return means.cluster;
    case gap.letter:
      return means.letter;
    default:
      return 0;
  }
}
