import type { BoxFragment } from '../fragment.ts';
import type { Cut } from './choose-break.ts';
import { childRest, type PositionedRest, type Rest, topOf } from './rest.ts';

/** Where a cut ends the head of a rest, in the coordinates of the rest: at the top of what comes next. Pt. */
export function endOf(rest: Rest, cut: Cut, available: number): number {
  if (cut.kind === 'across') return available;
  const child = rest.fragment.children[cut.index];
  if (!child) return available;
  const top = topOf(rest, cut.index);
  if (!cut.inner || child.kind === 'line') return top;
  return top + endOf(childRest(rest, cut.index, child), cut.inner, available - top);
}

/** The boxes that a fragment contains by position which start above `end`, at their places in the rest. */
export function positionedTo(rest: Rest, end: number): readonly BoxFragment[] {
  const { positioned } = rest.fragment;
  if (positioned.length === 0) return positioned;
  const { from, shift } = rest.positioned ?? all;
  return positioned
    .filter(({ y }) => y >= from && y - shift < end)
    .map((box) => ({ ...box, y: box.y - shift }));
}

/** None is left. */
export const nonePositioned: PositionedRest = { from: Number.POSITIVE_INFINITY, shift: 0 };

const all: PositionedRest = { from: Number.NEGATIVE_INFINITY, shift: 0 };

/** Those that are left after a cut at `end`; `next` is what follows, from whose top they count. */
export function positionedFrom(rest: Rest, next: Rest | undefined, end: number): PositionedRest | undefined {
  if (rest.fragment.positioned.length === 0) return undefined;
  const { shift } = rest.positioned ?? all;
  const from = end + shift;
  const goesOn = next && next.index < next.fragment.children.length;
  return { from, shift: goesOn ? next.shift : from };
}
