import type { Colour } from '../computed-style.ts';
import type { Component, FunctionComponent } from '../syntax/component.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, readerOf } from '../syntax/reader.ts';
import { argumentsOf } from './calc.ts';
import { functionColour } from './colour-functions.ts';
import { isMixMethod, mixColours, parseMixMethod } from './colour-mix.ts';
import type { ComputeContext } from './context.ts';
import { takePercentage } from './length.ts';
import { namedColour } from './named-colours.ts';

/** Black, the initial `color`. */
export const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };
/** `transparent`. */
export const TRANSPARENT: Colour = { r: 0, g: 0, b: 0, a: 0 };

/** A parsed colour: `currentColor` is all that it may wait for. */
export type SpecifiedColour = (context: Pick<ComputeContext, 'colour'>) => Colour;

/** Takes a colour (css-color-4; `color-mix()` and `device-cmyk()` of css-color-5). */
export function takeColour(reader: Reader): SpecifiedColour | undefined {
  const next = peek(reader);
  const colour = next && colourOf(next);
  if (colour) reader.index++;
  return colour;
}

function colourOf(component: Component): SpecifiedColour | undefined {
  if (component.type === 'hash') return settled(hexColour(component.value));
  if (component.type === 'function') {
    return component.name === 'color-mix' ? colourMix(component) : settled(functionColour(component));
  }
  if (component.type !== 'ident') return undefined;
  const name = component.value.toLowerCase();
  if (name === 'currentcolor') return (context) => context.colour;
  if (name === 'transparent') return settled(TRANSPARENT);
  if (name === 'canvastext') return settled(BLACK);
  if (name === 'canvas') return settled({ r: 1, g: 1, b: 1, a: 1 });
  const hex = namedColour(name);
  return settled(hex === undefined ? undefined : hexColour(hex));
}

function settled(colour: Colour | undefined): SpecifiedColour | undefined {
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

/** `color-mix(in lab, a p%, b q%)` (css-color-5 §3). */
function colourMix(component: FunctionComponent): SpecifiedColour | undefined {
  const parts = argumentsOf(component);
  const hasMethod = isMixMethod(parts[0]!);
  const method = hasMethod ? parseMixMethod(parts[0]!) : ({ space: 'oklab', hues: 'shorter' } as const);
  const [first, second, ...rest] = hasMethod ? parts.slice(1) : parts;
  if (!method || !first || !second || rest.length > 0) return undefined;
  const a = mixPart(first);
  const b = mixPart(second);
  if (!a || !b) return undefined;
  const shareA = a.share ?? (b.share === undefined ? 50 : 100 - b.share);
  const shareB = b.share ?? 100 - shareA;
  const total = shareA + shareB;
  if (total <= 0) return undefined;
  const opacity = Math.min(1, total / 100);
  return (context) => {
    const mixed = mixColours(a.colour(context), b.colour(context), shareA / total, method);
    return { ...mixed, a: mixed.a * opacity };
  };
}

function mixPart(
  components: readonly Component[],
): { colour: SpecifiedColour; share: number | undefined } | undefined {
  const reader = readerOf(components);
  const before = takePercentage(reader, { negative: false });
  const colour = takeColour(reader);
  const share = before ?? takePercentage(reader, { negative: false });
  return colour && atEnd(reader) && (share ?? 0) <= 100 ? { colour, share } : undefined;
}
