import type { ComputedStyle } from '../style/computed-style.ts';
import type { Box } from './box.ts';
import type { FlexItem } from './flex-lines.ts';
import type { Laid } from './formatting.ts';
import { type BoxFragment, firstBaseline } from './fragment.ts';
import { strutValue } from './margins.ts';

/** The main axis: along the line or down the page, and from which end. */
export interface Axis {
  readonly row: boolean;
  /** Main start is the right or the bottom edge. */
  readonly reversed: boolean;
}

/** An item that was laid out at its used main size. */
export interface LaidItem {
  readonly item: FlexItem;
  readonly laid: Laid;
  readonly mainSize: number;
}

/** A box under `align-items: normal` or `stretch`, its own or the container's. */
export function stretches(box: Box, container: ComputedStyle | undefined): boolean {
  const align = alignOf(box.style, container);
  return align === 'stretch' || align === 'normal';
}

function alignOf(style: ComputedStyle, container: ComputedStyle | undefined): ComputedStyle['alignItems'] {
  return style.alignSelf === 'auto' ? (container?.alignItems ?? 'normal') : style.alignSelf;
}

/** The item's size across the line, margins included. */
export function outerCross(item: LaidItem, axis: Axis): number {
  const { margin, fragment } = item.laid;
  return axis.row
    ? fragment.height + strutValue(item.laid.top) + strutValue(item.laid.bottom)
    : fragment.width + margin.left + margin.right;
}

/** How high (or wide) each line is (css-flexbox-1 §9.4). */
export function lineCrossSizes(
  lines: readonly (readonly LaidItem[])[],
  axis: Axis,
  definite: number | undefined,
  gap: number,
  style: ComputedStyle,
): number[] {
  const sizes = lines.map((line) => {
    const above = Math.max(0, ...line.filter((item) => usesBaseline(item, style)).map(baselineOffset));
    return line.reduce(
      (most, item) =>
        Math.max(
          most,
          outerCross(item, axis) + (usesBaseline(item, style) ? above - baselineOffset(item) : 0),
        ),
      0,
    );
  });
  if (definite === undefined || sizes.length === 0) return sizes;
  if (style.flexWrap === 'nowrap') return [definite];
  const free = definite - sizes.reduce((sum, size) => sum + size, gap * (sizes.length - 1));
  return free > 0 ? sizes.map((size) => size + free / sizes.length) : sizes;
}

function usesBaseline(item: LaidItem, container: ComputedStyle): boolean {
  return alignOf(item.item.box.style, container) === 'baseline';
}

function baselineOffset(item: LaidItem): number {
  return strutValue(item.laid.top) + (firstBaseline(item.laid.fragment) ?? item.laid.fragment.height);
}

/** Places one line's items; returns the end of the last one along the main axis. */
export function placeLine(
  items: readonly LaidItem[],
  mainSize: number | undefined,
  gap: number,
  cross: number,
  crossSize: number,
  axis: Axis,
  style: ComputedStyle,
  width: number,
  children: BoxFragment[],
): number {
  const used = items.reduce(
    (sum, item) => sum + item.mainSize + item.item.margins,
    gap * Math.max(0, items.length - 1),
  );
  const extent = mainSize ?? used;
  const spread = justification(style, extent - used, items.length, axis);
  const above = Math.max(0, ...items.filter((item) => usesBaseline(item, style)).map(baselineOffset));
  let main = spread.start;
  for (const item of items) {
    const outer = item.mainSize + item.item.margins;
    const at = axis.reversed ? extent - main - outer : main;
    children.push(placeItem(item, at, cross, crossSize, above, axis, style, width));
    main += outer + gap + spread.between;
  }
  return Math.max(extent, main - gap - spread.between);
}

function placeItem(
  item: LaidItem,
  main: number,
  cross: number,
  crossSize: number,
  above: number,
  axis: Axis,
  style: ComputedStyle,
  width: number,
): BoxFragment {
  const free = crossSize - outerCross(item, axis);
  const offset = cross + crossOffset(item, free, above, axis, style);
  const { margin, fragment, top } = item.laid;
  const x = axis.row ? main + margin.left : offset + margin.left;
  const y = axis.row ? offset + strutValue(top) : main + strutValue(top);
  const mirrored = !axis.row && style.direction === 'rtl' ? width - x - fragment.width : x;
  return { ...fragment, x: mirrored, y };
}

function crossOffset(item: LaidItem, free: number, above: number, axis: Axis, style: ComputedStyle): number {
  const own = item.item.box.style.margin;
  if (axis.row && free > 0 && own.top === 'auto') return own.bottom === 'auto' ? free / 2 : free;
  switch (alignOf(item.item.box.style, style)) {
    case 'end':
    case 'flex-end':
      return free;
    case 'center':
      return free / 2;
    case 'baseline':
      return axis.row ? above - baselineOffset(item) : 0;
    default:
      return 0;
  }
}

function justification(
  style: ComputedStyle,
  free: number,
  count: number,
  axis: Axis,
): { start: number; between: number } {
  const atStart = (start: number, between = 0): { start: number; between: number } => ({ start, between });
  const physicalFlip = axis.row && style.flexDirection === 'row-reverse';
  switch (style.justifyContent) {
    case 'flex-end':
      return atStart(free);
    case 'end':
      return atStart(physicalFlip ? 0 : free);
    case 'start':
      return atStart(physicalFlip ? free : 0);
    case 'center':
      return atStart(free / 2);
    case 'space-between':
      return free > 0 && count > 1 ? atStart(0, free / (count - 1)) : atStart(0);
    case 'space-around':
      return free > 0 ? atStart(free / count / 2, free / count) : atStart(free / 2);
    case 'space-evenly':
      return free > 0 ? atStart(free / (count + 1), free / (count + 1)) : atStart(free / 2);
    default:
      return atStart(0);
  }
}
