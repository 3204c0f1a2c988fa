import { componentsOf, isComposite, scaleOf } from './glyf-components.ts';
import { decodePoints } from './glyf-points.ts';
import type { GlyphPath, GlyphStep } from './glyph-path.ts';
import type { GlyfOutlines, Outlines } from './outlines.ts';
import { offsetOf } from './varied-glyf.ts';

/** How deep composites may stand in composites. */
const maxDepth = 16;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** A glyph's outline, whatever its file has it in; without steps for one that draws nothing, or is broken. */
export function pathOfGlyph(outlines: Outlines, glyph: number): GlyphPath {
  if (outlines.kind === 'cff') return outlines.pathOf(glyph);
  try {
    return contoursOf(outlines, glyph, 0).flatMap(stepsOf);
  } catch (error) {
    // A DataView was read beyond its end.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function contoursOf(outlines: GlyfOutlines, glyph: number, depth: number): readonly (readonly Point[])[] {
  const entry = outlines.entryOf(glyph);
  if (entry.length < 10 || depth > maxDepth) return [];
  if (!isComposite(entry)) return simpleContours(entry);
  return componentsOf(entry).flatMap((component) => {
    const { xx, xy, yx, yy } = scaleOf(entry, component);
    const [dx, dy] = offsetOf(entry, component);
    const place = ({ x, y, on }: Point): Point => ({
      x: xx * x + yx * y + dx,
      y: xy * x + yy * y + dy,
      on,
    });
    return contoursOf(outlines, component.glyph, depth + 1).map((contour) => contour.map(place));
  });
}

function simpleContours(entry: Uint8Array): readonly (readonly Point[])[] {
  const { x, y, onCurve, ends } = decodePoints(entry);
  const points = x.map((value, i): Point => ({ x: value, y: y[i]!, on: onCurve[i]! }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1));
}

/** A contour of points on and off the curve as cubic steps; between two points off it lies one on it. */
function stepsOf(points: readonly Point[]): readonly GlyphStep[] {
  if (points.length < 2) return [];
  const first = points.findIndex(({ on }) => on);
  const start = first < 0 ? between(points.at(-1)!, points[0]!) : points[first]!;
  const rest = first < 0 ? points : [...points.slice(first + 1), ...points.slice(0, first)];
  const steps: GlyphStep[] = [{ kind: 'move', x: start.x, y: start.y }];
  let from = start;
  let control: Point | undefined;
  const go = (to: Point): void => {
    steps.push(control ? curve(from, control, to) : { kind: 'line', x: to.x, y: to.y });
    from = to;
  };
  for (const point of rest) {
    if (point.on) go(point);
    else if (control) go(between(control, point));
    control = point.on ? undefined : point;
  }
  if (control) go(start);
  return steps;
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true };
}

/** A quadratic curve as a cubic one. */
function curve(from: Point, control: Point, to: Point): GlyphStep {
  const near = (end: number, middle: number): number => end + ((middle - end) * 2) / 3;
  return {
    kind: 'curve',
    x1: near(from.x, control.x),
    y1: near(from.y, control.y),
    x2: near(to.x, control.x),
    y2: near(to.y, control.y),
    x: to.x,
    y: to.y,
  };
}
