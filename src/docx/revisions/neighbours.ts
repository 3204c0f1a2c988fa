/** Neighbours that belong together, in their order. */
export function neighbours<T>(
  items: readonly T[],
  belong: (a: T, b: T) => boolean,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && belong(last.at(-1)!, item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
