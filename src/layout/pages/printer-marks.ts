import type { PathSegment } from '../graphics.ts';
import type { DisplayItem } from '../paged-document.ts';
import type { PageContext } from './page-context.ts';

/** What marks stand around. */
type MarkedPage = Pick<PageContext, 'width' | 'height' | 'bleed' | 'marks'>;

/** How far marks stand from the bleed, how long they are, and how wide their lines; pt. */
export const markSize = { distance: 3, length: 14, lineWidth: 0.25 } as const;

const { distance, length, lineWidth } = markSize;

/** What marks need around the bleed; pt. */
export function slugOf({ crop, cross }: PageContext['marks']): number {
  return crop || cross ? distance + length + 1 : 0;
}

/** Marks where to cut and how to register the plates, outside the bleed (css-page-3 §7.2): artifacts. */
export function printerMarks(page: MarkedPage): readonly DisplayItem[] {
  const path = [...(page.marks.crop ? cropMarks(page) : []), ...(page.marks.cross ? crossMarks(page) : [])];
  if (path.length === 0) return [];
  const stroke = {
    paint: { r: 0, g: 0, b: 0, a: 1 },
    width: lineWidth,
    dash: [],
    dashOffset: 0,
    cap: 'butt',
    join: 'miter',
    miterLimit: 10,
  } as const;
  return [{ kind: 'path', content: undefined, path, fill: undefined, fillRule: 'nonzero', stroke }];
}

function line(x1: number, y1: number, x2: number, y2: number): readonly PathSegment[] {
  return [
    ['M', x1, y1],
    ['L', x2, y2],
  ];
}

/** Two lines at each corner, in line with the edges of the trim. */
function cropMarks({ width, height, bleed }: MarkedPage): readonly PathSegment[] {
  const near = bleed + distance;
  const far = near + length;
  return [0, width].flatMap((x) =>
    [0, height].flatMap((y) => {
      const [left, up] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      return [...line(x + left * near, y, x + left * far, y), ...line(x, y + up * near, x, y + up * far)];
    }),
  );
}

/** A cross in a circle at the middle of each side. */
function crossMarks({ width, height, bleed }: MarkedPage): readonly PathSegment[] {
  const away = bleed + distance + length / 2;
  const middles = [
    [width / 2, -away],
    [width / 2, height + away],
    [-away, height / 2],
    [width + away, height / 2],
  ] as const;
  return middles.flatMap(([x, y]) => [
    ...line(x - length / 2, y, x + length / 2, y),
    ...line(x, y - length / 2, x, y + length / 2),
    ...circle(x, y, length / 4),
  ]);
}

/** Four cubic arcs; the handles are 0.5523 of the radius long. */
function circle(x: number, y: number, r: number): readonly PathSegment[] {
  const k = 0.5523 * r;
  return [
    ['M', x + r, y],
    ['C', x + r, y + k, x + k, y + r, x, y + r],
    ['C', x - k, y + r, x - r, y + k, x - r, y],
    ['C', x - r, y - k, x - k, y - r, x, y - r],
    ['C', x + k, y - r, x + r, y - k, x + r, y],
    ['Z'],
  ];
}
