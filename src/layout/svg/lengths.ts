import type { LengthPercentage } from '../../style/computed-style.ts';
import type { StyledElement } from '../../style/styled-tree.ts';
import { resolveLength } from '../../style/values/length-percentage.ts';

/** One user unit, a CSS pixel, in pt. */
export const pixel = 0.75;

/** What lengths of an element are relative to, in user units. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What a percentage is of: the viewport's width, its height, or its diagonal over √2 (SVG 2 §8.9). */
export type Axis = 'x' | 'y' | 'both';

/** User units that 100 % along an axis are. */
function axisLength({ width, height }: Viewport, axis: Axis): number {
  if (axis === 'both') return Math.sqrt((width * width + height * height) / 2);
  return axis === 'x' ? width : height;
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

const LENGTH = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]*)\s*$/i;

/** A length attribute in user units; undefined for one that does not parse. `fontSize` is in user units. */
export function readLength(
  text: string,
  axis: Axis,
  viewport: Viewport,
  fontSize: number,
): number | undefined {
  const match = LENGTH.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]);
  const unit = match[2]!.toLowerCase();
  if (unit === '%') return (value / 100) * axisLength(viewport, axis);
  if (unit === 'em') return value * fontSize;
  if (unit === 'ex' || unit === 'ch') return (value * fontSize) / 2;
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return factor === undefined ? undefined : value * factor;
}

/** The length that an attribute gives an element, in user units; undefined where it is absent or does not parse. */
export function lengthOf(
  element: StyledElement,
  name: string,
  axis: Axis,
  viewport: Viewport,
): number | undefined {
  const text = element.attributes[name];
  if (text === undefined) return undefined;
  return readLength(text, axis, viewport, element.style.fontSize / pixel);
}

/** A computed length in user units. */
export function userLength(length: LengthPercentage, viewport: Viewport): number {
  return resolveLength(length, axisLength(viewport, 'both') * pixel) / pixel;
}
