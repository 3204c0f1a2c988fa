import type { Press, SpotInk } from '../../campaign/edition.ts';
import type { Colour } from '../../style/computed-style.ts';
import { processPlates } from '../content/colour-spaces.ts';
import type { ColourSpace, Inks, PlateInk, ProcessInks } from '../content/inks.ts';

/** A spot ink, and the colour of the document that is printed in it. */
export interface PlacedSpot {
  readonly ink: SpotInk;
  readonly colour: Colour;
}

/** What marks are printed with: every plate that is made, so that each can be laid by them. */
export const registration: Colour = { r: 0, g: 0, b: 0, a: 1, cmyk: [1, 1, 1, 1] };

/** The ink that is on every plate of every press (ISO 32000-1 §8.6.6.4). */
const everyPlate: PlateInk = { name: 'All', cmyk: [1, 1, 1, 1] };

/** How far a channel may be off where a colour is still a tint of another: rounding of mixtures. */
const tolerance = 0.02;

/** A colour in the simplest space that has it. */
interface InkedColour {
  readonly space: ColourSpace;
  readonly components: readonly number[];
  /** The same as amounts of the press's plates by name; plates that are not named have none. */
  readonly amounts: Readonly<Record<string, number>>;
}

/** The inks of a press: black alone or four process inks, and spot inks for what is a colour of theirs or a tint of it. */
export function pressInks({ colours }: Press, spots: readonly PlacedSpot[]): Inks {
  const process = colours === 'grey' ? blackAlone : inProcessInks;
  const spotPlates = spots.map(({ ink: { name, cmyk } }): PlateInk => ({ name, cmyk }));
  const plates = [...(colours === 'grey' ? processPlates.slice(3) : processPlates), ...spotPlates];
  // A job of black and spot inks has no plates of other inks, nor should their marks ask for any.
  const marked = colours === 'cmyk' ? [everyPlate] : plates;
  const onEveryPlate: InkedColour =
    marked.length === 1 && colours === 'grey'
      ? blackAlone(registration)
      : { space: { inks: marked }, components: marked.map(() => 1), amounts: {} };
  const inked = (colour: Colour): InkedColour =>
    isOnEveryPlate(colour) ? onEveryPlate : (inSpotInk(colour, spots) ?? process(colour));
  return {
    // Of one ink too: what is mixed as a grey of a screen may be separated into four inks afterwards.
    space: 'DeviceCMYK',
    pictures: colours === 'grey' ? 'grey' : undefined,
    inOneSpace(all) {
      const each = all.map(inked);
      const [first] = each;
      // White is in every space; else a gradient to it would need more than its one ink.
      const coloured = each.filter(({ amounts }) => Object.values(amounts).some((amount) => amount > 0));
      const space = (coloured[0] ?? first!).space;
      if (each.length === 1 || coloured.every((other) => sameSpace(other.space, space))) {
        return { space, components: each.map((colour) => inSpace(colour, space)) };
      }
      const components = each.map(({ amounts }) => plates.map(({ name }) => amounts[name] ?? 0));
      return { space: { inks: plates }, components };
    },
  };
}

function sameSpace(one: ColourSpace, other: ColourSpace): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.inks[0]!.name === other.inks[0]!.name;
}

/** Only white is asked for in another space than its own. */
function inSpace(colour: InkedColour, space: ColourSpace): readonly number[] {
  if (sameSpace(colour.space, space)) return colour.components;
  if (typeof space !== 'string') return [0];
  return space === 'DeviceGray' ? [1] : [0, 0, 0, 0];
}

function isOnEveryPlate({ cmyk }: Colour): boolean {
  return cmyk?.every((ink) => ink === 1) ?? false;
}

/** Black alone: a colour is as dark as its luminance, which the edition has made it before. */
function blackAlone({ r }: Colour): InkedColour {
  return { space: 'DeviceGray', components: [r], amounts: { Black: 1 - r } };
}

/** The inks of `device-cmyk()` as they are, others without black in what is coloured. */
function inProcessInks(colour: Colour): InkedColour {
  const components = colour.cmyk ?? processInksOf(colour);
  const amounts = Object.fromEntries(processPlates.map(({ name }, index) => [name, components[index]!]));
  return { space: 'DeviceCMYK', components, amounts };
}

/** A colour that is a spot ink's own, or a tint of it. */
function inSpotInk(colour: Colour, spots: readonly PlacedSpot[]): InkedColour | undefined {
  for (const { ink, colour: own } of spots) {
    const tint = tintOf(colour, own);
    if (tint === undefined) continue;
    const { name, cmyk } = ink;
    return { space: { inks: [{ name, cmyk }] }, components: [tint], amounts: { [name]: tint } };
  }
  return undefined;
}

/** Whether a colour is printed in a spot ink. */
export function isInSpotInk(colour: Colour, spots: readonly PlacedSpot[]): boolean {
  return inSpotInk(colour, spots) !== undefined;
}

/**
 * How much of a colour is mixed with white to make another: by least squares over the channels. Undefined where it is no
 * such mixture, and for white, which no ink makes.
 */
function tintOf(colour: Colour, whole: Colour): number | undefined {
  const channels = ({ r, g, b }: Colour) => [1 - r, 1 - g, 1 - b];
  const [asked, full] = [channels(colour), channels(whole)];
  const square = full.reduce((sum, part) => sum + part * part, 0);
  if (square === 0) return undefined;
  const tint = asked.reduce((sum, part, index) => sum + part * full[index]!, 0) / square;
  const isNear = asked.every((part, index) => Math.abs(part - tint * full[index]!) <= tolerance);
  if (!isNear || tint > 1 + tolerance || Math.max(...asked) <= tolerance) return undefined;
  return Math.min(1, Math.round(tint * 1000) / 1000);
}

/**
 * The naive conversion of css-color-5 §11.2 backwards, with as much black as goes: a grey is black ink alone, and no more
 * than three inks lie on each other.
 */
export function processInksOf(colour: Colour): ProcessInks {
  const { r, g, b } = colour;
  const light = Math.max(r, g, b);
  if (light === 0) return [0, 0, 0, 1];
  const ink = (part: number) => (light - part) / light;
  return [ink(r), ink(g), ink(b), 1 - light];
}
