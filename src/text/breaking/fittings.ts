import type { ComputedStyle } from '../../style/computed-style.ts';
import type { Elasticity } from '../justify/elasticity.ts';
import { isChineseOrJapanese } from '../line-break/line-break-context.ts';
import { type Breakable, tolerance } from './break-lines.ts';
import type { Stop } from './break-stops.ts';
import type { Fitting } from './total-fit.ts';

/** A line that cannot give way is taken for one that gives this part of its width. */
const leastStretch = 0.01;

/** Ragged lines may well end this part of their width before the margin. */
const ragged = 0.25;

/** A last line should be this part of the width, in justified and in ragged text; demerits of one that is empty. */
const leastLast = { justified: 0.2, ragged: 0.25 } as const;
const shortLast = { justified: 20_000, ragged: 150_000 } as const;

/** Chinese and Japanese lines are full up to the last, which is too short only with one character or two; em. */
const leastSquares = 2.5;

/** The width below which a paragraph's last line is too short; undefined for a part of the width. Pt. */
export function leastLastLine({ language, fontSize }: ComputedStyle): number | undefined {
  return isChineseOrJapanese(language) ? leastSquares * fontSize : undefined;
}

/** More than all else can add up to: no line more than there must be. */
const oneLineMore = 1e12;

/** The part of its width by which a line's end may be shaped wider or narrower than the middle of a text. */
const reshaped = 0.02;

/** Lines that are spread: word spaces and gaps give way both ways, the last line is as it is. */
export function justifiedFitting(
  text: Breakable,
  { stretch, letters, shrink }: Elasticity,
  least: number | undefined,
): Fitting {
  return {
    ratio(start, stop, available) {
      const spare = available - widthOf(text, start, stop, available);
      if (stop.forced) return spare >= -tolerance ? 0 : Number.NEGATIVE_INFINITY;
      if (spare >= 0) {
        const first = Math.max(stretch(start, stop.at), leastStretch * available, tolerance);
        return spare <= first ? spare / first : 1 + (spare - first) / (first + letters(start, stop.at));
      }
      return spare / (shrink(start, stop.at) + tolerance);
    },
    lastDemerits: (start, stop, available) =>
      shortage(text, start, stop, least ?? leastLast.justified * available) * shortLast.justified,
    perLine: 0,
    compares: true,
  };
}

/** `text-wrap: pretty`: as few lines as first-fit makes, alike in width, and no short one at the end. */
export function raggedFitting(text: Breakable, least: number | undefined): Fitting {
  return {
    ratio(start, stop, available) {
      const spare = available - widthOf(text, start, stop, available);
      if (spare < -tolerance) return Number.NEGATIVE_INFINITY;
      return stop.forced ? 0 : Math.max(0, spare) / Math.max(ragged * available, tolerance);
    },
    lastDemerits: (start, stop, available) =>
      shortage(text, start, stop, least ?? leastLast.ragged * available) * shortLast.ragged,
    perLine: oneLineMore,
    compares: false,
  };
}

/** How wide a line is; exactly where that decides whether it fits. */
function widthOf(text: Breakable, start: number, stop: Stop, available: number): number {
  const width = text.width(start, stop.at, stop.hyphen);
  if (Math.abs(width - available) > reshaped * available) return width;
  return text.exactWidth({ start, end: stop.at, last: stop.forced, hyphen: stop.hyphen });
}

/** How much a last line lacks of a width: from 0 to 1, in squares. */
function shortage(text: Breakable, start: number, stop: Stop, wanted: number): number {
  if (!(wanted > 0)) return 0;
  return Math.max(0, 1 - text.width(start, stop.at, -1) / wanted) ** 2;
}
