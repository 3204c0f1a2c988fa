import type { Break } from '../../style/computed-style.ts';
import type { BoxFragment } from '../fragment.ts';
import { breakBetween, isForced } from './breaks.ts';
import { childRest, hangingBottom, heightOf, isBeside, neededHeight, type Rest, topOf } from './rest.ts';

/** What is being filled: forced column breaks count only in columns. */
export type FragmentainerType = 'page' | 'column';

/** Where a rest is cut. */
export type Cut = BetweenCut | AcrossCut;

/** Before child `index`, or inside it; behind the last child where the space below it is cut. */
export interface BetweenCut {
  readonly kind: 'between';
  readonly index: number;
  readonly inner: Cut | undefined;
  /** The forced break that is taken there; `auto` for one that space demands. */
  readonly forced: Break;
}

/** Through everything that stands side by side: a cut for each part, undefined for one that fits. */
export interface AcrossCut {
  readonly kind: 'across';
  readonly parts: readonly (Cut | undefined)[];
  readonly forced: Break;
}

/** A place to break. */
export interface Choice {
  readonly cut: Cut;
  /** 0 is free; higher ranks break more rules (css-break-3 §4.4). */
  readonly rank: number;
}

/** What a search is for, and what it finds besides places. */
export interface Search {
  readonly type: FragmentainerType;
  /** How much more height would have let the next piece in: the least that was met; pt. */
  shortage: number;
}

const ranks = { lines: 1, inside: 2, between: 4 } as const;

/** Room for rounding, pt. */
export const slack = 0.01;

/** The forced break that a cut takes. */
export function forcedOf(cut: Cut): Break {
  if (cut.kind === 'across') return cut.forced;
  return cut.inner ? forcedOf(cut.inner) : cut.forced;
}

/**
 * The last of the best places to break a rest whose first `available` pt are to be filled; undefined where there is
 * none, or no need. `inherited` is the rank of its ancestors.
 */
export function choose(rest: Rest, available: number, search: Search, inherited: number): Choice | undefined {
  switch (rest.fragment.cutting) {
    case 'flow':
    case 'rows':
      return chooseBetween(rest, available - footerHeight(rest.fragment), search, inherited);
    case 'parallel':
      return chooseAcross(rest, available, search, inherited + avoidance(rest.fragment, search.type));
    case 'columns':
      return chooseColumns(rest, available, search, inherited);
    case 'none':
      return undefined;
  }
}

function chooseBetween(rest: Rest, available: number, search: Search, inherited: number): Choice | undefined {
  const { fragment } = rest;
  const { children } = fragment;
  const rank = inherited + avoidance(fragment, search.type);
  let best: Choice | undefined;
  const consider = (choice: Choice): void => {
    if (!best || choice.rank <= best.rank) best = choice;
  };
  let above = -1;
  let end = 0;
  for (let index = rest.index; index < children.length; index++) {
    const child = children[index]!;
    if (isBeside(child)) continue;
    if (above >= 0) {
      const value = breakBetween(children[above]!, child);
      if (forces(value, search.type)) return { cut: between(index, undefined, value), rank: 0 };
      consider({
        cut: between(index, undefined, 'auto'),
        rank: rank + rankBetween(rest, index, value, search.type),
      });
    }
    const top = topOf(rest, index);
    if (above < 0 && isBelowGap(rest, top, available))
      return { cut: between(index, undefined, 'auto'), rank };
    above = index;
    end = top + heightOf(rest, index);
    if (child.kind === 'line') {
      if (end <= available + slack) continue;
      search.shortage = Math.min(search.shortage, end - available);
      return best;
    }
    if (end <= available + slack && !child.forces) continue;
    const part = childRest(rest, index, child);
    const inner = choose(part, available - top, search, rank);
    const fits = top + neededHeight(part) <= available + slack;
    if (inner && isForced(forcedOf(inner.cut))) return within(index, inner);
    if (fits) continue;
    if (inner) consider(within(index, inner));
    else search.shortage = Math.min(search.shortage, end - available);
    return best;
  }
  const needed = neededHeight(rest);
  if (needed <= available + slack) return undefined;
  search.shortage = Math.min(search.shortage, needed - available);
  if (cutsSpace(rest, available, end)) consider({ cut: between(children.length, undefined, 'auto'), rank });
  return best;
}

/** A first child that stands below floats may go on to the next page without them (css-break-3 §4.1, class C). */
function isBelowGap(rest: Rest, top: number, available: number): boolean {
  const start = rest.continued ? 0 : rest.fragment.before;
  return top > available + slack && available > start + slack && rest.fragment.cutting === 'flow';
}

/** Space below the content can be cut where something hangs beside it, or where the box has a height of its own. */
function cutsSpace(rest: Rest, available: number, end: number): boolean {
  const { fragment } = rest;
  if (end > available + slack) return false;
  if (hangingBottom(rest) > available + slack) return true;
  if (!fragment.sized) return false;
  // A stretched box is never so short that its edge below would not fit.
  if (fragment.stretched && end + fragment.after > available + slack) return false;
  const before = rest.continued ? 0 : fragment.before;
  return available > before + slack && available < rest.height - slack;
}

function between(index: number, inner: Cut | undefined, forced: Break): BetweenCut {
  return { kind: 'between', index, inner, forced };
}

function within(index: number, inner: Choice): Choice {
  return { cut: between(index, inner.cut, 'auto'), rank: inner.rank };
}

/** Every part that does not fit must come apart; a part that cannot keeps all of them together. */
function chooseAcross(rest: Rest, available: number, search: Search, inherited: number): Choice | undefined {
  const fits = rest.height <= available + slack;
  if (fits && !rest.parts.some(mayForce)) return undefined;
  let rank = inherited;
  let forced: Break = 'auto';
  const parts: (Cut | undefined)[] = [];
  for (const part of rest.parts) {
    const room = available - partTop(rest, part);
    const choice = choose(part, room, search, inherited);
    const own = choice ? forcedOf(choice.cut) : 'auto';
    if (!choice && part.height > room + slack) return undefined;
    if (choice) rank = Math.max(rank, choice.rank);
    if (isForced(own)) forced = own;
    parts.push(fits && !isForced(own) ? undefined : choice?.cut);
  }
  if (isForced(forced)) return { cut: { kind: 'across', parts, forced }, rank: 0 };
  return fits ? undefined : { cut: { kind: 'across', parts, forced }, rank };
}

function mayForce(part: Rest): boolean {
  return part.fragment.forces || part.leftOver;
}

/** Where a part stands in a rest of parallel parts: those that go on do so from the top. */
export function partTop(rest: Rest, part: Rest): number {
  return rest.continued ? 0 : part.fragment.y;
}

/** Columns break where their first one finds a place; the writer of the parts fills all of them. */
function chooseColumns(rest: Rest, available: number, search: Search, inherited: number): Choice | undefined {
  const fits = rest.height <= available + slack;
  if (fits && rest.leftOver) return { cut: { kind: 'across', parts: [], forced: 'page' }, rank: 0 };
  if (fits) return undefined;
  const inColumn: Search = { type: 'column', shortage: Number.POSITIVE_INFINITY };
  const inner = choose(rest.parts[0]!, available, inColumn, inherited);
  search.shortage = Math.min(search.shortage, inColumn.shortage, rest.height - available);
  return inner && { cut: { kind: 'across', parts: [], forced: 'auto' }, rank: inner.rank };
}

function forces(value: Break, type: FragmentainerType): boolean {
  return isForced(value) && (value !== 'column' || type === 'column');
}

function avoidance(fragment: BoxFragment, type: FragmentainerType): number {
  const style = fragment.box?.style;
  // A row to write in is no use in two halves.
  const value = style && style.fillPages > 0 ? 'avoid' : (style?.breakInside ?? 'auto');
  return value === 'avoid' || value === `avoid-${type}` ? ranks.inside : 0;
}

function rankBetween(rest: Rest, index: number, value: Break, type: FragmentainerType): number {
  const { fragment } = rest;
  const avoided = value === 'avoid' || value === `avoid-${type}`;
  const header = fragment.cutting === 'rows' && index <= fragment.header.length && !rest.continued;
  return (avoided || header ? ranks.between : 0) + (breaksLines(rest, index) ? ranks.lines : 0);
}

function breaksLines({ fragment, index: first }: Rest, index: number): boolean {
  const { children, box, reach } = fragment;
  if (children[index]?.kind !== 'line' || !box) return false;
  const { orphans, widows } = box.style;
  if (reach === 0) return index - first < orphans || children.length - index < widows;
  const lines = (from: number, to: number): number =>
    children.slice(from, to).filter((child) => !isBeside(child)).length;
  return lines(first, index) < orphans || lines(index, children.length) < widows;
}

/** Where nothing may break: the first place that comes after what must overflow, so that there is progress. */
export function firstCut(rest: Rest, available: number, search: Search): Cut | undefined {
  const { fragment } = rest;
  if (fragment.cutting === 'none') return undefined;
  if (fragment.cutting === 'columns')
    return available > 0 && rest.height > available
      ? { kind: 'across', parts: [], forced: 'auto' }
      : undefined;
  if (fragment.cutting === 'parallel') return firstAcross(rest, available, search);
  const lead = rest.index + (fragment.cutting === 'rows' && !rest.continued ? fragment.header.length : 0);
  const inFlow = (from: number): number =>
    fragment.children.findIndex((child, index) => index >= from && !isBeside(child));
  const at = inFlow(lead);
  const first = fragment.children[at];
  const inner =
    first?.kind === 'box'
      ? firstCut(childRest(rest, at, first), available - topOf(rest, at), search)
      : undefined;
  if (inner) return between(at, inner, 'auto');
  const next = at < 0 ? -1 : inFlow(at + 1);
  return next >= 0 ? between(next, undefined, 'auto') : undefined;
}

function firstAcross(rest: Rest, available: number, search: Search): Cut | undefined {
  if (rest.height <= available + slack) return undefined;
  const parts = rest.parts.map((part) => {
    const room = available - partTop(rest, part);
    return (
      choose(part, room, search, 0)?.cut ??
      (part.height > room + slack ? firstCut(part, room, search) : undefined)
    );
  });
  return parts.some(Boolean) ? { kind: 'across', parts, forced: 'auto' } : undefined;
}

/** Room that the repeated rows at the foot of a table take; pt. */
export function footerHeight(fragment: BoxFragment): number {
  return fragment.footer.reduce((sum, row) => sum + row.height, 0);
}
