import type { BlockBox, Box, InlineRootBox } from '../box.ts';
import type { Constraints, Laid } from '../formatting.ts';
import { type BoxFragment, bottomOf, type ColumnsState, emptyFragment, type Fragment } from '../fragment.ts';
import { emptyStrut, type Strut, strutValue } from '../margins.ts';
import { resolve } from '../sizing.ts';
import { propagatedBreaks } from './breaks.ts';
import {
  atColumn,
  balanceColumns,
  type CutColumn,
  columnRules,
  type Filled,
  fillColumns,
} from './fill-columns.ts';
import { isBeside, whole } from './rest.ts';

/** Content in columns: what a block container holds in place of its flow. */
export interface ColumnFlow {
  readonly children: readonly Fragment[];
  readonly height: number;
  readonly top: Strut;
  readonly bottom: Strut;
  readonly empty: boolean;
}

/** Content as one endless column. */
export interface StripFlow {
  readonly children: readonly Fragment[];
  readonly height: number;
  /** Boxes that have no nearer containing block. */
  readonly positioned?: readonly BoxFragment[];
}

/** How the parts of a multi-column container are laid out; the block stage supplies it. */
export interface ColumnLayout {
  /** Content as one endless column. */
  readonly strip: (box: BlockBox | InlineRootBox, inner: Constraints) => StripFlow;
  /** A box that spans all columns, at (x, 0). */
  readonly spanner: (box: Box, inner: Constraints) => { readonly laid: Laid; readonly fragment: BoxFragment };
  readonly cut: CutColumn;
}

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
    positioned: flow.positioned ?? [],
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
