import type { Colour } from '../../style/computed-style.ts';
import { decimal } from './numbers.ts';

/** A device colour space (ISO 32000-1 §8.6.4) and how colours are said in it. */
export interface Inks {
  readonly space: 'DeviceRGB' | 'DeviceGray' | 'DeviceCMYK';
  /** From 0 to 1, as many as the space has. */
  components(colour: Colour): readonly number[];
}

/** Colours as screens have them. */
export const screenInks: Inks = { space: 'DeviceRGB', components: ({ r, g, b }) => [r, g, b] };

/** Black alone: a colour is as dark as its luminance, which the edition has made it before. */
export const blackInk: Inks = { space: 'DeviceGray', components: ({ r }) => [r] };

/** The four process inks; the inks of `device-cmyk()` as they are, others without black in what is coloured. */
export const processInks: Inks = {
  space: 'DeviceCMYK',
  components: (colour) => colour.cmyk ?? inksOf(colour),
};

/**
 * The naive conversion of css-color-5 §11.2 backwards, with as much black as goes: a grey is black ink alone, and no more
 * than three inks lie on each other.
 */
export function inksOf({ r, g, b }: Colour): readonly [number, number, number, number] {
  const light = Math.max(r, g, b);
  if (light === 0) return [0, 0, 0, 1];
  const ink = (part: number) => (light - part) / light;
  return [ink(r), ink(g), ink(b), 1 - light];
}

const operators = { DeviceRGB: ['rg', 'RG'], DeviceGray: ['g', 'G'], DeviceCMYK: ['k', 'K'] } as const;

/** The operator that sets a colour to fill or to stroke with; greys of a screen by the shorter one. */
export function colourOperator({ space, components }: Inks, colour: Colour, isStroke: boolean): string {
  const parts = components(colour).map((part) => decimal(part));
  const isGrey = space === 'DeviceRGB' && parts[0] === parts[1] && parts[1] === parts[2];
  const operator = operators[isGrey ? 'DeviceGray' : space][isStroke ? 1 : 0];
  return `${isGrey ? parts[0] : parts.join(' ')} ${operator}`;
}
