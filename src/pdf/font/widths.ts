import type { Face } from '../../text/fonts/face.ts';

/** A CIDFont's `DW` and `W` (ISO 32000-1 §9.7.4.3). */
export interface Widths {
  readonly normal: number;
  readonly others: readonly (number | readonly number[])[];
}

/** The width that most have; of those that as many have, the first. */
export function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 1000;
  let bestCount = 0;
  for (const [width, count] of counts) if (count > bestCount) [best, bestCount] = [width, count];
  return best;
}

/** The shortest plain notation of the widths (1/1000 em) of the codes 1, 2, 3 …: the commonest is not listed. */
export function compactWidths(widths: readonly number[]): Widths {
  const normal = mostFrequent(widths);
  const others: (number | number[])[] = [];
  let run: number[] | undefined;
  widths.forEach((width, index) => {
    if (width === normal) {
      run = undefined;
      return;
    }
    if (run === undefined) {
      run = [];
      others.push(index + 1, run);
    }
    run.push(width);
  });
  return { normal, others };
}

/** The width of a character as the font's `W` states it, 1/1000 em; its advance is in font units. */
export function statedWidth(face: Face, advance: number): number {
  return Math.round((Math.max(0, advance) * 1000) / face.unitsPerEm);
}
