import type { Colour } from '../computed-style.ts';
import type { Component, FunctionComponent } from '../syntax/component.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, readerOf, takeDelim, takeKeyword } from '../syntax/reader.ts';
import { argumentsOf } from './calc.ts';
import type { Specified } from './context.ts';
import { takeNumber, takePercentage } from './length.ts';
import { namedColour } from './named-colours.ts';

/** Black, the initial `color`. */
export const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };
/** `transparent`. */
export const TRANSPARENT: Colour = { r: 0, g: 0, b: 0, a: 0 };

/** Takes a colour (css-color-4, and `color-mix(in srgb)` and `device-cmyk()` of css-color-5). */
export function takeColour(reader: Reader): Specified<Colour> | undefined {
  const next = peek(reader);
  const colour = next && colourOf(next);
  if (colour) reader.index++;
  return colour;
}

function colourOf(component: Component): Specified<Colour> | undefined {
  if (component.type === 'hash') return settled(hexColour(component.value));
  if (component.type === 'function') return functionColour(component);
  if (component.type !== 'ident') return undefined;
  const name = component.value.toLowerCase();
  if (name === 'currentcolor') return (context) => context.colour;
  if (name === 'transparent') return settled(TRANSPARENT);
  if (name === 'canvastext') return settled(BLACK);
  if (name === 'canvas') return settled({ r: 1, g: 1, b: 1, a: 1 });
  const hex = namedColour(name);
  return settled(hex === undefined ? undefined : hexColour(hex));
}

function settled(colour: Colour | undefined): Specified<Colour> | undefined {
  return colour && (() => colour);
}

function hexColour(digits: string): Colour | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(digits)) return undefined;
  const size = digits.length < 6 ? 1 : 2;
  const channel = (index: number) => {
    const part = digits.slice(index * size, (index + 1) * size);
    return part === '' ? 1 : Number.parseInt(size === 1 ? part + part : part, 16) / 255;
  };
  return { r: channel(0), g: channel(1), b: channel(2), a: channel(3) };
}

function functionColour(component: FunctionComponent): Specified<Colour> | undefined {
  switch (component.name) {
    case 'rgb':
    case 'rgba':
      return settled(rgb(component));
    case 'hsl':
    case 'hsla':
      return settled(hsl(component));
    case 'color-mix':
      return colourMix(component);
    case 'device-cmyk':
      return settled(deviceCmyk(component));
    default:
      return undefined;
  }
}

interface Channels {
  /** Each with the sign that it was a percentage. */
  readonly values: readonly { readonly value: number; readonly percent: boolean; readonly angle: boolean }[];
  readonly alpha: number;
}

/** Reads `a b c / alpha` or the legacy `a, b, c, alpha`. */
function channels(component: FunctionComponent, count: number): Channels | undefined {
  const parts = argumentsOf(component);
  const legacy = parts.length > 1;
  const reader = readerOf(legacy ? parts.flat() : parts[0]!);
  const values: Channels['values'][number][] = [];
  if (legacy && parts.some((part) => part.length !== 1)) return undefined;
  while (values.length < count) {
    const value = takeChannel(reader);
    if (!value) return undefined;
    values.push(value);
  }
  if (atEnd(reader)) return { values, alpha: 1 };
  if (!legacy && !takeDelim(reader, '/')) return undefined;
  const alpha = takeChannel(reader);
  if (!alpha || alpha.angle || !atEnd(reader)) return undefined;
  return { values, alpha: unit(alpha.percent ? alpha.value / 100 : alpha.value) };
}

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

function takeChannel(reader: Reader): Channels['values'][number] | undefined {
  if (takeKeyword(reader, ['none'])) return { value: 0, percent: false, angle: false };
  const percent = takePercentage(reader);
  if (percent !== undefined) return { value: percent, percent: true, angle: false };
  const next = peek(reader);
  if (next?.type === 'dimension') {
    const factor = Object.hasOwn(DEGREES, next.unit) ? DEGREES[next.unit] : undefined;
    if (factor === undefined) return undefined;
    reader.index++;
    return { value: next.value * factor, percent: false, angle: true };
  }
  const number = takeNumber(reader);
  return number === undefined ? undefined : { value: number, percent: false, angle: false };
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function rgb(component: FunctionComponent): Colour | undefined {
  const read = channels(component, 3);
  if (!read || read.values.some((value) => value.angle)) return undefined;
  const [r, g, b] = read.values.map((v) => unit(v.percent ? v.value / 100 : v.value / 255));
  return { r: r!, g: g!, b: b!, a: read.alpha };
}

function hsl(component: FunctionComponent): Colour | undefined {
  const read = channels(component, 3);
  if (!read) return undefined;
  const [hue, saturation, lightness] = read.values;
  if (hue!.percent || saturation!.angle || lightness!.angle) return undefined;
  return {
    ...hslToRgb(hue!.value, unit(saturation!.value / 100), unit(lightness!.value / 100)),
    a: read.alpha,
  };
}

/** css-color-4 §7.1. */
function hslToRgb(hue: number, saturation: number, lightness: number): { r: number; g: number; b: number } {
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    const a = saturation * Math.min(lightness, 1 - lightness);
    return lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return { r: channel(0), g: channel(8), b: channel(4) };
}

/** The naive conversion of css-color-5 §11.2: no profile is known here. */
function deviceCmyk(component: FunctionComponent): Colour | undefined {
  const read = channels(component, 4);
  if (!read || read.values.some((value) => value.angle)) return undefined;
  const [c, m, y, k] = read.values.map((v) => unit(v.percent ? v.value / 100 : v.value));
  const ink = (value: number) => 1 - Math.min(1, value * (1 - k!) + k!);
  return { r: ink(c!), g: ink(m!), b: ink(y!), a: read.alpha };
}

/** `color-mix(in srgb, a p%, b q%)`, premultiplied (css-color-5 §3). */
function colourMix(component: FunctionComponent): Specified<Colour> | undefined {
  const [method, first, second, ...rest] = argumentsOf(component);
  if (!method || !first || !second || rest.length > 0) return undefined;
  const words = method.map((part) => (part.type === 'ident' ? part.value.toLowerCase() : ''));
  if (words.length !== 2 || words[0] !== 'in' || words[1] !== 'srgb') return undefined;
  const a = mixPart(first);
  const b = mixPart(second);
  if (!a || !b) return undefined;
  const shareA = a.share ?? (b.share === undefined ? 50 : 100 - b.share);
  const shareB = b.share ?? 100 - shareA;
  const total = shareA + shareB;
  if (total <= 0) return undefined;
  return (context) => mix(a.colour(context), b.colour(context), shareA / total, Math.min(1, total / 100));
}

function mixPart(
  components: readonly Component[],
): { colour: Specified<Colour>; share: number | undefined } | undefined {
  const reader = readerOf(components);
  const before = takePercentage(reader, { negative: false });
  const colour = takeColour(reader);
  const share = before ?? takePercentage(reader, { negative: false });
  return colour && atEnd(reader) && (share ?? 0) <= 100 ? { colour, share } : undefined;
}

function mix(a: Colour, b: Colour, weight: number, alphaFactor: number): Colour {
  const alpha = a.a * weight + b.a * (1 - weight);
  if (alpha === 0) return TRANSPARENT;
  const channel = (x: number, y: number) => (x * a.a * weight + y * b.a * (1 - weight)) / alpha;
  return { r: channel(a.r, b.r), g: channel(a.g, b.g), b: channel(a.b, b.b), a: alpha * alphaFactor };
}
