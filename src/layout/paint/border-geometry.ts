import type { BorderSide, Sides } from '../../style/computed-style.ts';
import type { PathSegment } from '../graphics.ts';
import { insetBox, outlineOf, type RoundedBox } from './rounded-box.ts';

/** A side of a box. */
export type SideName = keyof Sides<unknown>;

/** The sides clockwise. */
const sideNames: readonly SideName[] = ['top', 'right', 'bottom', 'left'];

/** The widths of all sides, or a share of them. */
export function widthsOf(border: Sides<BorderSide>, share = 1): Sides<number> {
  return {
    top: border.top.width * share,
    right: border.right.width * share,
    bottom: border.bottom.width * share,
    left: border.left.width * share,
  };
}

/** What lies between two shares of the border's width, all around. */
export function ring(
  box: RoundedBox,
  border: Sides<BorderSide>,
  from: number,
  to: number,
): readonly PathSegment[] {
  const outer = insetBox(box, widthsOf(border, from));
  const inner = insetBox(box, widthsOf(border, to));
  return inner.width > 0 && inner.height > 0 ? [...outlineOf(outer), ...outlineOf(inner)] : outlineOf(outer);
}

/** A point of the page. */
export type Point = readonly [x: number, y: number];

/** The corners at the ends of a side, clockwise, at a share of the way from the outer to the inner ones. */
export function cornersAt(
  box: RoundedBox,
  border: Sides<BorderSide>,
  name: SideName,
  share: number,
): readonly [Point, Point] {
  const { x, y, width, height } = insetBox({ ...box, radii: undefined }, widthsOf(border, share));
  const corners: readonly Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  const index = sideNames.indexOf(name);
  return [corners[index]!, corners[(index + 1) % 4]!];
}

/** A closed shape of straight lines. */
export function polygon([first, ...rest]: readonly Point[]): readonly PathSegment[] {
  return [['M', ...first!], ...rest.map((point): PathSegment => ['L', ...point]), ['Z']];
}

/** Where a side with its share of the rounded corners lies: the lines between sides go on as far as the curves do. */
export function sideArea(box: RoundedBox, border: Sides<BorderSide>, name: SideName): readonly PathSegment[] {
  const inner = insetBox(box, widthsOf(border));
  const radii = inner.radii!;
  const index = sideNames.indexOf(name);
  const corners = [radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft] as const;
  const across = [border.left.width, border.right.width, border.right.width, border.left.width];
  const down = [border.top.width, border.top.width, border.bottom.width, border.bottom.width];
  const outer = cornersAt(box, border, name, 0);
  const reached = cornersAt(box, border, name, 1);
  const extended = [0, 1].map((end): Point => {
    const corner = (index + end) % 4;
    const { x, y } = corners[corner]!;
    const [w, h] = [across[corner]!, down[corner]!];
    const share = Math.min(w > 0 ? (w + x) / w : Infinity, h > 0 ? (h + y) / h : Infinity);
    const [fromX, fromY] = outer[end]!;
    const [toX, toY] = reached[end]!;
    return [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share];
  });
  return polygon([outer[0], outer[1], extended[1]!, extended[0]!]);
}
