import { plainStroke } from '../../layout/graphics.ts';
import type { Page, PathItem } from '../../layout/paged-document.ts';
import { markSize } from '../../layout/pages/printer-marks.ts';

const grey = { r: 0.5, g: 0.5, b: 0.5, a: 1 } as const;

/** A dashed hairline to cut along. */
export function cutLine(x1: number, y1: number, x2: number, y2: number): PathItem {
  return stroked([x1, y1], [x2, y2], [3, 3]);
}

/** A short line where a fold begins. */
export function foldTick(x: number, y1: number, y2: number): PathItem {
  return stroked([x, y1], [x, y2], []);
}

/** Dashed lines outside the bleed, above and below, where a print shop folds at `x`; crop marks are not dashed. */
export function foldMarks(x: number, { height, bleed }: Page): readonly PathItem[] {
  const near = bleed + markSize.distance;
  const far = near + markSize.length;
  const lines = [
    [-far, -near],
    [height + near, height + far],
  ] as const;
  return lines.map(([top, bottom]) => stroked([x, top], [x, bottom], [2, 2], markSize.lineWidth));
}

type Point = readonly [x: number, y: number];

function stroked(from: Point, to: Point, dash: readonly number[], width = 0.5): PathItem {
  return {
    kind: 'path',
    content: undefined,
    path: [
      ['M', ...from],
      ['L', ...to],
    ],
    fill: undefined,
    fillRule: 'nonzero',
    stroke: plainStroke(grey, width, dash),
  };
}
