import type { ComputedStyle } from '../../style/computed-style.ts';
import type { MeasuredText } from '../measured-text.ts';
import { isTransparent } from '../paragraph-text.ts';
import { gap, gapBetween, gapKind, isDependent, isJoined, isWordSpace } from './gaps.ts';
import { emOf, type Means } from './means.ts';

/** Em that a word of joined letters gives by longer strokes. */
const strokeEm = 0.25;

/** By how much the lines of a text may be stretched and narrowed without harm, pt. */
export interface Elasticity {
  /** Pt that the line between two offsets may be stretched; the white space at its end gives nothing. */
  stretch(start: number, end: number): number;
  /** Pt that its letters and strokes give after that, before its spaces have to be wide. */
  letters(start: number, end: number): number;
  /** Pt that it may be narrowed. */
  shrink(start: number, end: number): number;
}

/** Sums what `text-justify` lets give way. */
export function elasticityOf(measured: MeasuredText, paragraph: ComputedStyle, means: Means): Elasticity {
  const { text, prefix } = measured;
  const content = text.text;
  const size = content.length + 1;
  // Sums of all before an offset, and of all before the white space that stands before it.
  const [spaces, innerSpaces] = [new Float64Array(size), new Float64Array(size)];
  const [words, innerWords] = [new Float64Array(size), new Float64Array(size)];
  const gaps = new Float64Array(size);
  const letters = new Float64Array(size);
  const em = paragraph.fontSize;
  let [space, innerSpace, word, innerWord, open, lettered] = [0, 0, 0, 0, 0, 0];
  let before = gapKind(0x20);
  for (let at = 0; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    const isTrail = (unit & 0xfc00) === 0xdc00;
    if (!isTrail && !isTransparent(text, at)) {
      const kind = gapKind(content.codePointAt(at)!);
      if (isWordSpace(kind)) {
        const width = prefix[at + 1]! - prefix[at]!;
        space += width;
        word += means.space * width + means.spaceEm * em;
        if (means.kashida && isJoined(before)) lettered += strokeEm * em;
      } else {
        innerSpace = space;
        innerWord = word;
        const between = gapBetween(before, kind);
        const give = emOf(means, between) * em;
        if (between === gap.letter && !means.lettersFirst) lettered += give;
        else open += give;
      }
      if (!isDependent(kind)) before = kind;
    }
    spaces[at + 1] = space;
    innerSpaces[at + 1] = innerSpace;
    words[at + 1] = word;
    innerWords[at + 1] = innerWord;
    gaps[at + 1] = open;
    letters[at + 1] = lettered;
  }
  return {
    stretch: (start, end) => Math.max(0, innerWords[end]! - words[start]!) + gaps[end]! - gaps[start]!,
    letters: (start, end) => letters[end]! - letters[start]!,
    shrink: (start, end) => means.shrink * Math.max(0, innerSpaces[end]! - spaces[start]!),
  };
}
