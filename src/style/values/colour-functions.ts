import type { Colour } from '../computed-style.ts';
import type { FunctionComponent } from '../syntax/component.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, readerOf, takeDelim, takeKeyword } from '../syntax/reader.ts';
import { DEGREES } from './angle.ts';
import { argumentsOf } from './calc.ts';
import type { ColourSpaceName, Triple } from './colour-spaces.ts';
import { COLOUR_SPACES } from './colour-spaces.ts';
import { takeNumber, takePercentage } from './length.ts';

/** A number of a colour function, and how it was written. */
interface Channel {
  readonly value: number;
  readonly unit: 'number' | 'percent' | 'angle';
}

interface Channels {
  readonly values: readonly Channel[];
  /** 0 to 1. */
  readonly alpha: number;
}

/** Degrees of one unit of angle. */

/** Holds a channel between 0 and 1. */
function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** What 100 % is of each channel, `hue` being an angle that has none. */
type Scale = number | 'hue';

/** The functions whose channels are coordinates of a space, and what 100 % of each is (css-color-4 §7 to §9). */
const IN_SPACE: Readonly<Record<string, readonly [ColourSpaceName, readonly [Scale, Scale, Scale]]>> = {
  hsl: ['hsl', ['hue', 100, 100]],
  hsla: ['hsl', ['hue', 100, 100]],
  hwb: ['hwb', ['hue', 100, 100]],
  lab: ['lab', [100, 125, 125]],
  lch: ['lch', [100, 150, 'hue']],
  oklab: ['oklab', [1, 0.4, 0.4]],
  oklch: ['oklch', [1, 0.4, 'hue']],
};

/** The predefined spaces of `color()` that are known. */
const PREDEFINED = ['srgb', 'srgb-linear', 'display-p3'] as const;

/** The functions that make a colour out of numbers alone. */
export const COLOUR_FUNCTIONS: readonly string[] = [
  'rgb',
  'rgba',
  ...Object.keys(IN_SPACE),
  'color',
  'device-cmyk',
];

/** The colour that a function of numbers gives; undefined where it does not fit. */
export function functionColour(component: FunctionComponent): Colour | undefined {
  const { name } = component;
  if (name === 'rgb' || name === 'rgba') return rgb(component);
  if (name === 'color') return predefined(component);
  if (name === 'device-cmyk') return deviceCmyk(component);
  const entry = Object.hasOwn(IN_SPACE, name) ? IN_SPACE[name] : undefined;
  return entry && inSpace(component, ...entry);
}

/** A colour of sRGB from coordinates that may lie outside of it: what does not fit is cut off, as browsers do. */
export function colourOfSpace(space: ColourSpaceName, coordinates: Triple, alpha: number): Colour {
  const [r, g, b] = COLOUR_SPACES[space].toSrgb(coordinates).map(unit);
  return { r: r!, g: g!, b: b!, a: alpha };
}

function inSpace(
  component: FunctionComponent,
  space: ColourSpaceName,
  scales: readonly [Scale, Scale, Scale],
): Colour | undefined {
  const read = channels(argumentsOf(component).map(readerOf), 3);
  if (!read) return undefined;
  const values = read.values.map((channel, i) => scaled(channel, scales[i]!));
  const [a, b, c] = values;
  if (a === undefined || b === undefined || c === undefined) return undefined;
  return colourOfSpace(space, held(space, [a, b, c]), read.alpha);
}

function scaled({ value, unit: written }: Channel, scale: Scale): number | undefined {
  if (scale === 'hue') return written === 'percent' ? undefined : value;
  if (written === 'angle') return undefined;
  return written === 'percent' ? (value / 100) * scale : value;
}

/** Lightness ends at black and white, and chroma is not below 0. */
function held(space: ColourSpaceName, [a, b, c]: Triple): Triple {
  if (space === 'hsl' || space === 'hwb') return [a, 100 * unit(b / 100), 100 * unit(c / 100)];
  const light = space === 'lab' || space === 'lch' ? 100 * unit(a / 100) : unit(a);
  return [light, space === 'lch' || space === 'oklch' ? Math.max(0, b) : b, c];
}

function rgb(component: FunctionComponent): Colour | undefined {
  const read = channels(argumentsOf(component).map(readerOf), 3);
  const values = read?.values.map((v) => (v.unit === 'angle' ? undefined : fraction(v, 255)));
  return values && rgbColour(values, read!.alpha);
}

function fraction({ value, unit: written }: Channel, whole: number): number {
  return unit(value / (written === 'percent' ? 100 : whole));
}

function rgbColour([r, g, b]: readonly (number | undefined)[], alpha: number): Colour | undefined {
  if (r === undefined || g === undefined || b === undefined) return undefined;
  return { r, g, b, a: alpha };
}

/** `color(display-p3 r g b / a)`. */
function predefined(component: FunctionComponent): Colour | undefined {
  const reader = readerOf(component.children);
  const space = takeKeyword(reader, PREDEFINED);
  const read = space && channels([reader], 3);
  if (!space || !read || read.values.some((v) => v.unit === 'angle')) return undefined;
  const [a, b, c] = read.values.map((v) => (v.unit === 'percent' ? v.value / 100 : v.value));
  return colourOfSpace(space, [a!, b!, c!], read.alpha);
}

/** The naive conversion of css-color-5 §11.2: no profile is known here. The inks are kept for print shops. */
function deviceCmyk(component: FunctionComponent): Colour | undefined {
  const read = channels(argumentsOf(component).map(readerOf), 4);
  if (!read || read.values.some((v) => v.unit === 'angle')) return undefined;
  const [c, m, y, k] = read.values.map((v) => fraction(v, 1)) as [number, number, number, number];
  const light = (ink: number) => 1 - Math.min(1, ink * (1 - k) + k);
  return { r: light(c), g: light(m), b: light(y), a: read.alpha, cmyk: [c, m, y, k] };
}

/** Reads `a b c / alpha` or the legacy `a, b, c, alpha`, given the readers of what stands between commas. */
function channels(parts: readonly Reader[], count: number): Channels | undefined {
  const legacy = parts.length > 1;
  if (legacy && parts.some((part) => part.items.length !== 1)) return undefined;
  const reader = legacy ? readerOf(parts.flatMap((part) => part.items)) : parts[0]!;
  const values: Channel[] = [];
  while (values.length < count) {
    const value = takeChannel(reader);
    if (!value) return undefined;
    values.push(value);
  }
  if (atEnd(reader)) return { values, alpha: 1 };
  if (!legacy && !takeDelim(reader, '/')) return undefined;
  const alpha = takeChannel(reader);
  if (!alpha || alpha.unit === 'angle' || !atEnd(reader)) return undefined;
  return { values, alpha: fraction(alpha, 1) };
}

/** A missing channel is 0 (css-color-4 §4.4). */
function takeChannel(reader: Reader): Channel | undefined {
  if (takeKeyword(reader, ['none'])) return { value: 0, unit: 'number' };
  const percent = takePercentage(reader);
  if (percent !== undefined) return { value: percent, unit: 'percent' };
  const next = peek(reader);
  if (next?.type === 'dimension') {
    const factor = Object.hasOwn(DEGREES, next.unit) ? DEGREES[next.unit] : undefined;
    if (factor === undefined) return undefined;
    reader.index++;
    return { value: next.value * factor, unit: 'angle' };
  }
  const number = takeNumber(reader);
  return number === undefined ? undefined : { value: number, unit: 'number' };
}
