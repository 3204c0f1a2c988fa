import type { LineWidths } from '../paragraph.ts';
import { type Breakable, firstFit, type HyphenLimits, type LineRange, tolerance } from './break-lines.ts';

/** Longer paragraphs are not balanced (css-text-4 §6.4.1 lets a limit be set). */
const maxBalanced = 10;

/** How exact the balanced width is, pt. */
const precision = 0.25;

/**
 * `text-wrap: balance`: the narrowest lines of which there are no more than first-fit makes. No word is broken for it that
 * first-fit leaves whole.
 */
export function balancedLines(text: Breakable, widthOf: LineWidths, limits: HyphenLimits): LineRange[] {
  const lines = firstFit(text, widthOf, limits);
  if (lines.length < 2 || lines.length > maxBalanced) return lines;
  const widthAt = (i: number) => widthOf(i, lines[i - 1]?.last ?? true);
  const widest = Math.max(...lines.map((_, i) => widthAt(i)));
  if (!Number.isFinite(widest)) return lines;
  const ends = new Set(text.stops.map(({ at }) => at));
  const broken = (some: readonly LineRange[]) => some.filter(({ end }) => !ends.has(end)).length;
  let best = lines;
  let low = 0;
  let high = widest;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    const tried = firstFit(text, (i, anew) => Math.min(middle, widthOf(i, anew)), limits);
    const fits =
      tried.length === lines.length &&
      broken(tried) <= broken(lines) &&
      tried.every((line, i) => holds(text, line, widthAt(i), middle));
    if (fits) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}

/** A line may not overflow the tried width, unless it overflows the real one just so. */
function holds(text: Breakable, line: LineRange, available: number, tried: number): boolean {
  const width = text.exactWidth(line);
  return width <= tried + tolerance || width > available + tolerance;
}
