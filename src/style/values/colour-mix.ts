import type { Colour } from '../computed-style.ts';
import type { Component } from '../syntax/component.ts';
import { atEnd, peek, readerOf, takeKeyword } from '../syntax/reader.ts';
import { colourOfSpace } from './colour-functions.ts';
import type { ColourSpace, ColourSpaceName, Triple } from './colour-spaces.ts';
import { COLOUR_SPACES } from './colour-spaces.ts';

const HUE_WAYS = ['shorter', 'longer', 'increasing', 'decreasing'] as const;

/** The space that colours are mixed in, and which way round its hues go (css-color-4 §12). */
export interface MixMethod {
  readonly space: ColourSpaceName;
  readonly hues: (typeof HUE_WAYS)[number];
}

const SPACES = Object.keys(COLOUR_SPACES) as ColourSpaceName[];

/** Reads `in lch longer hue`; nothing at all is `in oklab`. */
export function parseMixMethod(components: readonly Component[]): MixMethod | undefined {
  const reader = readerOf(components);
  if (!takeKeyword(reader, ['in'])) return undefined;
  const space = takeKeyword(reader, SPACES);
  const hues = takeKeyword(reader, HUE_WAYS);
  if (!space || (hues && !takeKeyword(reader, ['hue']))) return undefined;
  const round = COLOUR_SPACES[space].hue !== undefined;
  return atEnd(reader) && (round || !hues) ? { space, hues: hues ?? 'shorter' } : undefined;
}

/** True where the components are a mixing method rather than a colour. */
export function isMixMethod(components: readonly Component[]): boolean {
  const first = peek(readerOf(components));
  return first?.type === 'ident' && first.value.toLowerCase() === 'in';
}

/**
 * Two colours mixed, `weight` being the first one's part; coordinates are premultiplied, hues are not
 * (css-color-4 §12.3).
 */
export function mixColours(a: Colour, b: Colour, weight: number, { space, hues }: MixMethod): Colour {
  const alpha = a.a * weight + b.a * (1 - weight);
  if (alpha === 0) return { r: 0, g: 0, b: 0, a: 0 };
  const of: ColourSpace = COLOUR_SPACES[space];
  const [x, y] = withHues(of.fromSrgb([a.r, a.g, a.b]), of.fromSrgb([b.r, b.g, b.b]), of, hues);
  const mixed = x.map((value, i) =>
    i === of.hue
      ? value * weight + y[i]! * (1 - weight)
      : (value * a.a * weight + y[i]! * b.a * (1 - weight)) / alpha,
  );
  return colourOfSpace(space, mixed as unknown as Triple, alpha);
}

/** A grey takes the other's hue, and the hues are moved so that the way between them is the one asked for. */
function withHues(a: Triple, b: Triple, of: ColourSpace, hues: MixMethod['hues']): readonly [Triple, Triple] {
  const { hue } = of;
  if (hue === undefined) return [a, b];
  const from = isGrey(a, of) ? b[hue]! : a[hue]!;
  const to = isGrey(b, of) ? from : b[hue]!;
  const put = (colour: Triple, value: number) =>
    colour.map((old, i) => (i === hue ? value : old)) as unknown as Triple;
  return [put(a, from), put(b, from + wayRound(to - from, hues))];
}

/** Chroma below this is rounding; a hundredth of a percent of what screens show. */
const GREY = 1e-4;

function isGrey(colour: Triple, { chroma }: ColourSpace): boolean {
  if (chroma === undefined) return colour[1]! + colour[2]! >= 100 - GREY;
  return Math.abs(colour[chroma]!) < GREY * (chroma === 1 && colour[0]! > 1 ? 100 : 1);
}

function wayRound(way: number, hues: MixMethod['hues']): number {
  switch (hues) {
    case 'shorter':
      return way > 180 ? way - 360 : way < -180 ? way + 360 : way;
    case 'longer':
      return way > 0 && way < 180 ? way - 360 : way > -180 && way <= 0 ? way + 360 : way;
    case 'increasing':
      return way < 0 ? way + 360 : way;
    case 'decreasing':
      return way > 0 ? way - 360 : way;
  }
}
