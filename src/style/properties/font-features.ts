import type { Reader } from '../syntax/reader.ts';
import { atEnd, takeDelim, takeKeyword, takeString } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger } from '../values/length.ts';
import { atEntryEnd } from './font.ts';
import type { Features, GeneratedValues } from './generated-values.ts';
import type { AnyLonghand, Longhand } from './property.ts';
import { generatedField } from './property.ts';

type FeatureField =
  | 'featureSettings'
  | 'variantLigatures'
  | 'variantCaps'
  | 'variantNumeric'
  | 'variantEastAsian'
  | 'variantPosition';

/** Later fields win: `font-feature-settings` overrides what the variants ask for (css-fonts-4 §7.2). */
const MERGE_ORDER: readonly FeatureField[] = [
  'variantLigatures',
  'variantCaps',
  'variantNumeric',
  'variantEastAsian',
  'variantPosition',
  'featureSettings',
];

/** All features of a style by tag, in code unit order. */
function mergeFeatures(values: Pick<GeneratedValues, FeatureField>): Features {
  const merged: Record<string, number> = {};
  for (const key of MERGE_ORDER) Object.assign(merged, values[key]);
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const LIGATURES = {
  none: { liga: 0, clig: 0, dlig: 0, hlig: 0, calt: 0 },
  'common-ligatures': { liga: 1, clig: 1 },
  'no-common-ligatures': { liga: 0, clig: 0 },
  'discretionary-ligatures': { dlig: 1 },
  'no-discretionary-ligatures': { dlig: 0 },
  'historical-ligatures': { hlig: 1 },
  'no-historical-ligatures': { hlig: 0 },
  contextual: { calt: 1 },
  'no-contextual': { calt: 0 },
} as const;

const CAPS = {
  'small-caps': { smcp: 1 },
  'all-small-caps': { c2sc: 1, smcp: 1 },
  'petite-caps': { pcap: 1 },
  'all-petite-caps': { c2pc: 1, pcap: 1 },
  unicase: { unic: 1 },
  'titling-caps': { titl: 1 },
} as const;

const NUMERIC = {
  'lining-nums': { lnum: 1 },
  'oldstyle-nums': { onum: 1 },
  'proportional-nums': { pnum: 1 },
  'tabular-nums': { tnum: 1 },
  'diagonal-fractions': { frac: 1 },
  'stacked-fractions': { afrc: 1 },
  ordinal: { ordn: 1 },
  'slashed-zero': { zero: 1 },
} as const;

const EAST_ASIAN = {
  jis78: { jp78: 1 },
  jis83: { jp83: 1 },
  jis90: { jp90: 1 },
  jis04: { jp04: 1 },
  simplified: { smpl: 1 },
  traditional: { trad: 1 },
  'full-width': { fwid: 1 },
  'proportional-width': { pwid: 1 },
  ruby: { ruby: 1 },
} as const;

const POSITION = { sub: { subs: 1 }, super: { sups: 1 } } as const;

/** Takes `normal` or a set of keywords, each at most once. */
function takeVariants(reader: Reader, table: Readonly<Record<string, Features>>): Features | undefined {
  if (takeKeyword(reader, ['normal'])) return {};
  let features: Features | undefined;
  const words = Object.keys(table);
  for (let word = takeKeyword(reader, words); word !== undefined; word = takeKeyword(reader, words)) {
    const added = table[word]!;
    if (features && Object.keys(added).some((tag) => Object.hasOwn(features!, tag))) return undefined;
    features = { ...features, ...added };
  }
  return features;
}

function variant(key: FeatureField, name: string, table: Readonly<Record<string, Features>>): AnyLonghand {
  const syntax = `normal | ${Object.keys(table).join(' || ')}`;
  return withMerge(
    generatedField(key, name, { syntax, inherited: true }, {}, (reader) => {
      const features = takeVariants(reader, table);
      return features && constant(features);
    }),
  );
}

/** Keeps `ComputedStyle.fontFeatures` in step. */
function withMerge(property: Longhand<Features>): AnyLonghand {
  return {
    ...property,
    write(draft, value) {
      property.write(draft, value as Features);
      draft.style.fontFeatures = mergeFeatures(draft.generated);
    },
  };
}

function takeFeatureSettings(reader: Reader): Specified<Features> | undefined {
  if (takeKeyword(reader, ['normal'])) return constant({});
  const features: Record<string, number> = {};
  do {
    const tag = takeString(reader);
    if (tag === undefined || !/^[ -~]{4}$/.test(tag)) return undefined;
    const word = takeKeyword(reader, ['on', 'off']);
    const value = word === undefined ? takeInteger(reader, 0) : Number(word === 'on');
    if (value === undefined && !atEntryEnd(reader)) return undefined;
    features[tag] = value ?? 1;
  } while (takeDelim(reader, ','));
  return atEnd(reader) ? constant(features) : undefined;
}

/** css-fonts-4 §6 and §7. */
export const fontFeatureProperties: readonly AnyLonghand[] = [
  variant('variantLigatures', 'font-variant-ligatures', LIGATURES),
  variant('variantCaps', 'font-variant-caps', CAPS),
  variant('variantNumeric', 'font-variant-numeric', NUMERIC),
  variant('variantEastAsian', 'font-variant-east-asian', EAST_ASIAN),
  variant('variantPosition', 'font-variant-position', POSITION),
  withMerge(
    generatedField(
      'featureSettings',
      'font-feature-settings',
      { syntax: 'normal | [ <string> [ <integer> | on | off ]? ]#', inherited: true },
      {},
      takeFeatureSettings,
    ),
  ),
];
