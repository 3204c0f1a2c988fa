import { alignmentProperties, alignmentShorthands } from './alignment.ts';
import { borderProperties } from './border.ts';
import { boxProperties } from './box.ts';
import { boxShorthands, FLOW_SIDE_NAMES, physicalSide } from './box-shorthands.ts';
import { breakProperties } from './breaks.ts';
import { displayProperties } from './display.ts';
import { fontProperties } from './font.ts';
import { fontFeatureProperties } from './font-features.ts';
import { listProperties } from './list.ts';
import type { AnyLonghand, Logical, Shorthand } from './property.ts';
import { svgProperties } from './svg.ts';
import { tableAndColumnProperties } from './table-and-columns.ts';
import { textProperties } from './text.ts';
import { textShorthands } from './text-shorthands.ts';

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

const allLonghands = (): readonly AnyLonghand[] => [
  // First, so that a property that is more than a drawing's takes its place.
  ...svgProperties(),
  ...displayProperties,
  ...alignmentProperties,
  ...boxProperties,
  ...borderProperties,
  ...fontProperties,
  ...fontFeatureProperties,
  ...textProperties,
  ...listProperties,
  ...tableAndColumnProperties,
  ...breakProperties,
];

function logicalProperties(): readonly Logical[] {
  const of = (name: string, physical: (direction: 'ltr' | 'rtl') => string): Logical => ({
    name,
    ltr: physical('ltr'),
    rtl: physical('rtl'),
  });
  const sides = FLOW_SIDE_NAMES.flatMap((flow) => [
    of(`margin-${flow}`, (d) => `margin-${physicalSide(flow, d)}`),
    of(`padding-${flow}`, (d) => `padding-${physicalSide(flow, d)}`),
    of(`inset-${flow}`, (d) => physicalSide(flow, d)),
    ...['width', 'style', 'color'].map((part) =>
      of(`border-${flow}-${part}`, (d) => `border-${physicalSide(flow, d)}-${part}`),
    ),
  ]);
  const sizes = ['', 'min-', 'max-'].flatMap((prefix) => [
    of(`${prefix}inline-size`, () => `${prefix}width`),
    of(`${prefix}block-size`, () => `${prefix}height`),
  ]);
  return [...sides, ...sizes];
}

/** Builds the lookup; one for a run of the stage. */
export function createPropertyTable(): PropertyTable {
  const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
    new Map(list.map((entry) => [entry.name, entry]));
  return {
    longhands: byName(allLonghands()),
    shorthands: byName([...boxShorthands, ...alignmentShorthands, ...textShorthands]),
    logicals: byName(logicalProperties()),
    aliases: new Map(ALIASES),
  };
}

/** Every supported property in the order of its name, for the designer's guide. */
export function supportedProperties(): readonly SupportedProperty[] {
  const table = createPropertyTable();
  const rows: SupportedProperty[] = [];
  for (const p of table.longhands.values()) {
    rows.push({ name: p.name, kind: 'longhand', syntax: p.syntax, inherited: p.inherited });
  }
  for (const p of table.shorthands.values()) {
    rows.push({ name: p.name, kind: 'shorthand', syntax: p.syntax, inherited: false });
  }
  for (const p of table.logicals.values()) {
    rows.push({ name: p.name, kind: 'logical', syntax: p.ltr, inherited: false });
  }
  for (const [name, target] of table.aliases) {
    rows.push({ name, kind: 'alias', syntax: target, inherited: false });
  }
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
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
