import { isVertical } from '../../style/flow.ts';
import type { WritingMode } from '../../style/writing-style.ts';
import { boundsOf, type Matrix, type Rectangle } from '../geometry.ts';
import type { GlyphTurn } from '../paged-document.ts';

/** How vertical lines lie on the page: what is laid out as if they ran from left to right is painted through this. */
export interface LineFrame {
  readonly mode: WritingMode;
  /** From the coordinates of the layout to those of the page; a quarter turn, mirrored for `vertical-lr`. */
  readonly matrix: Matrix;
}

/** The frame of a rectangle of the page: its origin is the corner where the first line begins. Undefined where nothing is turned. */
export function frameIn(mode: WritingMode, { x, y, width, height }: Rectangle): LineFrame | undefined {
  if (!isVertical(mode)) return undefined;
  if (mode === 'vertical-lr') return { mode, matrix: [0, 1, 1, 0, x, y] };
  return {
    mode,
    matrix: mode === 'sideways-lr' ? [0, -1, 1, 0, x, y + height] : [0, 1, -1, 0, x + width, y],
  };
}

/** A rectangle of the layout on the page. */
export function onPage(frame: LineFrame | undefined, rectangle: Rectangle): Rectangle {
  return boundsOf(frame?.matrix, rectangle);
}

/** How letters lie that lie along the lines of a frame. */
export function turnAlong({ mode }: LineFrame): GlyphTurn {
  return mode === 'sideways-lr' ? 'counterclockwise' : 'clockwise';
}

/**
 * Whether lines are upside down in the layout: `vertical-lr` lines follow each other to the right, and that is also
 * where the tops of their letters are.
 */
export function isMirrored(mode: WritingMode): boolean {
  return mode === 'vertical-lr';
}
