import type { Break } from '../../style/computed-style.ts';
import { type BoxFragment, bottomOf, type Fragment, moved } from '../fragment.ts';
import { closingOfPart, strokesOfPart } from '../paint/cut-strokes.ts';
import { isForced } from './breaks.ts';
import {
  type AcrossCut,
  type BetweenCut,
  type Cut,
  choose,
  type FragmentainerType,
  firstCut,
  footerHeight,
  forcedOf,
  partTop,
  type Search,
  slack,
} from './choose-break.ts';
import { keepAbove } from './cut-hanging.ts';
import { endOf, nonePositioned, positionedFrom, positionedTo } from './cut-positioned.ts';
import { columnRules, fillColumns, lastColumns, restOfColumns } from './fill-columns.ts';
import { childRest, contentHeight, neededHeight, type Rest, topOf } from './rest.ts';
import { bottomOfAll, closed, stacked } from './stack-rows.ts';

/** The part of a rest that fills a page or a column, and what is left. */
export interface CutResult {
  /** At (x of the fragment, 0). */
  readonly head: BoxFragment;
  /** Undefined where all of it fits. */
  readonly rest: Rest | undefined;
  /** The forced break that was taken; `auto` for one that space demanded. */
  readonly forced: Break;
  /** How much more height would have let the next piece in; pt. */
  readonly shortage: number;
}

/**
 * Cuts a rest so that its head is at most `available` pt high, at the best place by the rules of css-break-3 §4.
 * A head that cannot be made to fit overflows; there is always progress.
 */
export function cutAt(rest: Rest, available: number, type: FragmentainerType): CutResult {
  const search: Search = { type, shortage: Number.POSITIVE_INFINITY };
  const choice = choose(rest, available, search, 0);
  const fits = neededHeight(rest) <= available + slack;
  const forced = choice ? forcedOf(choice.cut) : 'auto';
  const { shortage } = search;
  if (fits && !isForced(forced)) return { head: finish(rest), rest: undefined, forced: 'auto', shortage };
  const cut = choice?.cut ?? firstCut(rest, available, search);
  if (!cut) return { head: finish(rest), rest: undefined, forced: 'auto', shortage };
  return { ...take(rest, cut, available), forced, shortage };
}

/** Cuts one column off a strip. */
export function cutColumn(strip: Rest, height: number): CutResult {
  return cutAt(strip, height, 'column');
}

type Parts = Pick<CutResult, 'head' | 'rest'>;

function take(rest: Rest, cut: Cut, available: number): Parts {
  if (cut.kind === 'between') return takeBetween(rest, cut, available);
  return rest.fragment.cutting === 'columns'
    ? takeColumns(rest, available)
    : takeAcross(rest, cut, available);
}

function takeBetween(rest: Rest, cut: BetweenCut, available: number): Parts {
  const { fragment } = rest;
  const { children } = fragment;
  const room = available - footerHeight(fragment);
  const child = cut.inner ? (children[cut.index] as BoxFragment) : undefined;
  const top = child ? topOf(rest, cut.index) : 0;
  const inner = child && cut.inner && take(childRest(rest, cut.index, child), cut.inner, room - top);
  const placed = placedChildren(rest, cut.index);
  if (inner) placed.push({ ...inner.head, x: child.x, y: top });
  const next = inner && !inner.rest ? cut.index + 1 : cut.index;
  if (next >= children.length && !leavesSpace(rest, cut))
    return { head: finish(rest, placed), rest: undefined };
  const footers = stacked(fragment.footer, bottomOfAll(placed));
  const after = restAfter(rest, cut, next, inner?.rest);
  const limits = {
    floats: room,
    cells: inner?.rest ? room : Math.min(room, bottomOfAll(placed)),
    from: bottomOfAll(placed),
    to: after.lead,
  };
  const above = keepAbove(closed(placed), limits, cutPart);
  const all = [...above.children, ...footers];
  const height = headHeight(rest, all, available);
  const end = endOf(rest, cut, available);
  const head = { ...headOf(rest, all), height, positioned: positionedTo(rest, end) };
  return {
    head,
    rest: {
      ...after,
      positioned: positionedFrom(rest, after, end),
      height: restHeight(rest, after, height),
      carried: above.carried,
    },
  };
}

/** What content needs, or what is left of a height of its own. */
function restHeight(rest: Rest, after: Rest, taken: number): number {
  const { fragment } = rest;
  if (!fragment.sized) return after.height;
  const left = Math.max(0, rest.height - taken);
  return fragment.stretched ? Math.max(left, contentHeight(after)) : left;
}

/** What hangs over is cut where it may be; what may not be goes on whole, unless it is there already. */
function cutPart(rest: Rest, room: number): { head: BoxFragment | undefined; rest: Rest | undefined } {
  const choice = choose(rest, room, { type: 'page', shortage: Number.POSITIVE_INFINITY }, 0);
  const { box } = rest.fragment;
  const mayWait = box && !box.deferred && !box.continued && !rest.fragment.spansRows;
  if (choice && !(mayWait && choice.rank > 0)) return take(rest, choice.cut, room);
  return rest.fragment.spansRows ? { head: finish(rest), rest: undefined } : { head: undefined, rest };
}

/** The cut goes through the space below the last child. */
function leavesSpace(rest: Rest, cut: BetweenCut): boolean {
  return !cut.inner && cut.index >= rest.fragment.children.length;
}

/** A box that goes on reaches to the end of its page or column, as far as it has a height of its own to do so. */
function headHeight(rest: Rest, children: readonly Fragment[], available: number): number {
  const { fragment } = rest;
  const content = bottomOfAll(children);
  if (!fragment.box) return content;
  if (fragment.sized) return Math.max(0, Math.min(rest.height - fragment.after, available));
  return Math.max(available, content);
}

function restAfter(rest: Rest, cut: BetweenCut, index: number, first: Rest | undefined): Rest {
  const { fragment } = rest;
  const child = fragment.children[index];
  const kept = !cut.inner && isForced(cut.forced) && child?.kind === 'box' ? child.marginTop : 0;
  const lead = bottomOfAll(stacked(fragment.header, 0)) + kept;
  const height = first?.height ?? child?.height ?? 0;
  const shift = child ? bottomOf(child) - (lead + height) : 0;
  return {
    fragment,
    continued: true,
    index,
    first,
    lead,
    shift,
    height: fragment.height - shift,
    parts: [],
    carried: [],
    positioned: undefined,
    columns: [],
    leftOver: false,
  };
}

/** The children before `end`, at their places in the rest, below repeated headers. */
function placedChildren(rest: Rest, end: number): Fragment[] {
  const { fragment } = rest;
  const placed: Fragment[] = rest.continued ? [...closed(stacked(fragment.header, 0))] : [];
  for (const { rest: part, x, y } of rest.carried) placed.push({ ...finish(part), x, y });
  for (let index = rest.index; index < end; index++) {
    const child = fragment.children[index]!;
    const begun = index === rest.index ? rest.first : undefined;
    placed.push(
      begun ? { ...finish(begun), x: child.x, y: rest.lead } : moved(child, 0, topOf(rest, index) - child.y),
    );
  }
  return placed;
}

/** What a fragment looks like that has an end on another page, but for its height. */
function headOf(rest: Rest, children: readonly Fragment[]): BoxFragment {
  const { fragment, continued } = rest;
  return {
    ...fragment,
    y: continued ? 0 : fragment.y,
    children,
    before: continued ? 0 : fragment.before,
    after: 0,
    ends: { top: fragment.ends.top && !continued, bottom: false },
    marginTop: continued ? 0 : fragment.marginTop,
    marker: continued ? undefined : fragment.marker,
    strokes: continued ? [] : fragment.strokes,
    positioned: positionedTo(rest, Number.POSITIVE_INFINITY),
  };
}

/** All of a rest, as the last part of its fragment. */
function finish(rest: Rest, children = finishedChildren(rest)): BoxFragment {
  const { fragment } = rest;
  if (!rest.continued) return children === fragment.children ? fragment : { ...fragment, children };
  const head = headOf(rest, children);
  const rules = fragment.columns && columnRules(fragment.columns, children, rest.height);
  const last = { first: false, last: true, height: rest.height };
  return {
    ...head,
    strokes: rules ?? (fragment.cutting === 'parallel' ? strokesOfPart(fragment, last) : head.strokes),
    closing: closingOfPart(fragment, rest.height),
    height: rest.height,
    after: fragment.after,
    ends: { top: false, bottom: fragment.ends.bottom },
  };
}

function finishedChildren(rest: Rest): readonly Fragment[] {
  if (!rest.continued) return rest.fragment.children;
  switch (rest.fragment.cutting) {
    case 'columns':
      return lastColumns(rest, cutColumn);
    case 'parallel':
      return rest.parts.map((part) => ({
        ...finish(part),
        x: part.fragment.x,
        y: partTop(rest, part),
        height: Math.max(part.height, rest.height - rest.fragment.after),
      }));
    default:
      return placedChildren(rest, rest.fragment.children.length);
  }
}

function takeAcross(rest: Rest, cut: AcrossCut, available: number): Parts {
  const heads: BoxFragment[] = [];
  const rests: Rest[] = [];
  rest.parts.forEach((part, index) => {
    const top = partTop(rest, part);
    const inner = cut.parts[index];
    const taken = inner ? take(part, inner, available - top) : { head: finish(part), rest: undefined };
    heads.push({ ...taken.head, x: part.fragment.x, y: top });
    rests.push(taken.rest ?? nothingOf(part));
  });
  const height = rests.reduce((most, part) => Math.max(most, part.height), 0);
  const positioned = positionedTo(rest, available);
  const reached = Math.max(available, 0);
  const strokes = strokesOfPart(rest.fragment, { first: !rest.continued, last: false, height: reached });
  const head = { ...headOf(rest, heads), height: reached, strokes, positioned };
  if (height === 0 && rests.every((part) => part.index >= part.fragment.children.length))
    return { head: { ...finish(rest, heads), y: head.y }, rest: undefined };
  return {
    head,
    rest: {
      ...rest,
      continued: true,
      parts: rests,
      height: height + rest.fragment.after,
      positioned: positionedFrom(rest, undefined, available),
    },
  };
}

/** What a finished parallel part leaves on the next page: its box without content, so that columns keep their places. */
function nothingOf(part: Rest): Rest {
  const { fragment } = part;
  return {
    ...part,
    continued: true,
    index: fragment.children.length,
    first: undefined,
    lead: 0,
    height: 0,
    parts: [],
    carried: [],
    positioned: nonePositioned,
  };
}

function takeColumns(rest: Rest, available: number): Parts {
  const state = rest.fragment.columns!;
  const filled = fillColumns(rest.parts[0]!, state, available, cutColumn);
  const height = Math.max(available, bottomOfAll(filled.children));
  const strokes = columnRules(state, filled.children, height);
  const head = { ...headOf(rest, filled.children), height, strokes };
  if (filled.rest) return { head, rest: restOfColumns(rest.fragment, filled.rest, height, cutColumn) };
  return { head: { ...head, ends: { top: head.ends.top, bottom: true } }, rest: undefined };
}
