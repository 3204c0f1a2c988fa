import { type Breakable, firstFit, type LineRange, tolerance } from './break-lines.ts';

/** Longer paragraphs are not balanced (css-text-4 §6.4.1 lets a limit be set). */
const maxBalanced = 10;

/** How exact the balanced width is, pt. */
const precision = 0.25;

/** `text-wrap: balance`: the narrowest lines of which there are no more than first-fit makes. */
export function balancedLines(text: Breakable, widthOf: (line: number) => number): LineRange[] {
  const lines = firstFit(text, widthOf);
  if (lines.length < 2 || lines.length > maxBalanced) return lines;
  const widest = Math.max(...lines.map((_, i) => widthOf(i)));
  if (!Number.isFinite(widest)) return lines;
  let best = lines;
  let low = 0;
  let high = widest;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    const tried = firstFit(text, (i) => Math.min(middle, widthOf(i)));
    const fits =
      tried.length === lines.length && tried.every((line, i) => holds(text, line, widthOf(i), middle));
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

/** A last line narrower than this part of its width is too short where it is also one word. */
const shortLast = 0.25;

/** How much of its width the line before must keep. */
const keptBefore = 0.55;

/**
 * `text-wrap: pretty`: a paragraph's last line that would be one short word gets a word more from the line before,
 * where that stays long enough.
 */
export function prettyLines(text: Breakable, widthOf: (line: number) => number): LineRange[] {
  const lines = firstFit(text, widthOf);
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    const before = lines[i - 1]!;
    if (!line.last || before.last || before.hyphen >= 0) continue;
    const inside = text.stops.some(({ at }) => at > line.start && at < line.end);
    if (inside || text.width(line.start, line.end, -1) > shortLast * widthOf(i)) continue;
    const stop = text.stops.findLast(({ at, hyphen }) => at > before.start && at < before.end && hyphen < 0);
    if (!stop) continue;
    const shorter = { ...before, end: stop.at };
    const longer = { ...line, start: stop.at };
    if (text.exactWidth(shorter) < keptBefore * widthOf(i - 1) || text.exactWidth(longer) > widthOf(i))
      continue;
    lines[i - 1] = shorter;
    lines[i] = longer;
  }
  return lines;
}
