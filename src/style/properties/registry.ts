import { type Flow, isVertical, physicalSide, usualFlow } from '../flow.ts';
import { alignmentProperties, alignmentShorthands } from './alignment.ts';
import { backgroundProperties, backgroundShorthand } from './background.ts';
import { borderProperties } from './border.ts';
import { logicalRadii, radiusProperties, radiusShorthand } from './border-radius.ts';
import { boxProperties } from './box.ts';
import { boxShorthands, FLOW_SIDE_NAMES } from './box-shorthands.ts';
import { breakProperties } from './breaks.ts';
import { displayProperties } from './display.ts';
import { eastAsianProperties } from './east-asian.ts';
import { effectProperties, overflowShorthand } from './effects.ts';
import { fontProperties } from './font.ts';
import { fontFeatureProperties } from './font-features.ts';
import { fontInstanceProperties } from './font-instance.ts';
import { listProperties } from './list.ts';
import type { AnyLonghand, Logical, Shorthand } from './property.ts';
import { svgProperties } from './svg.ts';
import { tableAndColumnProperties } from './table-and-columns.ts';
import { textProperties } from './text.ts';
import { textDecorationProperties, textDecorationShorthand } from './text-decoration.ts';
import { textEmphasisProperties, textEmphasisShorthand } from './text-emphasis.ts';
import { textShorthands } from './text-shorthands.ts';
import { transformProperties } from './transform.ts';
import { writingModeProperties } from './writing-mode.ts';

/** Everything that can stand before a colon, by name. */
export interface PropertyTable {
  readonly longhands: ReadonlyMap<string, AnyLonghand>;
  readonly shorthands: ReadonlyMap<string, Shorthand>;
  readonly logicals: ReadonlyMap<string, Logical>;
  /** Older names, and the present ones. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** One line of the table of supported properties. */
export interface SupportedProperty {
  readonly name: string;
  readonly kind: 'longhand' | 'logical' | 'shorthand' | 'alias';
  /** CSS value definition syntax; for a logical property or an alias, the name of what it stands for. */
  readonly syntax: string;
  readonly inherited: boolean;
  /** What it is for; of other than longhands, what the first of their longhands is for. */
  readonly area: string;
}

const ALIASES: readonly (readonly [string, string])[] = [
  ['page-break-before', 'break-before'],
  ['page-break-after', 'break-after'],
  ['page-break-inside', 'break-inside'],
  ['word-wrap', 'overflow-wrap'],
  ['grid-gap', 'gap'],
  ['grid-row-gap', 'row-gap'],
  ['grid-column-gap', 'column-gap'],
];

/** What properties are for, in the order of the designer's guide. */
interface PropertyArea {
  readonly title: string;
  readonly longhands: readonly AnyLonghand[];
}

const propertyAreas = (): readonly PropertyArea[] => [
  // First, so that a property that is more than a drawing's takes its place.
  { title: 'Drawings', longhands: svgProperties() },
  { title: 'Display, flex, position', longhands: [...displayProperties, ...alignmentProperties] },
  { title: 'Boxes', longhands: boxProperties },
  {
    title: 'Borders and backgrounds',
    longhands: [...borderProperties, ...radiusProperties, ...backgroundProperties],
  },
  { title: 'Transforms, transparency, overflow', longhands: [...transformProperties, ...effectProperties] },
  { title: 'Fonts', longhands: [...fontProperties, ...fontInstanceProperties, ...fontFeatureProperties] },
  {
    title: 'Text',
    longhands: [
      ...textProperties,
      ...eastAsianProperties,
      ...textEmphasisProperties,
      ...textDecorationProperties,
      ...writingModeProperties,
    ],
  },
  { title: 'Lists, counters, generated content', longhands: listProperties },
  { title: 'Tables and columns', longhands: tableAndColumnProperties },
  { title: 'Breaks, pages, and the tool’s own', longhands: breakProperties },
];

function logicalProperties(): readonly Logical[] {
  const of = (name: string, physical: (flow: Flow) => string): Logical => ({ name, physical });
  const sides = FLOW_SIDE_NAMES.flatMap((side) => [
    of(`margin-${side}`, (flow) => `margin-${physicalSide(side, flow)}`),
    of(`padding-${side}`, (flow) => `padding-${physicalSide(side, flow)}`),
    of(`inset-${side}`, (flow) => physicalSide(side, flow)),
    ...['width', 'style', 'color'].map((part) =>
      of(`border-${side}-${part}`, (flow) => `border-${physicalSide(side, flow)}-${part}`),
    ),
  ]);
  const [inline, block] = [['width', 'height'] as const, ['height', 'width'] as const];
  const size = (prefix: string, [usual, turned]: typeof inline | typeof block) => {
    return ({ writingMode }: Flow) => `${prefix}${isVertical(writingMode) ? turned : usual}`;
  };
  const sizes = ['', 'min-', 'max-'].flatMap((prefix) => [
    of(`${prefix}inline-size`, size(prefix, inline)),
    of(`${prefix}block-size`, size(prefix, block)),
  ]);
  return [...sides, ...sizes, ...logicalRadii];
}

/** Builds the lookup; one for a run of the stage. */
export function createPropertyTable(): PropertyTable {
  const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
    new Map(list.map((entry) => [entry.name, entry]));
  return {
    longhands: byName(propertyAreas().flatMap((area) => area.longhands)),
    shorthands: byName([
      ...boxShorthands,
      ...alignmentShorthands,
      ...textShorthands,
      textEmphasisShorthand,
      textDecorationShorthand,
      radiusShorthand,
      backgroundShorthand,
      overflowShorthand,
    ]),
    logicals: byName(logicalProperties()),
    aliases: new Map(ALIASES),
  };
}

/** Every supported property in the order of its name, for the designer's guide. */
export function supportedProperties(): readonly SupportedProperty[] {
  const table = createPropertyTable();
  const areas = new Map(
    propertyAreas().flatMap(({ title, longhands }) => longhands.map(({ name }) => [name, title] as const)),
  );
  const physical = (name: string): string => table.logicals.get(name)?.physical(usualFlow) ?? name;
  const areaOf = (name: string): string => {
    const first = table.shorthands.get(name)?.longhands[0] ?? name;
    return areas.get(physical(first)) ?? '';
  };
  const rows: SupportedProperty[] = [];
  const add = (name: string, kind: SupportedProperty['kind'], syntax: string, inherited = false): void => {
    rows.push({ name, kind, syntax, inherited, area: areaOf(kind === 'alias' ? syntax : name) });
  };
  for (const p of table.longhands.values()) add(p.name, 'longhand', p.syntax, p.inherited);
  for (const p of table.shorthands.values()) add(p.name, 'shorthand', p.syntax);
  for (const p of table.logicals.values()) add(p.name, 'logical', p.physical(usualFlow));
  for (const [name, target] of table.aliases) add(name, 'alias', target);
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The areas in the order of the guide, where drawings come last. */
export function propertyAreaTitles(): readonly string[] {
  const [drawings, ...others] = propertyAreas().map(({ title }) => title);
  return [...others, drawings!];
}

/** Every name that a declaration may use. */
export function propertyNames(table: PropertyTable): readonly string[] {
  return [
    ...table.longhands.keys(),
    ...table.shorthands.keys(),
    ...table.logicals.keys(),
    ...table.aliases.keys(),
  ];
}
