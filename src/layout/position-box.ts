import type { ComputedStyle, LengthPercentage } from '../style/computed-style.ts';
import type { Box } from './box.ts';
import type { Constraints, Formatting } from './formatting.ts';
import type { BoxFragment } from './fragment.ts';
import type { Rectangle } from './geometry.ts';
import { clampHeight, clampWidth, type Edges, edgesOf, resolve } from './sizing.ts';

/** What a positioned box is placed in. */
export interface ContainingBlock extends Rectangle {
  readonly direction: 'ltr' | 'rtl';
}

/** The place that a positioned box would have in the flow, in the coordinates of its containing block's rectangle. */
export interface StaticPlace {
  readonly x: number;
  readonly y: number;
  /** The parts of its margin box that are left of that place and above it; undefined where it begins there. */
  readonly hold?: { readonly x: number; readonly y: number } | undefined;
}

/** One axis of a positioned box: insets and margins, undefined for `auto`; pt. */
interface Axis {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly marginStart: number | undefined;
  readonly marginEnd: number | undefined;
  /** Of the containing block. */
  readonly room: number;
}

/**
 * Lays out a positioned box in its containing block (CSS 2.2 §10.3.7, §10.3.8, §10.6.4, §10.6.5): a width that is `auto`
 * fills what is between two insets, or shrinks to the content.
 */
export function layOutPositioned(
  box: Box,
  within: ContainingBlock,
  place: StaticPlace,
  formatting: Formatting,
): BoxFragment {
  const { style } = box;
  const edges = edgesOf(style, within.width);
  const across = axisOf(style.inset.left, style.inset.right, style, within, 'width');
  const down = axisOf(style.inset.top, style.inset.bottom, style, within, 'height');
  const constraints: Constraints = {
    width: within.width,
    height: within.height,
    shrink: true,
    independent: true,
    page: 'auto',
    ...decidedWidth(box, across, edges, place.hold ? undefined : place.x - within.x, formatting),
    ...decidedHeight(box, down, edges, within),
  };
  const { fragment } = formatting.layOut(box, constraints);
  const held = place.hold && heldPlace(place, place.hold, fragment, edges);
  const staticX = style.direction === 'rtl' ? place.x - fragment.width - edges.margin.right : place.x;
  const rtl = within.direction === 'rtl';
  const x =
    startOf(across, fragment.width, rtl) ??
    (held ? held.x : staticX + (style.direction === 'rtl' ? 0 : edges.margin.left)) - within.x;
  const y = startOf(down, fragment.height, false) ?? (held ? held.y : place.y + edges.margin.top) - within.y;
  return { ...fragment, x: within.x + x, y: within.y + y };
}

/** Where a border box stands whose place is not at its start, but holds it in the middle or at the end. */
function heldPlace(
  { x, y }: StaticPlace,
  hold: { readonly x: number; readonly y: number },
  { width, height }: BoxFragment,
  { margin }: Edges,
): { readonly x: number; readonly y: number } {
  return {
    x: x - hold.x * (width + margin.left + margin.right) + margin.left,
    y: y - hold.y * (height + margin.top + margin.bottom) + margin.top,
  };
}

function axisOf(
  start: LengthPercentage | 'auto',
  end: LengthPercentage | 'auto',
  style: ComputedStyle,
  within: ContainingBlock,
  size: 'width' | 'height',
): Axis {
  const inset = (value: LengthPercentage | 'auto'): number | undefined =>
    value === 'auto' ? undefined : resolve(value, within[size]);
  // Margins are percentages of the width, on all sides.
  const margin = (value: LengthPercentage | 'auto'): number | undefined =>
    value === 'auto' ? undefined : resolve(value, within.width);
  const { left, right, top, bottom } = style.margin;
  return {
    start: inset(start),
    end: inset(end),
    marginStart: margin(size === 'width' ? left : top),
    marginEnd: margin(size === 'width' ? right : bottom),
    room: within[size],
  };
}

/** What is left for the border box between insets and margins. */
function between(axis: Axis): number {
  const { room, start = 0, end = 0, marginStart = 0, marginEnd = 0 } = axis;
  return Math.max(0, room - start - end - marginStart - marginEnd);
}

function decidedWidth(
  box: Box,
  axis: Axis,
  edges: Edges,
  staticX: number | undefined,
  formatting: Formatting,
): Pick<Constraints, 'borderWidth'> {
  if (box.style.width !== 'auto' || box.kind === 'replaced') return {};
  const clamp = (border: number): number =>
    clampWidth(Math.max(0, border - edges.horizontal), box.style, axis.room, edges.horizontal) +
    edges.horizontal;
  if (axis.start !== undefined && axis.end !== undefined && box.kind !== 'table') {
    return { borderWidth: clamp(between(axis)) };
  }
  const rtl = box.style.direction === 'rtl';
  const isStatic = axis.start === undefined && axis.end === undefined;
  const before = isStatic && !rtl ? (staticX ?? 0) : 0;
  const after = isStatic && rtl ? axis.room - (staticX ?? axis.room) : 0;
  const { min, max } = formatting.intrinsic(box);
  const more = edges.horizontal - edgesOf(box.style, 0).horizontal;
  const free = between(axis) - before - after;
  return { borderWidth: clamp(Math.min(Math.max(min + more, free), max + more)) };
}

function decidedHeight(
  box: Box,
  axis: Axis,
  edges: Edges,
  within: ContainingBlock,
): Pick<Constraints, 'borderHeight'> {
  if (box.style.height !== 'auto' || box.kind === 'replaced' || box.kind === 'table') return {};
  if (axis.start === undefined || axis.end === undefined) return {};
  const content = Math.max(0, between(axis) - edges.vertical);
  return { borderHeight: clampHeight(content, box.style, within.height, edges.vertical) + edges.vertical };
}

/** Where the border box starts; undefined where it stays at its static place. */
function startOf(axis: Axis, size: number, rtl: boolean): number | undefined {
  const { start, end, marginStart, marginEnd, room } = axis;
  if (start === undefined && end === undefined) return undefined;
  const fromEnd = room - (end ?? 0) - (marginEnd ?? 0) - size;
  if (start === undefined) return fromEnd;
  if (end === undefined) return start + (marginStart ?? 0);
  const free = room - start - end - size - (marginStart ?? 0) - (marginEnd ?? 0);
  if (marginStart === undefined && marginEnd === undefined) {
    if (free >= 0) return start + free / 2;
    return rtl ? fromEnd : start;
  }
  if (marginStart === undefined) return start + free;
  if (marginEnd === undefined) return start + marginStart;
  return rtl ? fromEnd : start + marginStart;
}
