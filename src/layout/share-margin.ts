/** What a margin box asks for along its edge, its own margins, border and padding included; pt. */
export interface MarginClaim {
  readonly min: number;
  readonly max: number;
  /** Its size is set: it takes this, whatever room there is. */
  readonly set: number | undefined;
}

/** Where a margin box stands along its edge; pt from the edge's start. */
export interface MarginShare {
  readonly start: number;
  readonly size: number;
}

/** The boxes at the start, in the middle and at the end of one edge; undefined where there is none. */
export type MarginTrio<T> = readonly [start: T | undefined, middle: T | undefined, end: T | undefined];

/** Shares `length` pt among the boxes of one edge (css-page-3 §5.3.2). */
export function shareMargin(
  length: number,
  [start, middle, end]: MarginTrio<MarginClaim>,
): MarginTrio<MarginShare> {
  if (!middle) {
    const [first, last] = fitted(length, start, end);
    return [start && { start: 0, size: first }, undefined, end && { start: length - last, size: last }];
  }
  // The middle is centred: both sides are taken to be as large as the larger, and what is left is theirs by halves.
  const [size] = fitted(length, middle, bothSides(start, end));
  const side = Math.max(0, (length - size) / 2);
  const [first, last] = [start?.set ?? side, end?.set ?? side];
  return [
    start && { start: 0, size: first },
    { start: (length - size) / 2, size },
    end && { start: length - last, size: last },
  ];
}

function bothSides(start: MarginClaim | undefined, end: MarginClaim | undefined): MarginClaim | undefined {
  if (!start && !end) return undefined;
  const largest = (of: (claim: MarginClaim) => number): number =>
    2 * Math.max(start ? of(start) : 0, end ? of(end) : 0);
  const isSet = (!start || start.set !== undefined) && (!end || end.set !== undefined);
  const sizes = { min: largest((c) => c.set ?? c.min), max: largest((c) => c.set ?? c.max) };
  return { ...sizes, set: isSet ? sizes.max : undefined };
}

/** The sizes of two that share a length: what is set is taken, one that is not takes the rest, two share it by what they hold. */
function fitted(
  length: number,
  a: MarginClaim | undefined,
  b: MarginClaim | undefined,
): readonly [number, number] {
  if (!a || !b) return [a?.set ?? length, b?.set ?? length];
  if (a.set !== undefined) return [a.set, b.set ?? Math.max(0, length - a.set)];
  if (b.set !== undefined) return [Math.max(0, length - b.set), b.set];
  const [maxima, minima] = [a.max + b.max, a.min + b.min];
  if (maxima <= length) return byFactors(length, a.max, b.max, a.max, b.max);
  if (minima <= length) return byFactors(length, a.min, b.min, a.max - a.min, b.max - b.min);
  return byFactors(length, a.min, b.min, a.min, b.min);
}

/** Two sizes, with what is left over, or is too much, shared by two factors. */
function byFactors(
  length: number,
  a: number,
  b: number,
  factorA: number,
  factorB: number,
): readonly [number, number] {
  const total = factorA + factorB;
  const part = total === 0 ? 0.5 : factorA / total;
  const free = length - a - b;
  return [a + free * part, b + free * (1 - part)];
}
