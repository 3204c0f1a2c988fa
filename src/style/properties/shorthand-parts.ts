import type { Reader } from '../syntax/reader.ts';
import { atEnd, tryRead } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import type { Expansion, Shorthand } from './property.ts';

/** Takes one value. */
export type Take = (reader: Reader) => Specified<unknown> | undefined;

/** A shorthand of one to four values in the order top, right, bottom, left. */
export function fourSides(
  name: string,
  longhands: readonly [string, string, string, string],
  syntax: string,
  take: Take,
): Shorthand {
  return {
    name,
    longhands,
    syntax: `[ ${syntax} ]{1,4}`,
    parse(reader) {
      const values: Specified<unknown>[] = [];
      while (!atEnd(reader) && values.length < 4) {
        const value = tryRead(reader, take);
        if (!value) return undefined;
        values.push(value);
      }
      const [top, right = top, bottom = top, left = right] = values;
      if (!top) return undefined;
      const [t, r, b, l] = longhands;
      return { [t]: top, [r]: right!, [b]: bottom!, [l]: left! };
    },
  };
}

/** A shorthand of one or two values, the second defaulting to the first. */
export function pair(
  name: string,
  longhands: readonly [string, string],
  syntax: string,
  take: Take,
): Shorthand {
  return {
    name,
    longhands,
    syntax: `[ ${syntax} ]{1,2}`,
    parse(reader) {
      const first = tryRead(reader, take);
      const second = atEnd(reader) ? first : tryRead(reader, take);
      return first && second ? { [longhands[0]]: first, [longhands[1]]: second } : undefined;
    },
  };
}

/** Takes values in any order, each part at most once and at least one in all; absent parts stay initial. */
export function anyOrder(reader: Reader, parts: Readonly<Record<string, Take>>): Expansion | undefined {
  const found: Record<string, Specified<unknown>> = {};
  while (!atEnd(reader)) {
    const hit = Object.keys(parts).find((name) => {
      if (found[name]) return false;
      const value = tryRead(reader, parts[name]!);
      if (value) found[name] = value;
      return value !== undefined;
    });
    if (hit === undefined) break;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
