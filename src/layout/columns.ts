import type { BlockBox, Box, InlineRootBox } from './box.ts';
import { breakBetween, isForced, propagatedBreaks } from './breaks.ts';
import type { Constraints, Laid } from './formatting.ts';
import {
  type BoxFragment,
  bottomOf,
  type ColumnsState,
  emptyFragment,
  type Fragment,
  type Stroke,
} from './fragment.ts';
import { emptyStrut, type Strut, strutValue } from './margins.ts';
import { isBeside, type Rest, topOf, whole } from './rest.ts';
import { resolve } from './sizing.ts';

/** Content in columns: what a block container holds in place of its flow. */
export interface ColumnFlow {
  readonly children: readonly Fragment[];
  readonly height: number;
  readonly top: Strut;
  readonly bottom: Strut;
  readonly empty: boolean;
}

/** How the parts of a multi-column container are laid out; the block stage supplies it. */
export interface ColumnLayout {
  /** Content as one endless column. */
  readonly strip: (
    box: BlockBox | InlineRootBox,
    inner: Constraints,
  ) => { readonly children: readonly Fragment[]; readonly height: number };
  /** A box that spans all columns, at (x, 0). */
  readonly spanner: (box: Box, inner: Constraints) => { readonly laid: Laid; readonly fragment: BoxFragment };
  readonly cut: CutColumn;
}

/** Cuts a column's worth off a strip; the cutting stage supplies it, so that the two do not import each other. */
export type CutColumn = (
  strip: Rest,
  height: number,
) => { readonly head: BoxFragment; readonly rest: Rest | undefined; readonly shortage: number };

/**
 * Lays out a multi-column container (css-multicol-1 §3): rows of columns, each one strip of column width that is cut,
 * and the boxes that span all columns between them (§6).
 */
export function layOutColumns(
  box: BlockBox | InlineRootBox,
  inner: Constraints,
  layout: ColumnLayout,
): ColumnFlow {
  const children: BoxFragment[] = [];
  let y = 0;
  for (const part of columnParts(box)) {
    if (part.spans) {
      const { laid, fragment } = layout.spanner(part.box, inner);
      const top = strutValue(laid.top);
      children.push({ ...fragment, y: y + top, marginTop: top });
      y += top + fragment.height + strutValue(laid.bottom);
    } else {
      const room = inner.height === undefined ? undefined : Math.max(0, inner.height - y);
      const row = columnRow(part.box, inner, room, layout);
      if (row.children.length === 0) continue;
      children.push({ ...row, y });
      y += row.height;
    }
  }
  return { children, height: y, top: emptyStrut, bottom: emptyStrut, empty: children.length === 0 };
}

type ColumnPart =
  | { readonly spans: true; readonly box: Box }
  | { readonly spans: false; readonly box: BlockBox | InlineRootBox };

/** The children of a container, those between spanning ones together. */
function columnParts(box: BlockBox | InlineRootBox): readonly ColumnPart[] {
  if (box.kind === 'inline-root' || !box.children.some(spansColumns)) return [{ spans: false, box }];
  const parts: ColumnPart[] = [];
  let run: Box[] = [];
  const flush = (): void => {
    if (run.length) parts.push({ spans: false, box: { ...box, children: run } });
    run = [];
  };
  for (const child of box.children) {
    if (spansColumns(child)) {
      flush();
      parts.push({ spans: true, box: child });
    } else run.push(child);
  }
  flush();
  return parts;
}

function spansColumns(box: Box): boolean {
  return box.style.columnSpan === 'all';
}

function columnRow(
  box: BlockBox | InlineRootBox,
  inner: Constraints,
  room: number | undefined,
  layout: ColumnLayout,
): BoxFragment {
  const style = box.style;
  const gap = style.columnGap === 'normal' ? style.fontSize : resolve(style.columnGap, inner.width);
  const count = columnCountOf(style.columnCount, style.columnWidth, gap, inner.width);
  const columnWidth = Math.max(0, (inner.width - gap * (count - 1)) / count);
  const flow = layout.strip(box, { ...inner, width: columnWidth, height: undefined });
  const breaks = propagatedBreaks(
    { breakBefore: 'auto', breakAfter: 'auto', page: inner.page },
    flow.children,
  );
  const strip: BoxFragment = {
    ...emptyFragment(undefined, inner.page),
    ...breaks,
    width: columnWidth,
    // A margin below the last box is cut off by the end of the column.
    height: flow.children.reduce((most, child) => Math.max(most, isBeside(child) ? 0 : bottomOf(child)), 0),
    children: flow.children,
    cutting: 'flow',
  };
  const state: ColumnsState = {
    strip,
    count,
    columnWidth,
    gap,
    balance: style.columnFill === 'balance',
    rightToLeft: style.direction === 'rtl',
    rule: style.columnRule,
    leftOver: false,
    trailing: flow.height - strip.height,
  };
  const filled = state.balance
    ? balanceColumns(whole(strip), state, room, layout.cut)
    : fillColumns(whole(strip), state, room ?? strip.height, layout.cut);
  const children = [...filled.children, ...overflowColumns(filled, state, room, layout.cut)];
  const leftOver = filled.rest !== undefined && room === undefined;
  return {
    ...emptyFragment(undefined, inner.page),
    ...breaks,
    forces: leftOver,
    width: inner.width,
    height: filled.height,
    children,
    cutting: 'columns',
    columns: { ...state, leftOver },
    strokes: columnRules(state, children, filled.height),
  };
}

/** Columns beyond the last, where the height is fixed and the content does not fit (css-multicol-1 §8.2). */
function overflowColumns(
  filled: Filled,
  state: ColumnsState,
  room: number | undefined,
  cut: CutColumn,
): readonly BoxFragment[] {
  const columns: BoxFragment[] = [];
  for (let rest = filled.rest; rest && room !== undefined; ) {
    const parts = cut(rest, room);
    columns.push(atColumn(parts.head, state, state.count + columns.length));
    rest = parts.rest;
  }
  return columns;
}

function columnCountOf(
  count: number | 'auto',
  width: number | 'auto',
  gap: number,
  available: number,
): number {
  const fitting =
    width === 'auto' ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor((available + gap) / (width + gap)));
  if (count === 'auto') return Number.isFinite(fitting) ? fitting : 1;
  return Math.max(1, Math.min(count, fitting));
}

/** Columns that were filled, and what is left of their strip. */
interface Filled {
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

function atColumn(column: BoxFragment, state: ColumnsState, index: number): BoxFragment {
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
  const { width, colour } = state.rule;
  if (width === 0) return [];
  return columns.slice(1).map((column) => {
    const before = state.rightToLeft ? column.x + state.columnWidth : column.x - state.gap;
    return { x: before + (state.gap - width) / 2, y: 0, width, height, colour };
  });
}
