import type { LineWidths } from '../paragraph.ts';
import type { Stop } from './break-stops.ts';

/** A line as a stretch of the text, before it is placed. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  /** Ends at a forced break or the paragraph's end. */
  readonly last: boolean;
  /** Offset of the soft hyphen that is drawn; -1 for none. */
  readonly hyphen: number;
}

/** What breaking asks of a text. */
export interface Breakable {
  readonly stops: readonly Stop[];
  /** 1 at the offsets where a word may be broken that no line holds; found at the first call. */
  emergency(): Uint8Array;
  /** Pt of the text from `start` to `end`, without the white space that hangs, with the hyphen drawn at `hyphen`. */
  width(start: number, end: number, hyphen: number): number;
  /** The same of the line as it would be drawn; the shape at its ends may differ. */
  exactWidth(range: LineRange): number;
}

/** What a style says of words that are broken at a line's end (css-text-4 §6.3.4, §6.3.5). */
export interface HyphenLimits {
  /** How many lines in succession may end in a hyphen. */
  readonly lines: number;
  /** Whether the line before the last may not. */
  readonly notBeforeLast: boolean;
}

/** How much a line may be over its width before it counts as too wide: rounding of sums. Pt. */
export const tolerance = 0.001;

/** First-fit lines (css-text-3 §5): each as long as fits. */
export function firstFit(text: Breakable, widthOf: LineWidths, limits: HyphenLimits): LineRange[] {
  const lines: LineRange[] = [];
  const { stops } = text;
  let start = 0;
  let next = 0;
  let hyphens = 0;
  let isWhole = false;
  while (next < stops.length) {
    const anew = lines.at(-1)?.last ?? true;
    const line = lineFrom(text, start, next, widthOf(lines.length, anew), !isWhole && hyphens < limits.lines);
    const before = lines.at(-1);
    if (limits.notBeforeLast && line.last && before && before.hyphen >= 0) {
      // The line before is set anew, with its last word whole.
      lines.pop();
      start = before.start;
      next = nextStop(stops, start);
      isWhole = true;
      continue;
    }
    isWhole = false;
    lines.push(line);
    hyphens = line.hyphen < 0 ? 0 : hyphens + 1;
    start = line.end;
    while (next < stops.length && stops[next]!.at <= start) next++;
  }
  return lines;
}

/** The index of the first stop after an offset. */
function nextStop(stops: readonly Stop[], start: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle]!.at > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first-fit line that begins at an offset; undefined at the end of the text. `hyphens` allows one at its end. */
export function fitFrom(
  text: Breakable,
  start: number,
  available: number,
  hyphens = true,
): LineRange | undefined {
  const next = nextStop(text.stops, start);
  return next === text.stops.length ? undefined : lineFrom(text, start, next, available, hyphens);
}

/** The line from `start`, whose first possible end is the stop `next`. */
function lineFrom(
  text: Breakable,
  start: number,
  next: number,
  available: number,
  hyphens: boolean,
): LineRange {
  return emergencyLine(text, start, fitLine(text, start, next, available, hyphens), available);
}

/** The index of the stop a line from `start` goes to; the first one where even that does not fit. */
function fitLine(text: Breakable, start: number, next: number, available: number, hyphens: boolean): number {
  const { stops } = text;
  let first = next;
  if (!hyphens) while (stops[first]!.hyphen >= 0) first++;
  let best = first;
  for (let i = first; i < stops.length; i++) {
    const stop = stops[i]!;
    if (!hyphens && stop.hyphen >= 0) continue;
    const width = text.width(start, stop.at, -1);
    if (width > available + tolerance) break;
    if (stop.hyphen < 0 || text.width(start, stop.at, stop.hyphen) <= available + tolerance) best = i;
    if (stop.forced) break;
  }
  // The ends of a line may be shaped differently from the middle of a text: then it is not as wide as the sum.
  while (best > first && text.exactWidth(rangeTo(start, stops[best]!)) > available + tolerance) {
    best--;
    if (!hyphens) while (stops[best]!.hyphen >= 0) best--;
  }
  return best;
}

function rangeTo(start: number, stop: Stop): LineRange {
  return { start, end: stop.at, last: stop.forced, hyphen: stop.hyphen };
}

/** A line that overflows is broken inside its first word, where `overflow-wrap` lets it. */
function emergencyLine(text: Breakable, start: number, index: number, available: number): LineRange {
  const whole = rangeTo(start, text.stops[index]!);
  if (text.width(start, whole.end, whole.hyphen) <= available + tolerance) return whole;
  const emergency = text.emergency();
  let end = -1;
  for (let at = start + 1; at < whole.end; at++) {
    if (!emergency[at]) continue;
    if (end >= 0 && text.width(start, at, -1) > available + tolerance) break;
    end = at;
  }
  if (end < 0) return whole;
  const shorter = (at: number): LineRange => ({ start, end: at, last: false, hyphen: -1 });
  while (text.exactWidth(shorter(end)) > available + tolerance) {
    let earlier = end - 1;
    while (earlier > start && !emergency[earlier]) earlier--;
    if (earlier <= start) break;
    end = earlier;
  }
  return shorter(end);
}
