import type { LengthLimit, LengthPercentage } from '../computed-style.ts';

/** Pt of a length whose percentages are of `base` pt. */
export function resolveLength(length: LengthPercentage, base: number): number {
  const linear = length.pt + (length.percent === 0 ? 0 : (length.percent / 100) * base);
  return length.limits
    ? length.limits.reduce((sum, limit) => sum + resolveLimit(limit, base), linear)
    : linear;
}

function resolveLimit({ factor, pick, of }: LengthLimit, base: number): number {
  return factor * Math[pick](0, ...of.map((length) => resolveLength(length, base)));
}

/** `left + factor × right`. */
export function addLengths(
  left: LengthPercentage,
  right: LengthPercentage,
  factor: number,
): LengthPercentage {
  const sum = { pt: left.pt + factor * right.pt, percent: left.percent + factor * right.percent };
  const added = (right.limits ?? []).map((limit) => ({ ...limit, factor: limit.factor * factor }));
  const limits = [...(left.limits ?? []), ...added];
  return limits.length === 0 ? sum : { ...sum, limits };
}

const NOTHING: LengthPercentage = { pt: 0, percent: 0 };

/** A length `factor` times as long. */
export function scaleLength(length: LengthPercentage, factor: number): LengthPercentage {
  return addLengths(NOTHING, length, factor);
}

/**
 * The least or greatest of several lengths: one of those with a percentage, and how far the others are off it. So the
 * result shows by its own percentage that it depends on the base.
 */
export function pickLength(
  pick: LengthLimit['pick'],
  lengths: readonly LengthPercentage[],
): LengthPercentage {
  const first = lengths.find((length) => length.percent !== 0) ?? lengths[0] ?? NOTHING;
  const of = lengths.filter((length) => length !== first).map((length) => addLengths(length, first, -1));
  if (of.length === 0) return first;
  return { ...first, limits: [...(first.limits ?? []), { factor: 1, pick, of }] };
}
