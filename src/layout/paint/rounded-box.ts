import type { ComputedStyle, Sides } from '../../style/computed-style.ts';
import type { CornerRadius, Corners } from '../../style/painted-style.ts';
import type { Ends } from '../fragment.ts';
import type { Rectangle } from '../geometry.ts';
import { type PathSegment, rectanglePath } from '../graphics.ts';
import { resolve } from '../sizing.ts';

/** The half axes of a corner; pt. */
export interface Radius {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, with the corners that are rounded; undefined where none is. */
export interface RoundedBox extends Rectangle {
  readonly radii: Corners<Radius> | undefined;
}

const sharp: Radius = { x: 0, y: 0 };

/** Control points of a quarter of a circle stand this share of the radius from its ends. */
const ARC = 0.5522847498;

/**
 * The border box with its used radii: where two do not fit on a side, all shrink alike (css-backgrounds-3 §5.5). Cut
 * ends are not rounded.
 */
export function roundedBox(style: ComputedStyle, box: Rectangle, ends: Ends): RoundedBox {
  const { topLeft, topRight, bottomRight, bottomLeft } = style.borderRadius;
  const used = (radius: CornerRadius, stands: boolean): Radius => {
    const x = stands ? resolve(radius.horizontal, box.width) : 0;
    const y = stands ? resolve(radius.vertical, box.height) : 0;
    return x > 0 && y > 0 ? { x, y } : sharp;
  };
  const tl = used(topLeft, ends.top);
  const tr = used(topRight, ends.top);
  const br = used(bottomRight, ends.bottom);
  const bl = used(bottomLeft, ends.bottom);
  if (tl === sharp && tr === sharp && br === sharp && bl === sharp) return { ...box, radii: undefined };
  const share = Math.min(
    1,
    box.width / (tl.x + tr.x || 1e-9),
    box.width / (bl.x + br.x || 1e-9),
    box.height / (tl.y + bl.y || 1e-9),
    box.height / (tr.y + br.y || 1e-9),
  );
  const shrink = ({ x, y }: Radius): Radius => ({ x: x * share, y: y * share });
  return {
    ...box,
    radii: { topLeft: shrink(tl), topRight: shrink(tr), bottomRight: shrink(br), bottomLeft: shrink(bl) },
  };
}

/** The box less so much on every side; its corners stay concentric, and become sharp where nothing is left of them. */
export function insetBox(box: RoundedBox, { top, right, bottom, left }: Sides<number>): RoundedBox {
  const inner = (radius: Radius, across: number, down: number): Radius => {
    const x = radius.x - across;
    const y = radius.y - down;
    return x > 0 && y > 0 ? { x, y } : sharp;
  };
  const { radii } = box;
  return {
    x: box.x + left,
    y: box.y + top,
    width: Math.max(0, box.width - left - right),
    height: Math.max(0, box.height - top - bottom),
    radii: radii && {
      topLeft: inner(radii.topLeft, left, top),
      topRight: inner(radii.topRight, right, top),
      bottomRight: inner(radii.bottomRight, right, bottom),
      bottomLeft: inner(radii.bottomLeft, left, bottom),
    },
  };
}

/** A quarter of an ellipse from one point to another; the first bends away along x, or along y. */
function arc(fromX: number, fromY: number, toX: number, toY: number, first: 'x' | 'y'): PathSegment {
  const dx = (toX - fromX) * ARC;
  const dy = (toY - fromY) * ARC;
  return first === 'x'
    ? ['C', fromX + dx, fromY, toX, toY - dy, toX, toY]
    : ['C', fromX, fromY + dy, toX - dx, toY, toX, toY];
}

/** The outline, clockwise from the end of its top left corner. */
export function outlineOf(box: RoundedBox): readonly PathSegment[] {
  const { x, y, width, height, radii } = box;
  if (!radii) return rectanglePath(x, y, width, height);
  const right = x + width;
  const bottom = y + height;
  const { topLeft, topRight, bottomRight, bottomLeft } = radii;
  const path: PathSegment[] = [
    ['M', x + topLeft.x, y],
    ['L', right - topRight.x, y],
  ];
  if (topRight.x > 0) path.push(arc(right - topRight.x, y, right, y + topRight.y, 'x'));
  path.push(['L', right, bottom - bottomRight.y]);
  if (bottomRight.x > 0) path.push(arc(right, bottom - bottomRight.y, right - bottomRight.x, bottom, 'y'));
  path.push(['L', x + bottomLeft.x, bottom]);
  if (bottomLeft.x > 0) path.push(arc(x + bottomLeft.x, bottom, x, bottom - bottomLeft.y, 'x'));
  path.push(['L', x, y + topLeft.y]);
  if (topLeft.x > 0) path.push(arc(x, y + topLeft.y, x + topLeft.x, y, 'y'));
  path.push(['Z']);
  return path;
}

/** How long the outline is, near enough for a pattern of dashes; pt. */
export function outlineLength({ width, height, radii }: RoundedBox): number {
  if (!radii) return 2 * (width + height);
  const corners = [radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft];
  const straight = corners.reduce((sum, { x, y }) => sum - x - y, 2 * (width + height));
  return corners.reduce((sum, { x, y }) => sum + quarterLength(x, y), straight);
}

/** Ramanujan's approximation of an ellipse's perimeter, a quarter of it. */
function quarterLength(a: number, b: number): number {
  return (Math.PI / 4) * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
}
