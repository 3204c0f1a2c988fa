import type { BorderSide, BorderStyle, Colour, Sides } from '../../style/computed-style.ts';
import type { PathSegment, Stroke } from '../graphics.ts';
import { dashedStroke } from './border-dashes.ts';
import { cornersAt, polygon, ring, type SideName, sideArea, widthsOf } from './border-geometry.ts';
import { darker, lighter } from './border-shades.ts';
import { emitPath, emitRect, endGroup, type PagePainter, startClip } from './painter.ts';
import { insetBox, outlineLength, outlineOf, type RoundedBox } from './rounded-box.ts';

/**
 * The sides in the order in which browsers draw them: where two share a corner, the edge between them is the later
 * one's on a coarse raster.
 */
const paintOrder: readonly SideName[] = ['top', 'bottom', 'left', 'right'];

/** Draws the borders of a box (css-backgrounds-3 §4) just inside its edge. Sides without a width are left out. */
export function paintBorders(painter: PagePainter, box: RoundedBox, border: Sides<BorderSide>): void {
  const standing = paintOrder.filter((name) => border[name].width > 0);
  const drawn = standing.filter((name) => border[name].colour.a > 0);
  const first = drawn[0];
  if (!first || box.width <= 0 || box.height <= 0) return;
  const { style, colour, width } = border[first];
  // A side that cannot be seen still bounds those beside it.
  const alike = standing.every(
    (name) => border[name].style === style && sameColour(border[name].colour, colour),
  );
  const even = drawn.length === 4 && drawn.every((name) => border[name].width === width);
  if (alike && style === 'solid') return paintSolid(painter, box, border, drawn, colour);
  if (alike && style === 'double' && drawn.length === 4) return paintDouble(painter, box, border, colour);
  if (alike && even && box.radii && isBroken(style)) return paintRound(painter, box, border[first]);
  for (const name of drawn) paintSide(painter, box, border, name);
}

/** Solid sides of one colour. */
function paintSolid(
  painter: PagePainter,
  box: RoundedBox,
  border: Sides<BorderSide>,
  drawn: readonly SideName[],
  colour: Colour,
): void {
  const whole = drawn.length === paintOrder.length;
  if (!box.radii && (colour.a === 1 || drawn.length === 1))
    return paintRectangles(painter, box, border, drawn);
  if (!box.radii || whole) return paintRing(painter, box, border, colour, 0, 1);
  // Where a side has no width the ring has none either, but readers would draw a hair line.
  startClip(
    painter,
    drawn.flatMap((name) => sideArea(box, border, name)),
  );
  paintRing(painter, box, border, colour, 0, 1);
  endGroup(painter);
}

function isBroken(style: BorderStyle): style is 'dashed' | 'dotted' {
  return style === 'dashed' || style === 'dotted';
}

function sameColour(a: Colour, b: Colour): boolean {
  return a.r === b.r && a.g === b.g && a.b === b.b && a.a === b.a;
}

/** Solid sides of one opaque colour with sharp corners: they may overlap. */
function paintRectangles(
  painter: PagePainter,
  box: RoundedBox,
  { top, right, bottom, left }: Sides<BorderSide>,
  drawn: readonly SideName[],
): void {
  const { x, y, width, height } = box;
  const areas = {
    top: [x, y, width, top.width],
    bottom: [x, y + height - bottom.width, width, bottom.width],
    left: [x, y, left.width, height],
    right: [x + width - right.width, y, right.width, height],
  } as const;
  const colours = { top, right, bottom, left };
  for (const name of paintOrder) {
    if (drawn.includes(name)) emitRect(painter, ...areas[name], colours[name].colour);
  }
}

function paintRing(
  painter: PagePainter,
  box: RoundedBox,
  border: Sides<BorderSide>,
  colour: Colour,
  from: number,
  to: number,
): void {
  emitPath(painter, {
    path: ring(box, border, from, to),
    fill: colour,
    fillRule: 'evenodd',
    stroke: undefined,
  });
}

function paintDouble(painter: PagePainter, box: RoundedBox, border: Sides<BorderSide>, colour: Colour): void {
  const path = [...ring(box, border, 0, 1 / 3), ...ring(box, border, 2 / 3, 1)];
  emitPath(painter, { path, fill: colour, fillRule: 'evenodd', stroke: undefined });
}

/** Dashes all round along the middle of an even border. */
function paintRound(painter: PagePainter, box: RoundedBox, side: BorderSide): void {
  const half = side.width / 2;
  const middle = insetBox(box, { top: half, right: half, bottom: half, left: half });
  const style = side.style === 'dotted' ? 'dotted' : 'dashed';
  const stroke = dashedStroke(style, side.colour, side.width, outlineLength(middle), true);
  emitPath(painter, { path: outlineOf(middle), fill: undefined, fillRule: 'nonzero', stroke });
}

/** One side, up to the lines from the outer corners to the inner ones. */
function paintSide(painter: PagePainter, box: RoundedBox, border: Sides<BorderSide>, name: SideName): void {
  const { style, colour } = border[name];
  const upper = name === 'top' || name === 'left';
  const inside = upper ? darker(colour) : lighter(colour);
  const outside = upper ? lighter(colour) : darker(colour);
  switch (style) {
    case 'dashed':
    case 'dotted':
      return box.radii
        ? paintBentDashes(painter, box, border, name)
        : paintDashes(painter, box, border, name);
    case 'double':
      paintBand(painter, box, border, name, colour, 0, 1 / 3);
      return paintBand(painter, box, border, name, colour, 2 / 3, 1);
    case 'inset':
      return paintBand(painter, box, border, name, inside, 0, 1);
    case 'outset':
      return paintBand(painter, box, border, name, outside, 0, 1);
    case 'groove':
      paintBand(painter, box, border, name, inside, 0, 1 / 2);
      return paintBand(painter, box, border, name, outside, 1 / 2, 1);
    case 'ridge':
      paintBand(painter, box, border, name, outside, 0, 1 / 2);
      return paintBand(painter, box, border, name, inside, 1 / 2, 1);
    default:
      return paintBand(painter, box, border, name, colour, 0, 1);
  }
}

/** A side between two shares of its width. */
function paintBand(
  painter: PagePainter,
  box: RoundedBox,
  border: Sides<BorderSide>,
  name: SideName,
  colour: Colour,
  from: number,
  to: number,
): void {
  if (box.radii) {
    startClip(painter, sideArea(box, border, name));
    paintRing(painter, box, border, colour, from, to);
    return endGroup(painter);
  }
  const [a, b] = cornersAt(box, border, name, from);
  const [c, d] = cornersAt(box, border, name, to);
  const path = polygon([a, b, d, c]);
  emitPath(painter, { path, fill: colour, fillRule: 'nonzero', stroke: undefined });
}

/** Dashes along the middle of a side, from corner to corner. */
function paintDashes(painter: PagePainter, box: RoundedBox, border: Sides<BorderSide>, name: SideName): void {
  const side = border[name];
  const half = side.width / 2;
  const { x, y, width, height } = box;
  const flat = name === 'top' || name === 'bottom';
  const length = flat ? width : height;
  const stroke = dashedStroke(
    side.style === 'dotted' ? 'dotted' : 'dashed',
    side.colour,
    side.width,
    length,
    false,
  );
  // Round dots stand inside the corners, not around them.
  const cut = stroke.cap === 'round' ? half : 0;
  const at = { top: y + half, bottom: y + height - half, left: x + half, right: x + width - half }[name];
  const path: readonly PathSegment[] = flat
    ? [
        ['M', x + cut, at],
        ['L', x + width - cut, at],
      ]
    : [
        ['M', at, y + cut],
        ['L', at, y + height - cut],
      ];
  emitPath(painter, { path, fill: undefined, fillRule: 'nonzero', stroke });
}

/** Dashes along the middle of the border, of which one side shows. */
function paintBentDashes(
  painter: PagePainter,
  box: RoundedBox,
  border: Sides<BorderSide>,
  name: SideName,
): void {
  const side = border[name];
  const middle = insetBox(box, widthsOf(border, 1 / 2));
  const style = side.style === 'dotted' ? 'dotted' : 'dashed';
  const stroke: Stroke = dashedStroke(style, side.colour, side.width, outlineLength(middle), true);
  startClip(painter, sideArea(box, border, name));
  emitPath(painter, { path: outlineOf(middle), fill: undefined, fillRule: 'nonzero', stroke });
  endGroup(painter);
}
