/**
 * The deltas of all points along one axis, of which some are given: the others of a contour follow those around them
 * (OpenType `gvar`, "Inferred deltas for un-referenced point numbers"). Points of no contour stay where they are.
 */
export function interpolate(
  numbers: readonly number[],
  deltas: readonly number[],
  coordinates: readonly number[],
  ends: readonly number[],
): Float64Array {
  const all = new Float64Array(coordinates.length);
  const given = new Uint8Array(coordinates.length);
  numbers.forEach((point, i) => {
    if (point >= all.length) return;
    all[point] = deltas[i]!;
    given[point] = 1;
  });
  let first = 0;
  for (const last of ends) {
    fillContour(all, given, coordinates, first, last);
    first = last + 1;
  }
  return all;
}

function fillContour(
  all: Float64Array,
  given: Uint8Array,
  coordinates: readonly number[],
  first: number,
  last: number,
): void {
  const known: number[] = [];
  for (let i = first; i <= last; i++) if (given[i]) known.push(i);
  if (known.length === 0) return;
  known.forEach((from, index) => {
    const to = known[(index + 1) % known.length]!;
    for (let i = from === last ? first : from + 1; i !== to; i = i === last ? first : i + 1) {
      all[i] = between(coordinates[i]!, coordinates[from]!, coordinates[to]!, all[from]!, all[to]!);
    }
  });
}

function between(at: number, a: number, b: number, deltaA: number, deltaB: number): number {
  if (a === b) return deltaA === deltaB ? deltaA : 0;
  const [low, high, deltaLow, deltaHigh] = a < b ? [a, b, deltaA, deltaB] : [b, a, deltaB, deltaA];
  if (at <= low) return deltaLow;
  if (at >= high) return deltaHigh;
  return deltaLow + ((deltaHigh - deltaLow) * (at - low)) / (high - low);
}
