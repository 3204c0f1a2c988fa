import type { Colour } from '../../style/computed-style.ts';
import type { Stroke } from '../fragment.ts';
import type { PathSegment } from '../graphics.ts';
import { dashedStroke } from './border-dashes.ts';
import { darker, lighter } from './border-shades.ts';
import { emitPath, emitRect, type PagePainter } from './painter.ts';

/** Draws a line between cells or columns, in the style of its border, in a box at (x, y). */
export function paintStroke(painter: PagePainter, stroke: Stroke, x: number, y: number): void {
  const { style, colour } = stroke;
  switch (style) {
    case 'dashed':
    case 'dotted':
      return paintDashes(painter, stroke, style, x, y);
    case 'double':
      paintShare(painter, stroke, x, y, 0, 1 / 3, colour);
      return paintShare(painter, stroke, x, y, 2 / 3, 1, colour);
    // Between cells there is neither an inside nor an outside: these are as the others (CSS 2.2 §17.6.3).
    case 'groove':
    case 'outset':
      paintShare(painter, stroke, x, y, 0, 1 / 2, darker(colour));
      return paintShare(painter, stroke, x, y, 1 / 2, 1, lighter(colour));
    case 'ridge':
    case 'inset':
      paintShare(painter, stroke, x, y, 0, 1 / 2, lighter(colour));
      return paintShare(painter, stroke, x, y, 1 / 2, 1, darker(colour));
    default:
      return paintShare(painter, stroke, x, y, 0, 1, colour);
  }
}

/** A part of its thickness, from its left or upper edge. */
function paintShare(
  painter: PagePainter,
  { x, y, width, height, isUpright }: Stroke,
  left: number,
  top: number,
  from: number,
  to: number,
  colour: Colour,
): void {
  const share = to - from;
  if (isUpright) {
    emitRect(painter, left + x + width * from, top + y, width * share, height, colour);
  } else emitRect(painter, left + x, top + y + height * from, width, height * share, colour);
}

function paintDashes(
  painter: PagePainter,
  { x, y, width, height, colour, isUpright }: Stroke,
  style: 'dashed' | 'dotted',
  left: number,
  top: number,
): void {
  const [thickness, length] = isUpright ? [width, height] : [height, width];
  const stroke = dashedStroke(style, colour, thickness, length, false);
  const cut = stroke.cap === 'round' ? thickness / 2 : 0;
  const [startX, startY] = [left + x, top + y];
  const path: readonly PathSegment[] = isUpright
    ? [
        ['M', startX + width / 2, startY + cut],
        ['L', startX + width / 2, startY + height - cut],
      ]
    : [
        ['M', startX + cut, startY + height / 2],
        ['L', startX + width - cut, startY + height / 2],
      ];
  emitPath(painter, { path, fill: undefined, fillRule: 'nonzero', stroke });
}
