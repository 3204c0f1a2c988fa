import { plainStroke } from '../../layout/graphics.ts';
import type { PathItem } from '../../layout/paged-document.ts';

const grey = { r: 0.5, g: 0.5, b: 0.5, a: 1 } as const;

/** A dashed hairline to cut along. */
export function cutLine(x1: number, y1: number, x2: number, y2: number): PathItem {
  return stroked([x1, y1], [x2, y2], [3, 3]);
}

/** A short line where a fold begins. */
export function foldTick(x: number, y1: number, y2: number): PathItem {
  return stroked([x, y1], [x, y2], []);
}

type Point = readonly [x: number, y: number];

function stroked(from: Point, to: Point, dash: readonly number[]): PathItem {
  return {
    kind: 'path',
    content: undefined,
    path: [
      ['M', ...from],
      ['L', ...to],
    ],
    fill: undefined,
    fillRule: 'nonzero',
    stroke: plainStroke(grey, 0.5, dash),
  };
}
