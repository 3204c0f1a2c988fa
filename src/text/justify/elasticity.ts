import type { ComputedStyle } from '../../style/computed-style.ts';

import type { MeasuredText } from '../measured-text.ts';
import { isTransparent } from '../paragraph-text.ts';
import { gap, gapBetween, gapKind, isDependent, isWordSpace } from './gaps.ts';

/** By how much of itself a word space is widened before anything else gives way, and narrowed at most. */
export const spaceStretch = 0.5;
export const spaceShrink = 0.2;

/** Em that the gaps beside ideographs, between clusters and between letters are opened, before spaces take the rest. */
export const wideStretch = 0.12;
export const clusterStretch = 0.05;
export const letterStretch = 0.03;

/** By how much the lines of a text may be stretched and narrowed without harm, pt. */
export interface Elasticity {
  /** Pt that the line between two offsets may be stretched; the white space at its end gives nothing. */
  stretch(start: number, end: number): number;
  /** Pt that its letters give after that, before its spaces have to be wide. */
  letters(start: number, end: number): number;
  /** Pt that it may be narrowed. */
  shrink(start: number, end: number): number;
}

/** Sums what `text-justify` lets give way. */
export function elasticityOf(measured: MeasuredText, paragraph: ComputedStyle): Elasticity {
  const { text, prefix } = measured;
  const content = text.text;
  const size = content.length + 1;
  // Sums of all before an offset, and of all before the white space that stands before it.
  const [spaces, inner] = [new Float64Array(size), new Float64Array(size)];
  const gaps = new Float64Array(size);
  const letters = new Float64Array(size);
  const em = paragraph.fontSize;
  let [space, within, open, lettered] = [0, 0, 0, 0];
  let before = gapKind(0x20);
  for (let at = 0; at < content.length; at++) {
    const unit = content.charCodeAt(at);
    const isTrail = (unit & 0xfc00) === 0xdc00;
    if (!isTrail && !isTransparent(text, at)) {
      const kind = gapKind(content.codePointAt(at)!);
      if (isWordSpace(kind)) space += prefix[at + 1]! - prefix[at]!;
      else {
        within = space;
        const between = gapBetween(before, kind);
        if (between === gap.wide) open += wideStretch * em;
        else if (between === gap.cluster) open += clusterStretch * em;
        else if (between === gap.letter) lettered += letterStretch * em;
      }
      if (!isDependent(kind)) before = kind;
    }
    spaces[at + 1] = space;
    inner[at + 1] = within;
    gaps[at + 1] = open;
    letters[at + 1] = lettered;
  }
  return {
    stretch: (start, end) =>
      spaceStretch * Math.max(0, inner[end]! - spaces[start]!) + gaps[end]! - gaps[start]!,
    letters: (start, end) => letters[end]! - letters[start]!,
    shrink: (start, end) => spaceShrink * Math.max(0, inner[end]! - spaces[start]!),
  };
}
