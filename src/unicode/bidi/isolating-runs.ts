import { isRemoved } from './bidi-class.ts';
import { unmatched } from './explicit-levels.ts';

/** An isolating run sequence (UAX #9 BD13): the offsets of its characters in order, and what stands around it (X10). */
export interface IsolatingRun {
  readonly offsets: readonly number[];
  readonly level: number;
  /** sos and eos: the class, L or R, of what comes before and after it. */
  readonly before: number;
  readonly after: number;
}

/**
 * The isolating run sequences of a paragraph. What rule X9 takes out is in none of them. `matches` are the PDIs of isolate
 * initiators, by offset from the paragraph's start.
 */
export function isolatingRuns(
  classes: Uint8Array,
  levels: Uint8Array,
  start: number,
  end: number,
  base: number,
  matches: Int32Array,
): readonly IsolatingRun[] {
  const result: IsolatingRun[] = [];
  // Runs that a matching PDI goes on in, by the PDI's offset.
  const waiting = new Map<number, { readonly offsets: number[]; readonly before: number }>();
  let previous = base;
  for (let at = start; at < end; ) {
    if (isRemoved(classes[at]!)) {
      at++;
      continue;
    }
    const level = levels[at]!;
    const begun = waiting.get(at);
    const offsets = begun?.offsets ?? [];
    const before = begun?.before ?? Math.max(previous, level) % 2;
    waiting.delete(at);
    for (; at < end && (isRemoved(classes[at]!) || levels[at] === level); at++)
      if (!isRemoved(classes[at]!)) offsets.push(at);
    previous = level;
    const last = offsets.at(-1)!;
    const match = matches[last - start]!;
    if (match >= 0) {
      waiting.set(match, { offsets, before });
      continue;
    }
    const opens = match === unmatched;
    const next = at < end && !opens ? levels[at]! : base;
    result.push({ offsets, level, before, after: Math.max(next, level) % 2 });
  }
  return result;
}
