import { type BoxFragment, bottomOf, type Fragment } from '../fragment.ts';

/** The last of rows, with the edge below it that the row it is parted from would have drawn. */
export function closed<F extends Fragment>(rows: readonly F[]): readonly F[] {
  const last = rows.at(-1);
  if (last?.kind !== 'box' || !last.ends.bottom || last.closing.length === 0) return rows;
  return [...rows.slice(0, -1), { ...last, strokes: [...last.strokes, ...last.closing], closing: [] }];
}

/** Repeated rows from `y` downwards. */
export function stacked(rows: readonly BoxFragment[], y: number): BoxFragment[] {
  let next = y;
  return rows.map((row) => {
    const placed = { ...row, y: next, repeated: true };
    next += row.height;
    return placed;
  });
}

/** The bottom of the lowest of placed children; pt. */
export function bottomOfAll(children: readonly Fragment[]): number {
  return children.reduce((most, child) => Math.max(most, bottomOf(child)), 0);
}
