import { takeKeyword } from '../syntax/reader.ts';
import { takeColour } from '../values/colour.ts';
import { constant } from '../values/context.ts';
import { takeLengthPercentage } from '../values/length.ts';
import { takeBorderStyle, takeBorderWidth } from './border.ts';
import type { Expansion, Shorthand } from './property.ts';
import { SIDES } from './property.ts';
import type { Take } from './shorthand-parts.ts';
import { anyOrder, fourSides, pair } from './shorthand-parts.ts';

const takeAutoLength: Take = (reader) =>
  takeKeyword(reader, ['auto']) ? constant('auto') : takeLengthPercentage(reader);
const takePadding: Take = (reader) => takeLengthPercentage(reader, { negative: false });

/** The parts of a border and how each is read. */
const BORDER_PARTS: Readonly<Record<string, Take>> = {
  width: takeBorderWidth,
  style: takeBorderStyle,
  color: takeColour,
};
const PART_NAMES = Object.keys(BORDER_PARTS);
const BORDER_SYNTAX = '<line-width> || <line-style> || <color>';

function physical(prefix: string, suffix = ''): [string, string, string, string] {
  return SIDES.map((at) => `${prefix}${at}${suffix}`) as [string, string, string, string];
}

/** A border-like shorthand that sets the same width, style and colour under one or more prefixes. */
function border(name: string, prefixes: readonly string[]): Shorthand {
  return {
    name,
    longhands: prefixes.flatMap((prefix) => PART_NAMES.map((part) => `${prefix}-${part}`)),
    syntax: BORDER_SYNTAX,
    parse(reader) {
      const found = anyOrder(reader, BORDER_PARTS);
      if (!found) return undefined;
      const expansion: Record<string, Expansion[string]> = {};
      for (const prefix of prefixes) {
        for (const [part, value] of Object.entries(found)) expansion[`${prefix}-${part}`] = value;
      }
      return expansion;
    },
  };
}

const AXES = ['block', 'inline'] as const;
const FLOW_SIDES = AXES.flatMap((axis) => [`${axis}-start`, `${axis}-end`]);

/** The shorthands of css-box-3, css-backgrounds-3 and css-logical-1. */
export const boxShorthands: readonly Shorthand[] = [
  fourSides('margin', physical('margin-'), 'auto | <length-percentage>', takeAutoLength),
  fourSides('padding', physical('padding-'), '<length-percentage>', takePadding),
  fourSides('inset', physical(''), 'auto | <length-percentage>', takeAutoLength),
  ...AXES.flatMap((axis): readonly Shorthand[] => [
    pair(`margin-${axis}`, ends('margin-', axis), 'auto | <length-percentage>', takeAutoLength),
    pair(`padding-${axis}`, ends('padding-', axis), '<length-percentage>', takePadding),
    pair(`inset-${axis}`, ends('inset-', axis), 'auto | <length-percentage>', takeAutoLength),
    border(`border-${axis}`, [`border-${axis}-start`, `border-${axis}-end`]),
    ...PART_NAMES.map((part) =>
      pair(
        `border-${axis}-${part}`,
        ends('border-', axis, `-${part}`),
        `<line-${part}>`,
        BORDER_PARTS[part]!,
      ),
    ),
  ]),
  ...PART_NAMES.map((part) =>
    fourSides(`border-${part}`, physical('border-', `-${part}`), `<line-${part}>`, BORDER_PARTS[part]!),
  ),
  ...[...SIDES, ...FLOW_SIDES].map((at) => border(`border-${at}`, [`border-${at}`])),
  border(
    'border',
    SIDES.map((at) => `border-${at}`),
  ),
  border('column-rule', ['column-rule']),
];

function ends(prefix: string, axis: string, suffix = ''): [string, string] {
  return [`${prefix}${axis}-start${suffix}`, `${prefix}${axis}-end${suffix}`];
}

/** The flow sides' names. */
export const FLOW_SIDE_NAMES: readonly string[] = FLOW_SIDES;
