import type { BlockBox, InlineRootBox } from './box.ts';
import type { Constraints } from './formatting.ts';
import { type BoxFragment, bottomOf, type ColumnsState, emptyFragment, type Fragment } from './fragment.ts';
import { emptyStrut, type Strut } from './margins.ts';
import { resolve } from './sizing.ts';

/** Content in columns: what a block container holds in place of its flow. */
export interface ColumnFlow {
  readonly children: readonly Fragment[];
  readonly height: number;
  readonly top: Strut;
  readonly bottom: Strut;
  readonly empty: boolean;
  readonly state: ColumnsState;
}

/** Content laid out as one endless column. */
type LayOutStrip = (
  box: BlockBox | InlineRootBox,
  inner: Constraints,
) => { readonly children: readonly Fragment[]; readonly height: number };

/** Cuts a column's worth off a strip; the cutting stage supplies it, so that the two do not import each other. */
export type CutColumn = (
  strip: BoxFragment,
  height: number,
) => { readonly head: BoxFragment; readonly tail: BoxFragment | undefined };

/** Lays out a multi-column container (css-multicol-1 §3): one strip of column width, cut into columns. */
export function layOutColumns(
  box: BlockBox | InlineRootBox,
  inner: Constraints,
  layOutStrip: LayOutStrip,
  cut: CutColumn,
): ColumnFlow {
  const style = box.style;
  const gap = style.columnGap === 'normal' ? style.fontSize : resolve(style.columnGap, inner.width);
  const count = columnCountOf(style.columnCount, style.columnWidth, gap, inner.width);
  const columnWidth = Math.max(0, (inner.width - gap * (count - 1)) / count);
  const flow = layOutStrip(box, { ...inner, width: columnWidth, height: undefined });
  const strip = stripOf(flow, columnWidth, inner.page);
  const balance = style.columnFill === 'balance' || inner.height === undefined;
  const state = { strip, count, columnWidth, gap, balance, rightToLeft: style.direction === 'rtl' };
  const filled = state.balance
    ? balanceColumns(state, inner.height, cut)
    : fillColumns(state, inner.height ?? flow.height, cut);
  const height = filled.children.reduce((most, column) => Math.max(most, bottomOf(column)), 0);
  const empty = flow.children.length === 0;
  return { children: filled.children, height, top: emptyStrut, bottom: emptyStrut, empty, state };
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

function stripOf(
  flow: { readonly children: readonly Fragment[]; readonly height: number },
  width: number,
  page: string,
): BoxFragment {
  return {
    ...emptyFragment(undefined, page),
    width,
    height: flow.height,
    children: flow.children,
    cutting: 'flow',
  };
}

/** Columns filled in order, each up to `height` pt, and what is left of the strip. */
export function fillColumns(
  state: ColumnsState,
  height: number,
  cut: CutColumn,
): { readonly children: readonly BoxFragment[]; readonly rest: BoxFragment | undefined } {
  const children: BoxFragment[] = [];
  let rest: BoxFragment | undefined = state.strip;
  for (let index = 0; index < state.count && rest; index++) {
    const parts = cut(rest, height);
    const place = state.rightToLeft ? state.count - 1 - index : index;
    children.push({ ...parts.head, x: place * (state.columnWidth + state.gap), y: 0 });
    rest = parts.tail;
  }
  return { children, rest };
}

/** The lowest height at which everything fits into the columns (css-multicol-1 §7). */
export function balanceColumns(
  state: ColumnsState,
  limit: number | undefined,
  cut: CutColumn,
): { readonly children: readonly BoxFragment[]; readonly rest: BoxFragment | undefined } {
  const total = state.strip.height;
  const most = Math.min(limit ?? Number.POSITIVE_INFINITY, total);
  let low = total / state.count;
  let high = most;
  if (fillColumns(state, high, cut).rest || state.count === 1) return fillColumns(state, high, cut);
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (fillColumns(state, middle, cut).rest) low = middle;
    else high = middle;
  }
  return fillColumns(state, high, cut);
}
