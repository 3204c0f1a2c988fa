/** Puts a line's pieces, each of one embedding level, from logical into visual order (UAX #9 rule L2). */
export function reorder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const result = [...pieces];
  let highest = 0;
  let lowestOdd = Number.POSITIVE_INFINITY;
  for (const { level } of pieces) {
    highest = Math.max(highest, level);
    if (level % 2 === 1) lowestOdd = Math.min(lowestOdd, level);
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < result.length; start++) {
      if (result[start]!.level < level) continue;
      let end = start + 1;
      while (end < result.length && result[end]!.level >= level) end++;
      reverse(result, start, end);
      start = end;
    }
  }
  return result;
}

function reverse<T>(list: T[], start: number, end: number): void {
  for (let i = start, j = end - 1; i < j; i++, j--) {
    const kept = list[i]!;
    list[i] = list[j]!;
    list[j] = kept;
  }
}
