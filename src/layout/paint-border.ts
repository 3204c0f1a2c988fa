import type { BorderSide, ComputedStyle } from '../style/computed-style.ts';
import type { Ends } from './fragment.ts';
import type { Rectangle } from './geometry.ts';
import { type PathSegment, plainStroke } from './graphics.ts';
import { emit, emitRect, type PagePainter } from './painter.ts';

/** Draws background and borders of a box (css-backgrounds-3); a cut end has no border. */
export function paintBoxDecoration(
  painter: PagePainter,
  style: ComputedStyle,
  box: Rectangle,
  ends: Ends,
): void {
  emitRect(painter, box.x, box.y, box.width, box.height, style.backgroundColor);
  const { top, right, bottom, left } = style.border;
  if (top.width + right.width + bottom.width + left.width === 0) return;
  const { x, y, width, height } = box;
  const end = y + height - bottom.width;
  if (ends.top) paintSide(painter, top, { x, y, width, height: top.width }, 'horizontal');
  if (ends.bottom) paintSide(painter, bottom, { x, y: end, width, height: bottom.width }, 'horizontal');
  paintSide(painter, left, { x, y, width: left.width, height }, 'vertical');
  paintSide(painter, right, { x: x + width - right.width, y, width: right.width, height }, 'vertical');
}

function paintSide(
  painter: PagePainter,
  side: BorderSide,
  area: Rectangle,
  direction: 'horizontal' | 'vertical',
): void {
  const { x, y, width, height } = area;
  if (side.width <= 0 || side.colour.a === 0 || width <= 0 || height <= 0) return;
  if (side.style === 'solid') return emitRect(painter, x, y, width, height, side.colour);
  if (side.style === 'double') return paintDouble(painter, side, area, direction);
  if (side.style !== 'dashed' && side.style !== 'dotted') return;
  const path: PathSegment[] =
    direction === 'horizontal'
      ? [
          ['M', x, y + height / 2],
          ['L', x + width, y + height / 2],
        ]
      : [
          ['M', x + width / 2, y],
          ['L', x + width / 2, y + height],
        ];
  const dash = side.style === 'dashed' ? [side.width * 3, side.width * 2] : [side.width, side.width];
  emit(painter, {
    kind: 'path',
    content: undefined,
    path,
    fill: undefined,
    fillRule: 'nonzero',
    stroke: plainStroke(side.colour, side.width, dash),
  });
}

function paintDouble(
  painter: PagePainter,
  side: BorderSide,
  area: Rectangle,
  direction: 'horizontal' | 'vertical',
): void {
  const { x, y, width, height } = area;
  const rule = side.width / 3;
  if (direction === 'horizontal') {
    emitRect(painter, x, y, width, rule, side.colour);
    emitRect(painter, x, y + height - rule, width, rule, side.colour);
  } else {
    emitRect(painter, x, y, rule, height, side.colour);
    emitRect(painter, x + width - rule, y, rule, height, side.colour);
  }
}
