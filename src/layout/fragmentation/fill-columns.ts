import type { BoxFragment, ColumnsState, Fragment, Stroke } from '../fragment.ts';
import { breakBetween, isForced } from './breaks.ts';
import { isBeside, type Rest, topOf } from './rest.ts';

/** Cuts a column's worth off a strip; the cutting stage supplies it, so that the two do not import each other. */
export type CutColumn = (
  strip: Rest,
  height: number,
) => { readonly head: BoxFragment; readonly rest: Rest | undefined; readonly shortage: number };

/** Columns that were filled, and what is left of their strip. */
export interface Filled {
  readonly children: readonly BoxFragment[];
  readonly rest: Rest | undefined;
  /** How much higher the columns must be for anything to change; pt. */
  readonly shortage: number;
  /** Of the row; pt. */
  readonly height: number;
}

/** Columns filled in order, each up to `height` pt, and what is left of the strip. */
export function fillColumns(strip: Rest, state: ColumnsState, height: number, cut: CutColumn): Filled {
  const children: BoxFragment[] = [];
  let rest: Rest | undefined = strip;
  let shortage = Number.POSITIVE_INFINITY;
  for (let index = 0; index < state.count && rest; index++) {
    const parts = cut(rest, height);
    children.push(atColumn(parts.head, state, index));
    shortage = Math.min(shortage, parts.shortage);
    rest = parts.rest;
  }
  const tallest = children.reduce((most, column) => Math.max(most, column.height), 0);
  return { children, rest, shortage, height: state.balance ? Math.max(height, tallest) : height };
}

/** A column at its place in the row. */
export function atColumn(column: BoxFragment, state: ColumnsState, index: number): BoxFragment {
  const place = state.rightToLeft ? state.count - 1 - index : index;
  return { ...column, x: place * (state.columnWidth + state.gap), y: 0 };
}

/**
 * The height at which everything fits into the columns (css-multicol-1 §7): first as if content could be cut anywhere,
 * then up by what the column that comes nearest needs for one piece more.
 */
export function balanceColumns(
  strip: Rest,
  state: ColumnsState,
  limit: number | undefined,
  cut: CutColumn,
): Filled {
  const most = limit ?? Math.max(strip.height, leastStep) * state.count;
  let height = Math.min(most, evenHeight(strip, state));
  for (;;) {
    const filled = fillColumns(strip, state, height, cut);
    if (!filled.rest || height >= most || filled.shortage === Number.POSITIVE_INFINITY) return filled;
    height = Math.min(most, height + Math.max(filled.shortage, leastStep));
  }
}

/**
 * The height of columns that hold what is between forced breaks in equal parts: each column that is to spare goes
 * to the run of content that needs the most height.
 */
function evenHeight(strip: Rest, state: ColumnsState): number {
  const runs = runsBetweenForcedBreaks(strip, state.trailing).map((height) => ({ height, columns: 1 }));
  const tallest = () => runs.reduce((a, b) => (b.height / b.columns > a.height / a.columns ? b : a));
  for (let spare = state.count - runs.length; spare > 0; spare--) tallest().columns++;
  const { height, columns } = tallest();
  return height / columns;
}

/** The heights of what is between forced breaks among the children of a strip; pt. */
function runsBetweenForcedBreaks(strip: Rest, trailing: number): readonly number[] {
  const { fragment, index: first } = strip;
  if (!fragment.forces) return [strip.height + trailing];
  const runs: number[] = [];
  let [start, end] = [0, 0];
  let above: Fragment | undefined;
  for (let index = first; index < fragment.children.length; index++) {
    const child = fragment.children[index]!;
    if (isBeside(child)) continue;
    if (above && isForced(breakBetween(above, child))) {
      runs.push(end - start);
      start = topOf(strip, index) - (child.kind === 'box' ? child.marginTop : 0);
    }
    above = child;
    end = topOf(strip, index) + child.height;
  }
  runs.push(strip.height + trailing - start);
  return runs;
}

/** No step is smaller, so that rounding cannot keep balancing from its end. Pt. */
const leastStep = 0.01;

/** A strip that would fill this many pages like the last is not balanced: it is going to be cut again. */
const severalPages = 3;

/** What is left of a row of columns when a page has taken `taken` pt of each. */
export function restOfColumns(fragment: BoxFragment, strip: Rest, taken: number, cut: CutColumn): Rest {
  const state = fragment.columns!;
  const average = strip.height / state.count;
  const filled = average > severalPages * taken ? undefined : filledColumns(strip, state, cut);
  return {
    fragment,
    continued: true,
    index: 0,
    first: undefined,
    lead: 0,
    shift: 0,
    height: filled?.height ?? average,
    parts: [strip],
    carried: [],
    positioned: undefined,
    columns: filled?.children ?? [],
    leftOver: filled?.rest !== undefined,
  };
}

/** Columns in no fixed height: balanced, or the first filled as far as the page goes, which may be all of it. */
function filledColumns(strip: Rest, state: ColumnsState, cut: CutColumn): Filled {
  return state.balance
    ? balanceColumns(strip, state, undefined, cut)
    : fillColumns(strip, state, strip.height, cut);
}

/** The columns of a rest that is not cut any more. */
export function lastColumns(rest: Rest, cut: CutColumn): readonly BoxFragment[] {
  if (rest.columns.length > 0) return rest.columns;
  return filledColumns(rest.parts[0]!, rest.fragment.columns!, cut).children;
}

/** The lines between columns that both have content, as high as the row (css-multicol-1 §4). */
export function columnRules(
  state: ColumnsState,
  columns: readonly Fragment[],
  height: number,
): readonly Stroke[] {
  const { width, colour, style } = state.rule;
  if (width === 0) return [];
  return columns.slice(1).map((column) => {
    const before = state.rightToLeft ? column.x + state.columnWidth : column.x - state.gap;
    return { x: before + (state.gap - width) / 2, y: 0, width, height, colour, style, isUpright: true };
  });
}
