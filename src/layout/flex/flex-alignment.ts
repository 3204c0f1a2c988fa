import type { ComputedStyle, ContentAlignment, SelfAlignment } from '../../style/computed-style.ts';
import type { Axis } from './flex-axis.ts';

/** An item's alignment across its line, its own or the container's. */
export function alignmentOf(style: ComputedStyle, container: ComputedStyle): SelfAlignment {
  return style.alignSelf === 'auto' ? container.alignItems : style.alignSelf;
}

/** Where the first of several things starts, and what comes between them beside the gap; pt. */
export interface Spread {
  readonly offset: number;
  readonly between: number;
}

/** How the axis that is shared out lies to the start and the left edge. */
export interface Ends {
  /** `start` is the axis's end. */
  readonly startIsEnd: boolean;
  /** `left` is the axis's end. */
  readonly leftIsEnd: boolean;
}

/** Free space along an axis, shared out from the axis's start (css-align-3 §5); negative where there is too little. */
export function spread(
  value: ContentAlignment | ComputedStyle['justifyContent'],
  free: number,
  count: number,
  ends: Ends,
): Spread {
  const at = (offset: number, between = 0): Spread => ({ offset, between });
  const start = ends.startIsEnd ? free : 0;
  if (value.startsWith('safe ') && free < 0) return at(start);
  switch (value.replace('safe ', '')) {
    case 'start':
      return at(start);
    case 'end':
      return at(free - start);
    case 'left':
      return at(ends.leftIsEnd ? free : 0);
    case 'right':
      return at(ends.leftIsEnd ? 0 : free);
    case 'flex-end':
      return at(free);
    case 'center':
      return at(free / 2);
    case 'space-between':
      return free > 0 && count > 1 ? at(0, free / (count - 1)) : at(0);
    case 'space-around':
      return free > 0 ? at(free / count / 2, free / count) : at(start);
    case 'space-evenly':
      return free > 0 ? at(free / (count + 1), free / (count + 1)) : at(start);
    default:
      return at(0);
  }
}

/** How far an item stands from cross start when `free` pt of its line are left; baselines apart (css-align-3 §6). */
export function crossOffset(
  align: SelfAlignment,
  free: number,
  axis: Axis,
  container: ComputedStyle,
  item: ComputedStyle,
): number {
  const start = container.flexWrap === 'wrap-reverse' ? free : 0;
  if (align.startsWith('safe ') && free < 0) return start;
  const selfStart = axis.row ? start : (item.direction === 'rtl') === axis.crossReversed ? 0 : free;
  switch (align.replace('safe ', '')) {
    case 'start':
    case 'baseline':
      return start;
    case 'end':
    case 'last baseline':
      return free - start;
    case 'self-start':
      return selfStart;
    case 'self-end':
      return free - selfStart;
    case 'flex-end':
      return free;
    case 'center':
      return free / 2;
    default:
      return 0;
  }
}
