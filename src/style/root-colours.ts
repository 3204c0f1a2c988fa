import type { CustomProperties } from './cascade/substitute.ts';
import type { Colour } from './computed-style.ts';
import { atEnd, readerOf } from './syntax/reader.ts';
import { takeColour } from './values/colour.ts';

/** The custom properties that are a colour, by name without dashes. */
export function coloursOf(custom: CustomProperties, currentColour: Colour): ReadonlyMap<string, Colour> {
  const colours = new Map<string, Colour>();
  for (const [name, components] of custom) {
    const reader = readerOf(components);
    const colour = takeColour(reader);
    if (colour && atEnd(reader)) colours.set(name.replace(/^--/, ''), colour({ colour: currentColour }));
  }
  return colours;
}
