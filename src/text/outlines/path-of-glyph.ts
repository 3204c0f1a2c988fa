import { componentsOf, isComposite, scaleOf } from './glyf-components.ts';
import { decodePoints } from './glyf-points.ts';
import type { GlyphPath, GlyphStep } from './glyph-path.ts';
import type { GlyfOutlines, Outlines } from './outlines.ts';
import type { PathPen } from './path-pen.ts';
import { offsetOf } from './varied-glyf.ts';

/** How deep composites may stand in composites. */
const maxDepth = 16;

/** A map of points: x is `xx·x + yx·y + dx`, y is `xy·x + yy·y + dy`. */
interface Placement {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly dx: number;
  readonly dy: number;
}

const unmoved: Placement = { xx: 1, xy: 0, yx: 0, yy: 1, dx: 0, dy: 0 };

/** A glyph's outline, whatever its file has it in; without steps for one that draws nothing, or is broken. */
export function pathOfGlyph(outlines: Outlines, glyph: number): GlyphPath {
  if (outlines.kind === 'cff') return outlines.pathOf(glyph);
  const steps: GlyphStep[] = [];
  const isWhole = drawGlyph(outlines, glyph, {
    move: (x, y) => steps.push({ kind: 'move', x, y }),
    line: (x, y) => steps.push({ kind: 'line', x, y }),
    curve: (x1, y1, x2, y2, x, y) => steps.push({ kind: 'curve', x1, y1, x2, y2, x, y }),
  });
  return isWhole ? steps : [];
}

/** Draws a glyph with a pen. False where it is broken: then what was drawn is a part of it. */
export function drawGlyph(outlines: Outlines, glyph: number, pen: PathPen): boolean {
  if (outlines.kind === 'cff') {
    drawPath(outlines.pathOf(glyph), pen);
    return true;
  }
  try {
    drawEntry(outlines, glyph, unmoved, 0, pen);
    return true;
  } catch (error) {
    // A DataView was read beyond its end.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function drawPath(path: GlyphPath, pen: PathPen): void {
  for (const step of path) {
    if (step.kind === 'curve') pen.curve(step.x1, step.y1, step.x2, step.y2, step.x, step.y);
    else pen[step.kind](step.x, step.y);
  }
}

function drawEntry(
  outlines: GlyfOutlines,
  glyph: number,
  place: Placement,
  depth: number,
  pen: PathPen,
): void {
  const entry = outlines.entryOf(glyph);
  if (entry.length < 10 || depth > maxDepth) return;
  if (!isComposite(entry)) {
    drawContours(entry, place, pen);
    return;
  }
  for (const component of componentsOf(entry)) {
    const [dx, dy] = offsetOf(entry, component);
    const inner = { ...scaleOf(entry, component), dx, dy };
    drawEntry(outlines, component.glyph, placedIn(place, inner), depth + 1, pen);
  }
}

/** One placement after another, as one. */
function placedIn(outer: Placement, inner: Placement): Placement {
  if (outer === unmoved) return inner;
  const { xx, xy, yx, yy } = outer;
  return {
    xx: xx * inner.xx + yx * inner.xy,
    xy: xy * inner.xx + yy * inner.xy,
    yx: xx * inner.yx + yx * inner.yy,
    yy: xy * inner.yx + yy * inner.yy,
    dx: xx * inner.dx + yx * inner.dy + outer.dx,
    dy: xy * inner.dx + yy * inner.dy + outer.dy,
  };
}

function drawContours(entry: Uint8Array, place: Placement, pen: PathPen): void {
  const points = decodePoints(entry);
  const { xx, xy, yx, yy, dx, dy } = place;
  const isUnmoved = place === unmoved;
  const x = isUnmoved ? points.x : points.x.map((value, i) => xx * value + yx * points.y[i]! + dx);
  const y = isUnmoved ? points.y : points.y.map((value, i) => xy * points.x[i]! + yy * value + dy);
  let first = 0;
  for (const end of points.ends) {
    drawContour(x, y, points.onCurve, first, end, pen);
    first = end + 1;
  }
}

/** A contour of points on and off the curve as cubic steps; between two points off it lies one on it. */
function drawContour(
  x: readonly number[],
  y: readonly number[],
  onCurve: readonly boolean[],
  first: number,
  end: number,
  pen: PathPen,
): void {
  if (end - first < 1) return;
  let start = first;
  while (start <= end && !onCurve[start]) start++;
  const isOn = start <= end;
  const startX = isOn ? x[start]! : (x[end]! + x[first]!) / 2;
  const startY = isOn ? y[start]! : (y[end]! + y[first]!) / 2;
  if (!isOn) start = end;
  pen.move(startX, startY);
  let fromX = startX;
  let fromY = startY;
  /** The point off the curve that is waited with; undefined: none. */
  let control: number | undefined;
  const curveTo = (toX: number, toY: number): void => {
    const [middleX, middleY] = [2 * x[control!]!, 2 * y[control!]!];
    // A quadratic curve as a cubic one.
    pen.curve(
      (fromX + middleX) / 3,
      (fromY + middleY) / 3,
      (toX + middleX) / 3,
      (toY + middleY) / 3,
      toX,
      toY,
    );
    fromX = toX;
    fromY = toY;
  };
  const count = end - first + (isOn ? 0 : 1);
  for (let i = 1; i <= count; i++) {
    const at = start + i <= end ? start + i : start + i - (end - first + 1);
    if (!onCurve[at]) {
      if (control !== undefined) curveTo((x[control]! + x[at]!) / 2, (y[control]! + y[at]!) / 2);
      control = at;
      continue;
    }
    if (control !== undefined) curveTo(x[at]!, y[at]!);
    else {
      fromX = x[at]!;
      fromY = y[at]!;
      pen.line(fromX, fromY);
    }
    control = undefined;
  }
  if (control !== undefined) curveTo(startX, startY);
}
