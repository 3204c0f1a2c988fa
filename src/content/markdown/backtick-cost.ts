/**
 * How many characters a parser looks at in vain for the ends of code spans: for each run of backticks that no run
 * of its length follows, what is left of the paragraph.
 */
export function backtickCost(paragraph: string): number {
  const runs = [...paragraph.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  const places = new Map<number, number[]>();
  for (const { at, length } of runs) places.set(length, [...(places.get(length) ?? []), at]);
  let cost = 0;
  let inside = 0;
  for (const { at, length } of runs) {
    if (at < inside) continue;
    const end = places.get(length)!.find((place) => place > at);
    if (end === undefined) cost += paragraph.length - at;
    else inside = end + length;
  }
  return cost;
}
