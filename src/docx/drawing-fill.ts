import { type Matrix, mapPoint, type Rectangle } from '../layout/geometry.ts';
import { type Gradient, type GradientStop, isGradient, type Paint, type Stroke } from '../layout/graphics.ts';
import type { Colour } from '../style/computed-style.ts';
import { emu, hex } from './units.ts';
import { type XmlElement, xml } from './xml.ts';

/** What fills a shape of DrawingML (ECMA-376 Part 1 §20.1.8). `bounds` is the shape's own rectangle, where its paint is. */
export function fillXml(paint: Paint | undefined, opacity: number, bounds: Rectangle): XmlElement {
  if (!paint) return xml('a:noFill');
  if (!isGradient(paint)) return xml('a:solidFill', {}, [colourXml(paint, opacity)]);
  const { stops, direction } = paint.kind === 'linear' ? linear(paint, bounds) : radial(paint, bounds);
  const parts = stops.map(({ offset, colour }) =>
    xml('a:gs', { pos: Math.round(offset * 100_000) }, [colourXml(colour, opacity)]),
  );
  return xml('a:gradFill', { rotWithShape: '1' }, [xml('a:gsLst', {}, parts), direction]);
}

/** A line around a shape (§20.1.2.2.24); a gradient along it is its middle colour. */
export function lineXml(stroke: Stroke | undefined, opacity: number, scale: number): XmlElement {
  if (!stroke) return xml('a:ln', {}, [xml('a:noFill')]);
  const { paint, width } = stroke;
  const colour = isGradient(paint) ? paint.stops[paint.stops.length >> 1]!.colour : paint;
  const joins = {
    miter: xml('a:miter', { lim: Math.round(stroke.miterLimit * 100_000) }),
    round: xml('a:round'),
    bevel: xml('a:bevel'),
  };
  const caps = { butt: 'flat', round: 'rnd', square: 'sq' };
  return xml('a:ln', { w: Math.max(1, emu(width * scale)), cap: caps[stroke.cap] }, [
    xml('a:solidFill', {}, [colourXml(colour, opacity)]),
    ...dashesXml(stroke),
    joins[stroke.join],
  ]);
}

/** Dashes and gaps as shares of the line's width; DrawingML has no offset. */
function dashesXml({ dash, width }: Stroke): readonly XmlElement[] {
  if (dash.length < 2) return [];
  const share = (length: number) => Math.max(1, Math.round((length / width) * 100_000));
  const pairs = Array.from({ length: dash.length >> 1 }, (_, i) =>
    xml('a:ds', { d: share(dash[2 * i]!), sp: share(dash[2 * i + 1]!) }),
  );
  return [xml('a:custDash', {}, pairs)];
}

function colourXml(colour: Colour, opacity: number): XmlElement {
  const alpha = Math.round(colour.a * opacity * 100_000);
  return xml('a:srgbClr', { val: hex({ ...colour, a: 1 }) }, [
    alpha < 100_000 ? xml('a:alpha', { val: alpha }) : undefined,
  ]);
}

interface Directed {
  readonly stops: readonly GradientStop[];
  readonly direction: XmlElement;
}

const onPage = (matrix: Matrix | undefined, { x, y }: { x: number; y: number }) =>
  matrix ? mapPoint(matrix, x, y) : ([x, y] as const);

/** DrawingML's gradient reaches from corner to corner of the shape: the stops are moved along its line. */
function linear(paint: Extract<Gradient, { kind: 'linear' }>, bounds: Rectangle): Directed {
  const [x0, y0] = onPage(paint.transform, paint.from);
  const [x1, y1] = onPage(paint.transform, paint.to);
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const length = Math.max(1e-6, Math.abs(bounds.width * cos) + Math.abs(bounds.height * sin));
  const middle = (bounds.x + bounds.width / 2) * cos + (bounds.y + bounds.height / 2) * sin;
  const at = (offset: number): number => {
    const along = (x0 + (x1 - x0) * offset) * cos + (y0 + (y1 - y0) * offset) * sin;
    return (along - middle) / length + 0.5;
  };
  const turn = ((angle * 180) / Math.PI + 360) % 360;
  return {
    stops: withinUnit(paint.stops.map((stop) => ({ ...stop, offset: at(stop.offset) }))),
    direction: xml('a:lin', { ang: Math.round(turn * 60_000), scaled: '0' }),
  };
}

/** A circle around its centre, out to the farthest corner of the shape. */
function radial(paint: Extract<Gradient, { kind: 'radial' }>, bounds: Rectangle): Directed {
  const [x, y] = onPage(paint.transform, paint.to);
  const [edgeX, edgeY] = onPage(paint.transform, { x: paint.to.x + paint.to.radius, y: paint.to.y });
  const radius = Math.hypot(edgeX - x, edgeY - y);
  const across = Math.max(x - bounds.x, bounds.x + bounds.width - x);
  const down = Math.max(y - bounds.y, bounds.y + bounds.height - y);
  const share = radius / Math.max(1e-6, Math.hypot(across, down));
  const percent = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100_000);
  const left = percent((x - bounds.x) / Math.max(1e-6, bounds.width));
  const top = percent((y - bounds.y) / Math.max(1e-6, bounds.height));
  const focus = { l: left, t: top, r: 100_000 - left, b: 100_000 - top };
  return {
    stops: withinUnit(paint.stops.map((stop) => ({ ...stop, offset: stop.offset * share }))),
    direction: xml('a:path', { path: 'circle' }, [xml('a:fillToRect', focus)]),
  };
}

/** The stops from 0 to 1, those outside mixed into the ends. */
function withinUnit(stops: readonly GradientStop[]): readonly GradientStop[] {
  const inside = stops.filter(({ offset }) => offset > 0 && offset < 1);
  return [{ offset: 0, colour: colourAt(stops, 0) }, ...inside, { offset: 1, colour: colourAt(stops, 1) }];
}

function colourAt(stops: readonly GradientStop[], offset: number): Colour {
  const next = stops.findIndex((stop) => stop.offset >= offset);
  if (next <= 0) return stops.at(next)!.colour;
  const [a, b] = [stops[next - 1]!, stops[next]!];
  const share = b.offset > a.offset ? (offset - a.offset) / (b.offset - a.offset) : 1;
  const mix = (from: number, to: number) => from + (to - from) * share;
  return {
    r: mix(a.colour.r, b.colour.r),
    g: mix(a.colour.g, b.colour.g),
    b: mix(a.colour.b, b.colour.b),
    a: mix(a.colour.a, b.colour.a),
  };
}
