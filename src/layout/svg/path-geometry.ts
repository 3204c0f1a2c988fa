import { type Matrix, mapPoint, type Rectangle } from '../geometry.ts';
import type { PathSegment } from '../graphics.ts';

/** A path after a map. */
export function mapPath(path: readonly PathSegment[], matrix: Matrix): readonly PathSegment[] {
  return path.map((segment): PathSegment => {
    switch (segment[0]) {
      case 'Z':
        return segment;
      case 'C': {
        const [, x1, y1, x2, y2, x, y] = segment;
        return ['C', ...mapPoint(matrix, x1, y1), ...mapPoint(matrix, x2, y2), ...mapPoint(matrix, x, y)];
      }
      default:
        return [segment[0], ...mapPoint(matrix, segment[1], segment[2])];
    }
  });
}

/** The upright rectangle around a path, its curves and not their control points; undefined for an empty one. */
export function pathBounds(path: readonly PathSegment[]): Rectangle | undefined {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const reach = (x: number, y: number): void => {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  };
  let [penX, penY] = [0, 0];
  for (const segment of path) {
    if (segment[0] === 'Z') continue;
    const x = segment.at(-2) as number;
    const y = segment.at(-1) as number;
    if (segment[0] === 'C') {
      const [, x1, y1, x2, y2] = segment;
      for (const t of turningPoints(penX, x1, x2, x)) reach(cubicAt(t, penX, x1, x2, x), y);
      for (const t of turningPoints(penY, y1, y2, y)) reach(x, cubicAt(t, penY, y1, y2, y));
    }
    reach(x, y);
    [penX, penY] = [x, y];
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

function cubicAt(t: number, a: number, b: number, c: number, d: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** Where a cubic turns back along one axis. */
function turningPoints(a: number, b: number, c: number, d: number): readonly number[] {
  const p = 3 * (d - a + 3 * (b - c));
  const q = 6 * (a - 2 * b + c);
  const r = 3 * (b - a);
  const roots: number[] = [];
  if (Math.abs(p) < 1e-12) {
    if (Math.abs(q) > 1e-12) roots.push(-r / q);
  } else {
    const discriminant = q * q - 4 * p * r;
    if (discriminant >= 0) {
      const root = Math.sqrt(discriminant);
      roots.push((-q + root) / (2 * p), (-q - root) / (2 * p));
    }
  }
  return roots.filter((t) => t > 0 && t < 1);
}

/** The rectangle around two. */
export function union(a: Rectangle | undefined, b: Rectangle | undefined): Rectangle | undefined {
  if (!a || !b) return a ?? b;
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** Whether a rectangle reaches around another, but for less than can be seen. */
export function surrounds(outer: Rectangle | undefined, inner: Rectangle): boolean {
  const slack = 0.01;
  return (
    outer !== undefined &&
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

/** Whether a path is one closed rectangle whose sides are those of the page. */
export function isUpright(path: readonly PathSegment[]): boolean {
  const letters = path.map(([letter]) => letter).join('');
  if (letters !== 'MLLLZ' && letters !== 'MLLLLZ') return false;
  const points = path.slice(0, 4).map((segment) => [segment[1] as number, segment[2] as number] as const);
  return points.every(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % 4]!;
    return Math.abs(x - nextX) < 1e-6 !== Math.abs(y - nextY) < 1e-6;
  });
}
