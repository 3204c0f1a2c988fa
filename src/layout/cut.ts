import type { Break } from '../style/computed-style.ts';
import { isForced } from './breaks.ts';
import { type Cut, choose, type FragmentainerType, firstCut, forcedOf, slack } from './choose-break.ts';
import { balanceColumns, fillColumns } from './columns.ts';
import { type BoxFragment, bottomOf, emptyFragment, type Fragment, moved } from './fragment.ts';

/** The two parts of a fragment; no tail where all of it fits. */
export interface CutResult {
  readonly head: BoxFragment;
  readonly tail: BoxFragment | undefined;
  /** The forced break that was taken; `auto` for one that space demanded. */
  readonly forced: Break;
}

/**
 * Cuts a fragment so that its head is at most `available` pt high, at the best place by the rules of css-break-3 §4.
 * A head that cannot be made to fit overflows; there is always progress.
 */
export function cutAt(fragment: BoxFragment, available: number, type: FragmentainerType): CutResult {
  const choice = choose(fragment, available, type, 0);
  const fits = fragment.height <= available + slack;
  if (fits && !(choice && isForced(forcedOf(choice.cut))))
    return { head: fragment, tail: undefined, forced: 'auto' };
  const cut = choice?.cut ?? firstCut(fragment, available);
  if (!cut) return { head: fragment, tail: undefined, forced: 'auto' };
  const parts = split(fragment, cut, type);
  return { ...parts, forced: forcedOf(cut) };
}

/** Cuts one column off a strip. */
export function cutColumn(strip: BoxFragment, height: number): CutResult {
  return cutAt(strip, height, 'column');
}

type Parts = Pick<CutResult, 'head'> & { readonly tail: BoxFragment | undefined };

function split(fragment: BoxFragment, cut: Cut, type: FragmentainerType): Parts {
  if (cut.at !== undefined) {
    return fragment.cutting === 'columns'
      ? splitColumns(fragment, cut.at)
      : splitAcross(fragment, cut.at, type);
  }
  const child = fragment.children[cut.index]!;
  const parts = cut.inner && child.kind === 'box' ? split(child, cut.inner, type) : undefined;
  const headChildren = [...fragment.children.slice(0, cut.index), ...(parts ? [parts.head] : [])];
  const first: Fragment | undefined = parts ? parts.tail : child;
  const rest = fragment.children.slice(cut.index + 1);
  if (!first && rest.length === 0) return { head: fragment, tail: undefined };
  const head = headOf(fragment, headChildren);
  return { head, tail: tailOf(fragment, child, first, rest, isForced(cut.forced)) };
}

function headOf(fragment: BoxFragment, children: readonly Fragment[]): BoxFragment {
  const footers = stacked(fragment.footer, bottomOfAll(children));
  const all = [...closed(children), ...footers];
  return {
    ...fragment,
    children: all,
    height: bottomOfAll(all),
    after: 0,
    ends: { top: fragment.ends.top, bottom: false },
    breakAfter: 'auto',
    endPage: children.reduce(
      (page, child) => (child.kind === 'box' ? child.endPage : page),
      fragment.startPage,
    ),
  };
}

function tailOf(
  fragment: BoxFragment,
  original: Fragment,
  first: Fragment | undefined,
  rest: readonly Fragment[],
  keepMargin: boolean,
): BoxFragment {
  const margin = keepMargin && original.kind === 'box' ? original.marginTop : 0;
  const headers = closed(stacked(fragment.header, 0));
  const top = bottomOfAll(headers) + margin;
  const leading = first ?? rest[0]!;
  const shift = (first ? bottomOf(original) - first.height : leading.y) - top;
  const moving = first
    ? [{ ...first, y: top }, ...rest.map((child) => moved(child, 0, -shift))]
    : rest.map((child) => moved(child, 0, -shift));
  return {
    ...fragment,
    children: [...headers, ...moving],
    height: fragment.height - shift,
    before: 0,
    ends: { top: false, bottom: fragment.ends.bottom },
    marginTop: 0,
    breakBefore: 'auto',
    startPage: leading.kind === 'box' ? leading.startPage : fragment.startPage,
    marker: undefined,
    strokes: [],
  };
}

/** The last of rows, with the edge below it that the row it is parted from would have drawn. */
function closed<F extends Fragment>(rows: readonly F[]): readonly F[] {
  const last = rows.at(-1);
  if (last?.kind !== 'box' || !last.ends.bottom || last.closing.length === 0) return rows;
  return [...rows.slice(0, -1), { ...last, strokes: [...last.strokes, ...last.closing], closing: [] }];
}

/** Repeated rows from `y` downwards. */
function stacked(rows: readonly BoxFragment[], y: number): BoxFragment[] {
  let next = y;
  return rows.map((row) => {
    const placed = { ...row, y: next, repeated: true };
    next += row.height;
    return placed;
  });
}

function bottomOfAll(children: readonly Fragment[]): number {
  return children.reduce((most, child) => Math.max(most, bottomOf(child)), 0);
}

function splitAcross(fragment: BoxFragment, at: number, type: FragmentainerType): Parts {
  const heads: Fragment[] = [];
  const tails: Fragment[] = [];
  for (const child of fragment.children) {
    if (child.kind === 'line') {
      heads.push(child);
      continue;
    }
    const parts = cutAt(child, at - child.y, type);
    heads.push(parts.head);
    tails.push({ ...(parts.tail ?? remainder(child)), y: 0 });
  }
  if (!tails.some((tail) => tail.height > 0)) return { head: fragment, tail: undefined };
  const head = { ...headOf(fragment, heads), height: at };
  const height = bottomOfAll(tails) + fragment.after;
  const tail = { ...tailOf(fragment, tails[0]!, tails[0], [], false), children: tails, height };
  return { head, tail };
}

/** What a finished parallel child leaves on the next page: its box without content, so that columns keep their places. */
function remainder(child: BoxFragment): BoxFragment {
  return {
    ...emptyFragment(child.box, child.startPage),
    x: child.x,
    width: child.width,
    ends: { top: false, bottom: false },
  };
}

function splitColumns(fragment: BoxFragment, at: number): Parts {
  const state = fragment.columns!;
  const left = fragment.children[0] ? Math.min(...fragment.children.map((child) => child.x)) : 0;
  const filled = fillColumns(state, at - fragment.before, cutColumn);
  const place = (columns: readonly BoxFragment[], before: number): BoxFragment[] =>
    columns.map((column) => moved(column, left, before));
  const headChildren = place(filled.children, fragment.before);
  if (!filled.rest) return { head: { ...fragment, children: headChildren }, tail: undefined };
  const rest = { ...state, strip: { ...filled.rest, y: 0 } };
  const balanced = state.balance
    ? balanceColumns(rest, undefined, cutColumn)
    : fillColumns(rest, rest.strip.height, cutColumn);
  const tailChildren = place(balanced.children, 0);
  const tail = tailOf(fragment, tailChildren[0]!, tailChildren[0], tailChildren.slice(1), false);
  const restored = {
    ...tail,
    children: tailChildren,
    height: bottomOfAll(tailChildren) + fragment.after,
    columns: rest,
  };
  return { head: headOf(fragment, headChildren), tail: restored };
}
