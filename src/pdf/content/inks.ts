import type { Colour } from '../../style/computed-style.ts';

/** A device colour space (ISO 32000-1 §8.6.4). */
export type DeviceSpace = 'DeviceRGB' | 'DeviceGray' | 'DeviceCMYK';

/** Cyan, magenta, yellow and black, each 0 to 1. */
export type ProcessInks = readonly [number, number, number, number];

/** An ink that a plate is made for. */
export interface PlateInk {
  /** As the plate is called. */
  readonly name: string;
  /** What it looks like in process inks, on screens and where its plate is not made. */
  readonly cmyk: ProcessInks;
}

/** A colour space of named inks: of one a Separation, of several a DeviceN (§8.6.6). */
export interface NamedSpace {
  readonly inks: readonly PlateInk[];
}

/** What colours are said in. */
export type ColourSpace = DeviceSpace | NamedSpace;

/** Colours in one space. */
export interface SpaceColours {
  readonly space: ColourSpace;
  /** Of each colour in turn, as many as the space has; 0 to 1. */
  readonly components: readonly (readonly number[])[];
}

/** How colours are said on screens, or in the inks of a press. */
export interface Inks {
  /** What transparency is mixed in. */
  readonly space: DeviceSpace;
  /** What pictures are brought to; undefined: they keep their own colours. */
  readonly pictures?: 'grey' | undefined;
  /** Colours in a space that holds all of them: one colour in the simplest that does. */
  inOneSpace(colours: readonly Colour[]): SpaceColours;
}

/** Inks that are a device's colour space and nothing else. */
function deviceInks(space: DeviceSpace, components: (colour: Colour) => readonly number[]): Inks {
  return { space, inOneSpace: (colours) => ({ space, components: colours.map(components) }) };
}

/** Colours as screens have them. */
export const screenInks: Inks = deviceInks('DeviceRGB', ({ r, g, b }) => [r, g, b]);
