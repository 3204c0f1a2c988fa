import type { Rectangle } from '../../layout/geometry.ts';
import {
  type FillRule,
  type Gradient,
  isGradient,
  isOpaque,
  type Paint,
  type PathSegment,
  pathBounds,
  type Stroke,
} from '../../layout/graphics.ts';
import type { PathItem, RectItem } from '../../layout/paged-document.ts';
import type { GraphicsState } from './graphics-state.ts';
import { decimals } from './numbers.ts';
import type { PagePlace } from './page-place.ts';

function segment(part: PathSegment, place: PagePlace): string {
  if (part[0] === 'Z') return 'h\n';
  const numbers = part.slice(1) as number[];
  const placed = numbers.map((value, index) => (index % 2 === 0 ? place.x(value) : place.y(value)));
  return `${decimals(...placed)} ${part[0] === 'M' ? 'm' : part[0] === 'L' ? 'l' : 'c'}\n`;
}

/** The operators that build a path. */
function outline(path: readonly PathSegment[], place: PagePlace): string {
  return path.map((part) => segment(part, place)).join('');
}

/** What holds a path with its control points, and as much around it as its line takes; in PDF's coordinates. */
function areaOf(path: readonly PathSegment[], stroke: Stroke | undefined, place: PagePlace): Rectangle {
  const { x, y, width, height } = pathBounds(path);
  const around = stroke ? stroke.width * Math.max(stroke.miterLimit, 1) : 0;
  return {
    x: place.x(x) - around,
    y: place.y(y + height) - around,
    width: width + 2 * around,
    height: height + 2 * around,
  };
}

/** A path filled, stroked or both. What shows through is painted by itself, so that the line lies on the filling. */
export function drawPath(item: PathItem, place: PagePlace, state: GraphicsState): string {
  const { fill, stroke } = item;
  if (item.path.length === 0) return '';
  const path = outline(item.path, place);
  const star = item.fillRule === 'evenodd' ? '*' : '';
  if (fill && stroke && isOpaque(fill) && isOpaque(stroke.paint)) {
    return `${state.fill(fill)}${state.stroke(stroke)}${path}B${star}\n`;
  }
  const masked = (paint: Paint, line: Stroke | undefined, draw: () => string): string =>
    isGradient(paint) && !isOpaque(paint)
      ? behindMask(paint, areaOf(item.path, line, place), state, draw)
      : draw();
  const filled = fill ? masked(fill, undefined, () => `${state.fill(fill)}${path}f${star}\n`) : '';
  if (!stroke) return filled;
  return filled + masked(stroke.paint, stroke, () => `${state.stroke(stroke)}${path}S\n`);
}

function behindMask(gradient: Gradient, area: Rectangle, state: GraphicsState, draw: () => string): string {
  return state.save() + state.mask(gradient, area) + draw() + state.restore();
}

/** Cuts what is drawn from here on to a path. */
export function clipTo(path: readonly PathSegment[], fillRule: FillRule, place: PagePlace): string {
  // An empty path would be no path at all, and the operator an error: nothing is cut to nothing by an empty `re`.
  const shape = path.length > 0 ? outline(path, place) : '0 0 0 0 re\n';
  return `${shape}${fillRule === 'evenodd' ? 'W*' : 'W'} n\n`;
}

/** The `re` operands of a rectangle. */
function rectangle(box: Rectangle, place: PagePlace): string {
  return `${decimals(place.x(box.x), place.y(box.y + box.height), box.width, box.height)} re\n`;
}

/** Whether two rectangles can be one path: the same colour, and none through which an overlap would show. */
export function sameFill(a: RectItem, b: RectItem): boolean {
  return (
    a.content === b.content &&
    a.fill.a === 1 &&
    b.fill.a === 1 &&
    a.fill.r === b.fill.r &&
    a.fill.g === b.fill.g &&
    a.fill.b === b.fill.b
  );
}

/** Rectangles of one colour as one path, so that no seams show between the modules of a QR code. */
export function drawRectangles(items: readonly RectItem[], place: PagePlace, state: GraphicsState): string {
  return `${state.fill(items[0]!.fill)}${items.map((item) => rectangle(item, place)).join('')}f\n`;
}
