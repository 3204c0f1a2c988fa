import { boundsOf, type Matrix, type Rectangle } from '../layout/geometry.ts';
import type { PagePlace } from './content/page-place.ts';

/** The upright rectangle around an area as an annotation states it: left, bottom, right, top. */
export function rectangleOf(
  area: Rectangle,
  transform: Matrix | undefined,
  place: PagePlace,
): readonly [left: number, bottom: number, right: number, top: number] {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const { x, y, width, height } = boundsOf(transform, area);
  return [round(place.x(x)), round(place.y(y + height)), round(place.x(x + width)), round(place.y(y))];
}
