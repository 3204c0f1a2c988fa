import type { PathItem, PathSegment, RectItem } from '../../layout/paged-document.ts';
import type { GraphicsState } from './graphics-state.ts';
import { decimals } from './numbers.ts';
import type { PagePlace } from './page-place.ts';

function segment(part: PathSegment, place: PagePlace): string {
  if (part[0] === 'Z') return 'h\n';
  const numbers = part.slice(1) as number[];
  const placed = numbers.map((value, index) => (index % 2 === 0 ? place.x(value) : place.y(value)));
  return `${decimals(...placed)} ${part[0] === 'M' ? 'm' : part[0] === 'L' ? 'l' : 'c'}\n`;
}

/** A path, filled by the nonzero rule, stroked or both. */
export function drawPath(item: PathItem, place: PagePlace, state: GraphicsState): string {
  const path = item.path.map((part) => segment(part, place)).join('');
  const { fill, stroke } = item;
  const filled = fill ? state.fill(fill) : '';
  if (fill && !(stroke && stroke.colour.a === fill.a)) {
    const outline = stroke ? `${state.stroke(stroke.colour, stroke.width, stroke.dash)}${path}S\n` : '';
    return `${filled}${path}f\n${outline}`;
  }
  if (!stroke) return '';
  return `${filled}${state.stroke(stroke.colour, stroke.width, stroke.dash)}${path}${fill ? 'B' : 'S'}\n`;
}

/** The `re` operands of a rectangle. */
export function rectangle(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  place: PagePlace,
): string {
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
