import type { Colour } from '../../style/computed-style.ts';
import { plainStroke, type Stroke } from '../graphics.ts';

/** Pt up to which dots are squares, as browsers draw them: 3 CSS pixels. */
const FINE = 2.25;

/**
 * The pattern of a dashed or dotted line of this length, spread so that it begins and ends with a dash, or runs round
 * evenly where it is closed. CSS leaves it open; this is what Chromium does. Undefined for a line too short for gaps.
 */
export function dashedStroke(
  style: 'dashed' | 'dotted',
  colour: Colour,
  width: number,
  length: number,
  closed: boolean,
): Stroke {
  if (style === 'dotted' && width > FINE) return roundDots(colour, width, length, closed);
  const broad = width >= FINE;
  const dash = width * (style === 'dotted' ? 1 : broad ? 2 : 3);
  const gap = width * (style === 'dotted' || broad ? 1 : 2);
  if (length <= dash * 2) return plainStroke(colour, width);
  if (length <= dash * 2 + gap) {
    const share = length / (dash * 2 + gap);
    return plainStroke(colour, width, [dash * share, gap * share]);
  }
  return plainStroke(colour, width, [dash, bestGap(length, dash, gap, closed)]);
}

/**
 * The pattern of a line under or through text. As browsers have it, fine dots stand at even distances from its start,
 * and others end with a dash.
 */
export function dashedTextStroke(
  style: 'dashed' | 'dotted',
  colour: Colour,
  width: number,
  length: number,
): Stroke {
  if (style === 'dotted' && width <= FINE) return plainStroke(colour, width, [width, width]);
  return dashedStroke(style, colour, width, length, false);
}

/** So much less than the period that the last dot is not lost by rounding; pt. */
const HAIR = 0.002;

/** Dots are dashes of no length with round ends. */
function roundDots(colour: Colour, width: number, length: number, closed: boolean): Stroke {
  const period = length < width * 2 ? width * 2 : width + bestGap(length, width, width, closed);
  return { ...plainStroke(colour, width, [0, period - HAIR]), cap: 'round' };
}

/** The gap nearest to what is wanted with which a whole number of dashes fits. */
function bestGap(length: number, dash: number, gap: number, closed: boolean): number {
  const available = closed ? length : length + gap;
  const fewer = Math.floor(available / (dash + gap));
  const gapWith = (dashes: number) => (length - dashes * dash) / (closed ? dashes : dashes - 1);
  const wide = gapWith(fewer);
  const narrow = gapWith(fewer + 1);
  return narrow <= 0 || Math.abs(wide - gap) < Math.abs(narrow - gap) ? wide : narrow;
}
