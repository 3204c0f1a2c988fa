import type { ComputedStyle } from '../../style/computed-style.ts';

/** A stretch across: from its left to its right edge; pt. */
export interface Band {
  readonly left: number;
  readonly right: number;
}

/** The margin box of a float; pt. */
export interface FloatSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The floats of one block formatting context as they are placed (CSS 2.2 §9.5.1). Coordinates are pt from the top left
 * corner of the content box that establishes it, y downwards.
 */
export interface FloatArea {
  /** No float was placed yet. */
  readonly isEmpty: boolean;
  /** Of the lowest float; 0 where there is none. */
  readonly bottom: number;
  /** Of the float that was placed last: no later one may be higher; negative infinity where there is none. */
  readonly lastTop: number;
  /** What floats leave of `within` between y and y + height. */
  band(y: number, height: number, within: Band): Band;
  /** Where the next float below y ends, so that there may be more room; undefined where all end above. */
  nextEdge(y: number): number | undefined;
  /** Finds the highest place that a float may have, from y downwards, and takes it: the top left corner of its margin box. */
  place(
    side: 'left' | 'right',
    size: FloatSize,
    y: number,
    within: Band,
  ): { readonly x: number; readonly y: number };
  /** Where the floats that `clear` names have ended; negative infinity where there are none. */
  clearance(clear: ComputedStyle['clear']): number;
  /** How many floats there are: to go back to, with `reset`, where a box has to be laid out again elsewhere. */
  mark(): number;
  /** Takes away the floats placed since. */
  reset(mark: number): void;
}

/** Where a content box stands in the float area that it belongs to. */
export interface FloatPlace {
  readonly area: FloatArea;
  readonly x: number;
  readonly y: number;
}

interface Placed extends Band {
  readonly side: 'left' | 'right';
  readonly top: number;
  readonly bottom: number;
  /** The greatest bottom among this float and those before it, of each side: lets a search from the end stop early. */
  readonly reach: { readonly left: number; readonly right: number };
}

/** Room for rounding, pt. */
const slack = 0.005;

/** An area without floats. */
export function createFloatArea(): FloatArea {
  const floats: Placed[] = [];
  const area: FloatArea = {
    get isEmpty() {
      return floats.length === 0;
    },
    get bottom() {
      return Math.max(0, reachOf(floats, floats.length - 1));
    },
    get lastTop() {
      return floats.at(-1)?.top ?? Number.NEGATIVE_INFINITY;
    },
    band(y, height, within) {
      let { left, right } = within;
      forThoseBelow(floats, y, (float) => {
        if (float.top >= y + Math.max(height, slack)) return;
        if (float.side === 'left') left = Math.max(left, float.right);
        else right = Math.min(right, float.left);
      });
      return { left, right };
    },
    nextEdge(y) {
      let edge: number | undefined;
      forThoseBelow(floats, y, (float) => {
        edge = Math.min(edge ?? float.bottom, float.bottom);
      });
      return edge;
    },
    place(side, size, from, within) {
      let y = Math.max(from, area.lastTop);
      let band = area.band(y, 0, within);
      while (band.right - band.left + slack < size.width && isNarrowed(band, within)) {
        const edge = area.nextEdge(y);
        if (edge === undefined) break;
        y = edge;
        band = area.band(y, 0, within);
      }
      const x = side === 'left' ? band.left : band.right - size.width;
      const bottom = y + size.height;
      const before = floats.at(-1)?.reach ?? nowhere;
      const reach = { ...before, [side]: Math.max(bottom, before[side]) };
      floats.push({ side, top: y, bottom, left: x, right: x + size.width, reach });
      return { x, y };
    },
    clearance(clear) {
      if (clear === 'none') return Number.NEGATIVE_INFINITY;
      if (clear !== 'left' && clear !== 'right') return reachOf(floats, floats.length - 1);
      return (floats.at(-1)?.reach ?? nowhere)[clear];
    },
    mark: () => floats.length,
    reset(mark) {
      floats.length = mark;
    },
  };
  return area;
}

const nowhere = { left: Number.NEGATIVE_INFINITY, right: Number.NEGATIVE_INFINITY };

function reachOf(floats: readonly Placed[], index: number): number {
  const { left, right } = floats[index]?.reach ?? nowhere;
  return Math.max(left, right);
}

/** Calls `visit` for the floats that end below y. */
function forThoseBelow(floats: readonly Placed[], y: number, visit: (float: Placed) => void): void {
  for (let i = floats.length - 1; i >= 0 && reachOf(floats, i) > y + slack; i--) {
    if (floats[i]!.bottom > y + slack) visit(floats[i]!);
  }
}

/** Whether floats take something of what there would be. */
export function isNarrowed(band: Band, within: Band): boolean {
  return band.left > within.left || band.right < within.right;
}
