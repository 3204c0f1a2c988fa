import type { Rectangle } from '../geometry.ts';
import type { PathSegment, Stroke } from '../graphics.ts';
import { pathBounds, union } from './path-geometry.ts';

type Vector = readonly [x: number, y: number];

/** The upright rectangle around a path and the line along it, whose sharp corners reach beyond its width. */
export function strokedBounds(
  path: readonly PathSegment[],
  stroke: Pick<Stroke, 'width' | 'join' | 'cap' | 'miterLimit'>,
): Rectangle | undefined {
  const bounds = pathBounds(path);
  if (!bounds) return undefined;
  const half = stroke.width / 2;
  const reach = stroke.cap === 'square' ? half * Math.SQRT2 : half;
  const { x, y, width, height } = bounds;
  let all: Rectangle | undefined = {
    x: x - reach,
    y: y - reach,
    width: width + 2 * reach,
    height: height + 2 * reach,
  };
  if (stroke.join !== 'miter') return all;
  for (const [left, top] of miterTips(path, half, stroke.miterLimit)) {
    all = union(all, { x: left, y: top, width: 0, height: 0 });
  }
  return all;
}

/** The tips of the corners that are not cut off (SVG 2 §13.5.6). */
function miterTips(path: readonly PathSegment[], half: number, limit: number): readonly Vector[] {
  const tips: Vector[] = [];
  const turn = ([x, y]: Vector, into: Vector | undefined, out: Vector | undefined): void => {
    if (!into || !out) return;
    // It lies outwards on the line that halves the corner; the limit is of how much longer than the line is wide.
    const [outX, outY] = [into[0] - out[0], into[1] - out[1]];
    const length = Math.hypot(outX, outY);
    const cosine = Math.sqrt(Math.max(0, (1 + into[0] * out[0] + into[1] * out[1]) / 2));
    if (length < 1e-9 || cosine * limit < 1) return;
    const reach = half / cosine / length;
    tips.push([x + outX * reach, y + outY * reach]);
  };
  let pen: Vector = [0, 0];
  let start: Vector = [0, 0];
  let first: Vector | undefined;
  let last: Vector | undefined;
  for (const segment of path) {
    if (segment[0] === 'M') {
      [pen, start, first, last] = [[segment[1], segment[2]], [segment[1], segment[2]], undefined, undefined];
      continue;
    }
    const points = pointsOf(segment, start);
    const [into, out] = tangents([pen, ...points]);
    turn(pen, last, into);
    first ??= into;
    last = out ?? last;
    pen = points.at(-1)!;
    if (segment[0] === 'Z') {
      turn(start, last, first);
      [first, last] = [undefined, undefined];
    }
  }
  return tips;
}

function pointsOf(
  segment: Exclude<PathSegment, readonly ['M', ...unknown[]]>,
  start: Vector,
): readonly Vector[] {
  if (segment[0] === 'Z') return [start];
  if (segment[0] === 'C') {
    const [, x1, y1, x2, y2, x, y] = segment;
    return [
      [x1, y1],
      [x2, y2],
      [x, y],
    ];
  }
  return [[segment[1] as number, segment[2] as number]];
}

/** Unit vectors at the start and the end of a segment; undefined for one without length. */
function tangents(points: readonly Vector[]): readonly [Vector | undefined, Vector | undefined] {
  const directions = points.slice(1).flatMap(([x, y], index): Vector[] => {
    const from = points[index]!;
    const length = Math.hypot(x - from[0], y - from[1]);
    return length < 1e-9 ? [] : [[(x - from[0]) / length, (y - from[1]) / length]];
  });
  return [directions[0], directions.at(-1)];
}
