import { isGradient, type Paint, type Stroke } from '../../layout/graphics.ts';
import type { Colour } from '../../style/computed-style.ts';

/** Turns a colour into that of an edition. */
export type Recolour = (colour: Colour) => Colour;

/** A paint with each of its colours turned. */
export function recolourPaint(paint: Paint, recolour: Recolour): Paint {
  if (!isGradient(paint)) return recolour(paint);
  const stops = paint.stops.map((stop) => ({ ...stop, colour: recolour(stop.colour) }));
  return { ...paint, stops };
}

/** A line with its colours turned. */
export function recolourStroke(stroke: Stroke, recolour: Recolour): Stroke {
  return { ...stroke, paint: recolourPaint(stroke.paint, recolour) };
}

/** The relative luminance of a colour (WCAG 2.2) as a value of sRGB: the grey that is as light. 0 to 1. */
export function lightness({ r, g, b }: Colour): number {
  const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const y = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return y <= 0.0031308 ? y * 12.92 : 1.055 * y ** (1 / 2.4) - 0.055;
}

/** A grey; `value` from 0, black, to 1. */
export function grey(value: number, a = 1): Colour {
  const part = Math.round(value * 1000) / 1000;
  return { r: part, g: part, b: part, a };
}

/** A colour as the grey that is as light. */
export function toGrey(colour: Colour): Colour {
  return grey(lightness(colour), colour.a);
}
