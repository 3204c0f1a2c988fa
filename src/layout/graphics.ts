import type { Colour } from '../style/computed-style.ts';
import type { Matrix, Rectangle } from './geometry.ts';

/** `M`ove, `L`ine, `C`urve, `Z` close; absolute numbers as in SVG. */
export type PathSegment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** Which parts of a path that crosses itself are inside (ISO 32000-1 §8.5.3.3). */
export type FillRule = 'nonzero' | 'evenodd';

/** What fills or strokes: one colour or a gradient. */
export type Paint = Colour | Gradient;

/** A colour of a gradient, and where it is reached: 0 at its start, 1 at its end. */
export interface GradientStop {
  readonly offset: number;
  readonly colour: Colour;
}

interface GradientBase {
  /** At least one, in order of offset. Before the first and after the last their colours go on. */
  readonly stops: readonly GradientStop[];
  /** From the gradient's coordinates to the path's, which are the same where it is undefined. */
  readonly transform: Matrix | undefined;
}

/** Colours along a line, the same across it. */
export interface LinearGradient extends GradientBase {
  readonly kind: 'linear';
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Colours from one circle to another; an ellipse is a circle with a transform. */
export interface RadialGradient extends GradientBase {
  readonly kind: 'radial';
  readonly from: Circle;
  readonly to: Circle;
}

/** A circle of a radial gradient; pt. */
export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Colours that run into each other. They are mixed in sRGB, each component and alpha by itself. */
export type Gradient = LinearGradient | RadialGradient;

/** Whether a paint is a gradient. */
export function isGradient(paint: Paint): paint is Gradient {
  return 'stops' in paint;
}

/** Whether nothing shows through a paint. */
export function isOpaque(paint: Paint): boolean {
  return isGradient(paint) ? paint.stops.every(({ colour }) => colour.a === 1) : paint.a === 1;
}

/** How a line is drawn along a path; lengths in pt. */
export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  /** Lengths of dashes and gaps by turns; empty for a line without gaps. */
  readonly dash: readonly number[];
  /** How far into the pattern the line starts. */
  readonly dashOffset: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
}

/** A line without gaps, cut off at its ends. */
export function plainStroke(paint: Paint, width: number, dash: readonly number[] = []): Stroke {
  return { paint, width, dash, dashOffset: 0, cap: 'butt', join: 'miter', miterLimit: 10 };
}

/** A rectangle as a path, clockwise from its top left corner. */
export function rectanglePath(x: number, y: number, width: number, height: number): readonly PathSegment[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
}

/** The rectangle around a path with its control points; empty at the origin for an empty path. */
export function pathBounds(path: readonly PathSegment[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [, ...numbers] of path) {
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      left = Math.min(left, numbers[i]!);
      right = Math.max(right, numbers[i]!);
      top = Math.min(top, numbers[i + 1]!);
      bottom = Math.max(bottom, numbers[i + 1]!);
    }
  }
  return left <= right
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : { x: 0, y: 0, width: 0, height: 0 };
}
