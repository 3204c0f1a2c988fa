import type { ComputedStyle } from '../../style/computed-style.ts';
import { emBox } from '../../text/fonts/em-box.ts';
import type { FontBook } from '../../text/fonts/font-book.ts';
import { isVerticallySet } from '../../text/shaping/upright.ts';
import { hasMarks, isMarkedOver, markSize } from '../paint/emphasis-marks.ts';
import type { LineExtent } from './vertical-align.ts';

/** Text on a line: its style, and how far it is raised above the line's baseline; pt. */
export interface RaisedText {
  readonly style: ComputedStyle;
  readonly rise: number;
}

/** The room between the edges of a line and the squares of its text, marks included; pt, negative where they stand out. */
export interface LineRoom {
  readonly above: number;
  readonly below: number;
  /** Whether marks are at that side. */
  readonly marksOver: boolean;
  readonly marksUnder: boolean;
}

/** The room on a line. */
export function lineRoom(texts: readonly RaisedText[], line: LineExtent, fonts: FontBook): LineRoom {
  let [above, below, marksOver, marksUnder] = [line.ascent, line.descent, false, false];
  for (const { style, rise } of texts) {
    const square = squareOf(style, fonts);
    const isOver = hasMarks(style) && isMarkedOver(style);
    const isUnder = hasMarks(style) && !isOver;
    marksOver ||= isOver;
    marksUnder ||= isUnder;
    const size = style.fontSize;
    above = Math.min(above, line.ascent - rise - size * (square.ascent + (isOver ? markSize : 0)));
    below = Math.min(below, line.descent + rise - size * (square.descent + (isUnder ? markSize : 0)));
  }
  return { above, below, marksOver, marksUnder };
}

/** The square of a style's characters around the line's own baseline; em. */
function squareOf(style: ComputedStyle, fonts: FontBook): LineExtent {
  return isVerticallySet(style) ? { ascent: 0.5, descent: 0.5 } : emBox(fonts.primaryFace(style));
}

/** The room of a line that is upside down. */
export function turnedRoom({ above, below, marksOver, marksUnder }: LineRoom): LineRoom {
  return { above: below, below: above, marksOver: marksUnder, marksUnder: marksOver };
}

/**
 * How far a line is pushed down so that its marks, and those of the line before, have room. As in browsers they share
 * what is free between the squares of both, so that lines with marks stand like all others where leading is enough.
 */
export function pushedBy(before: LineRoom | undefined, own: LineRoom): number {
  if (!own.marksOver && !before?.marksUnder) return 0;
  return Math.max(0, -own.above - (before?.below ?? 0));
}

/** How far marks stand out below the last line; pt. */
export function marksBelow(last: LineRoom | undefined): number {
  return last?.marksUnder ? Math.max(0, -last.below) : 0;
}
