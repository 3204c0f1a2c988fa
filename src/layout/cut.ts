import type { Break } from '../style/computed-style.ts';
import { breakBetween, isForced } from './breaks.ts';
import { balanceColumns, fillColumns } from './columns.ts';
import { type BoxFragment, bottomOf, emptyFragment, type Fragment, moved } from './fragment.ts';

/** What is being filled: forced column breaks count only in columns. */
export type FragmentainerType = 'page' | 'column';

/** The two parts of a fragment; no tail where all of it fits. */
export interface CutResult {
  readonly head: BoxFragment;
  readonly tail: BoxFragment | undefined;
  /** The forced break that was taken; `auto` for one that space demanded. */
  readonly forced: Break;
}

/** Where to cut: before child `index`, or inside it; `at` for parts that are cut by height alone. */
interface Cut {
  readonly index: number;
  readonly inner: Cut | undefined;
  readonly at: number | undefined;
  readonly forced: Break;
}

interface Choice {
  readonly cut: Cut;
  /** 0 is free; higher ranks break more rules (css-break-3 §4.4). */
  readonly rank: number;
}

const ranks = { lines: 1, inside: 2, between: 4 } as const;

/** Room for rounding, pt. */
const slack = 0.01;

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

function forcedOf(cut: Cut): Break {
  return cut.inner ? forcedOf(cut.inner) : cut.forced;
}

function choose(
  fragment: BoxFragment,
  available: number,
  type: FragmentainerType,
  inherited: number,
): Choice | undefined {
  switch (fragment.cutting) {
    case 'flow':
    case 'rows':
      return chooseBetween(fragment, available - footerHeight(fragment), type, inherited);
    case 'parallel':
      return chooseAcross(fragment, available, inherited + ranks.inside);
    case 'columns':
      return chooseAcross(fragment, available, inherited);
    case 'none':
      return undefined;
  }
}

function chooseBetween(
  fragment: BoxFragment,
  available: number,
  type: FragmentainerType,
  inherited: number,
): Choice | undefined {
  const rank = inherited + (avoidsInside(fragment, type) ? ranks.inside : 0);
  let best: Choice | undefined;
  const consider = (choice: Choice): void => {
    if (!best || choice.rank <= best.rank) best = choice;
  };
  for (let index = 0; index < fragment.children.length; index++) {
    const child = fragment.children[index]!;
    if (index > 0) {
      const value = breakBetween(fragment.children[index - 1]!, child);
      const cut: Cut = {
        index,
        inner: undefined,
        at: undefined,
        forced: forces(value, type) ? value : 'auto',
      };
      if (cut.forced !== 'auto') return { cut, rank: 0 };
      consider({ cut, rank: rank + rankBetween(fragment, index, value, type) });
    }
    const inner = child.kind === 'box' ? choose(child, available - child.y, type, rank) : undefined;
    if (inner && isForced(forcedOf(inner.cut))) return within(index, inner);
    if (bottomOf(child) <= available + slack) continue;
    if (inner) consider(within(index, inner));
    break;
  }
  return best;
}

function within(index: number, inner: Choice): Choice {
  return { cut: { index, inner: inner.cut, at: undefined, forced: 'auto' }, rank: inner.rank };
}

function chooseAcross(fragment: BoxFragment, available: number, rank: number): Choice | undefined {
  if (fragment.height <= available + slack) return undefined;
  if (available - fragment.before < leastUseful(fragment)) return undefined;
  return { cut: { index: 0, inner: undefined, at: available, forced: 'auto' }, rank };
}

/** Two lines: less is not worth starting a column or a row for. */
function leastUseful(fragment: BoxFragment): number {
  return (fragment.box?.style.fontSize ?? 12) * 2.4;
}

function forces(value: Break, type: FragmentainerType): boolean {
  return isForced(value) && (value !== 'column' || type === 'column');
}

function avoidsInside(fragment: BoxFragment, type: FragmentainerType): boolean {
  const value = fragment.box?.style.breakInside ?? 'auto';
  return value === 'avoid' || value === `avoid-${type}`;
}

function rankBetween(fragment: BoxFragment, index: number, value: Break, type: FragmentainerType): number {
  const avoided = value === 'avoid' || value === `avoid-${type}`;
  const header = fragment.cutting === 'rows' && index <= fragment.header.length && fragment.ends.top;
  return (avoided || header ? ranks.between : 0) + (breaksLines(fragment, index) ? ranks.lines : 0);
}

function breaksLines(fragment: BoxFragment, index: number): boolean {
  if (fragment.children[index]?.kind !== 'line' || !fragment.box) return false;
  const { orphans, widows } = fragment.box.style;
  return index < orphans || fragment.children.length - index < widows;
}

/** Where nothing may break: the first place that comes after what must overflow, so that there is progress. */
function firstCut(fragment: BoxFragment, available: number): Cut | undefined {
  if (fragment.cutting === 'none') return undefined;
  if (fragment.cutting !== 'flow' && fragment.cutting !== 'rows') {
    return available > 0 && fragment.height > available
      ? { index: 0, inner: undefined, at: available, forced: 'auto' }
      : undefined;
  }
  const first = fragment.children[0];
  const inner = first?.kind === 'box' ? firstCut(first, available - first.y) : undefined;
  if (inner) return { index: 0, inner, at: undefined, forced: 'auto' };
  const index = 1 + (fragment.cutting === 'rows' && fragment.ends.top ? fragment.header.length : 0);
  return fragment.children.length > index
    ? { index, inner: undefined, at: undefined, forced: 'auto' }
    : undefined;
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
  const all = [...children, ...footers];
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
  const headers = stacked(fragment.header, 0);
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

function footerHeight(fragment: BoxFragment): number {
  return fragment.footer.reduce((sum, row) => sum + row.height, 0);
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
