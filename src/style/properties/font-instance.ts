import type { Reader } from '../syntax/reader.ts';
import { peek, takeDelim, takeKeyword, takeString } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeNumber, takePercentage } from '../values/length.ts';
import type { AnyLonghand } from './property.ts';
import { field, keywords } from './property.ts';

/** Percent of the normal width (css-fonts-4 §2.3). */
const STRETCHES = {
  'ultra-condensed': 50,
  'extra-condensed': 62.5,
  condensed: 75,
  'semi-condensed': 87.5,
  normal: 100,
  'semi-expanded': 112.5,
  expanded: 125,
  'extra-expanded': 150,
  'ultra-expanded': 200,
} as const;

/** Reads a width by name, in percent: what the shorthand `font` may have. */
export function readStretchKeyword(reader: Reader): number | undefined {
  const word = takeKeyword(reader, Object.keys(STRETCHES) as (keyof typeof STRETCHES)[]);
  return word && STRETCHES[word];
}

/** Reads a width in percent. */
export function readStretch(reader: Reader): number | undefined {
  return readStretchKeyword(reader) ?? takePercentage(reader, { negative: false });
}

/** Reads values of axes by tag; a later one of a tag wins (css-fonts-4 §7.3). */
export function readVariationSettings(reader: Reader): Readonly<Record<string, number>> | undefined {
  if (takeKeyword(reader, ['normal'])) return {};
  const settings: Record<string, number> = {};
  do {
    const tag = peek(reader)?.type === 'string' ? takeString(reader) : undefined;
    const value = tag === undefined || !/^[ -~]{4}$/.test(tag) ? undefined : takeNumber(reader);
    if (tag === undefined || value === undefined) return undefined;
    settings[tag] = value;
  } while (takeDelim(reader, ','));
  return Object.fromEntries(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A reader of values that need no element. */
export function taking<T>(
  read: (reader: Reader) => T | undefined,
): (reader: Reader) => Specified<T> | undefined {
  return (reader) => {
    const value = read(reader);
    return value === undefined ? undefined : constant(value);
  };
}

const synthesis = { inherited: true } as const;

/** Which face of a family: its width and place in a design space, and whether a lacking one is told of (css-fonts-4). */
export const fontInstanceProperties: readonly AnyLonghand[] = [
  field(
    'fontStretch',
    { syntax: `${Object.keys(STRETCHES).join(' | ')} | <percentage [0,∞]>`, inherited: true },
    100,
    taking(readStretch),
  ),
  field(
    'fontVariationSettings',
    { syntax: 'normal | [ <string> <number> ]#', inherited: true },
    {},
    taking(readVariationSettings),
  ),
  keywords('fontSynthesisWeight', ['auto', 'none'], synthesis),
  keywords('fontSynthesisStyle', ['auto', 'none'], synthesis),
  keywords('fontSynthesisSmallCaps', ['auto', 'none'], synthesis),
  keywords('fontSynthesisPosition', ['auto', 'none'], synthesis),
];
