import type { Reader } from '../syntax/reader.ts';
import { takeDelim, takeKeyword, tryRead } from '../syntax/reader.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { takeInteger, takeLength, takeLengthPercentage, takeNumber } from '../values/length.ts';
import { takeFlexBasis } from './display.ts';
import { takeFontFamily, takeFontSize, takeFontStyle, takeFontWeight, takeLineHeight } from './font.ts';
import { fontFeatureProperties } from './font-features.ts';
import { readStretchKeyword, taking } from './font-instance.ts';
import { takeListStyleType } from './list.ts';
import type { Expansion, Shorthand } from './property.ts';
import { anyOrder, pair } from './shorthand-parts.ts';

const POSITIVE = { negative: false } as const;
const VARIANTS = fontFeatureProperties.filter((property) => property.name.startsWith('font-variant-'));

/** `font: [style || weight || small-caps]? size[/line-height]? family` (css-fonts-4 §2.7). */
function parseFont(reader: Reader): Expansion | undefined {
  const before: Record<string, Specified<unknown>> = {};
  for (let count = 0; count < 5; count++) {
    if (takeKeyword(reader, ['normal'])) continue;
    const found = tryRead(reader, (r) =>
      anyOrderOnce(r, before, {
        'font-style': takeFontStyle,
        'font-variant-caps': (s) => (takeKeyword(s, ['small-caps']) ? constant({ smcp: 1 }) : undefined),
        'font-weight': takeFontWeight,
        'font-stretch': taking(readStretchKeyword),
      }),
    );
    if (!found) break;
  }
  const size = takeFontSize(reader);
  const lineHeight = size && takeDelim(reader, '/') ? takeLineHeight(reader) : constant({ kind: 'normal' });
  const family = lineHeight && takeFontFamily(reader);
  if (!size || !lineHeight || !family) return undefined;
  return { ...before, 'font-size': size, 'line-height': lineHeight, 'font-family': family };
}

function anyOrderOnce(
  reader: Reader,
  found: Record<string, Specified<unknown>>,
  parts: Readonly<Record<string, (reader: Reader) => Specified<unknown> | undefined>>,
): true | undefined {
  for (const [name, take] of Object.entries(parts)) {
    const value = found[name] ? undefined : tryRead(reader, take);
    if (!value) continue;
    found[name] = value;
    return true;
  }
  return undefined;
}

function parseFontVariant(reader: Reader): Expansion | undefined {
  if (takeKeyword(reader, ['normal'])) return {};
  const takers = VARIANTS.map((property) => [property.name, (r: Reader) => property.parse(r)] as const);
  return anyOrder(reader, Object.fromEntries(takers));
}

const SYNTHESIS = [
  ['weight', 'font-synthesis-weight'],
  ['style', 'font-synthesis-style'],
  ['small-caps', 'font-synthesis-small-caps'],
  ['position', 'font-synthesis-position'],
] as const;

/** What is named is `auto`, the rest `none` (css-fonts-4 §2.8.5). */
function parseFontSynthesis(reader: Reader): Expansion | undefined {
  const words = SYNTHESIS.map(([name]) => name);
  const named = new Set<string>();
  if (!takeKeyword(reader, ['none'])) {
    for (let name = takeKeyword(reader, words); name; name = takeKeyword(reader, words)) {
      if (named.has(name)) return undefined;
      named.add(name);
    }
    if (named.size === 0) return undefined;
  }
  return Object.fromEntries(
    SYNTHESIS.map(([name, longhand]) => [longhand, constant(named.has(name) ? 'auto' : 'none')]),
  );
}

/** css-flexbox-1 §7.1.1: a missing basis is 0, not `auto`. */
function parseFlex(reader: Reader): Expansion | undefined {
  const word = takeKeyword(reader, ['none', 'auto', 'initial']);
  if (word === 'initial') return {};
  if (word) return flexOf(Number(word === 'auto'), Number(word === 'auto'), constant('auto'));
  const before = tryRead(reader, takeFactors);
  const basis = tryRead(reader, takeFlexBasis);
  const factors = before ?? (basis && tryRead(reader, takeFactors));
  if (!factors && !basis) return undefined;
  const [grow, shrink] = factors ?? [1, 1];
  return flexOf(grow, shrink, basis ?? constant({ pt: 0, percent: 0 }));
}

function takeFactors(reader: Reader): readonly [number, number] | undefined {
  const grow = takeNumber(reader, POSITIVE);
  return grow === undefined ? undefined : [grow, takeNumber(reader, POSITIVE) ?? 1];
}

function flexOf(grow: number, shrink: number, basis: Specified<unknown>): Expansion {
  return { 'flex-grow': constant(grow), 'flex-shrink': constant(shrink), 'flex-basis': basis };
}

const DIRECTIONS = ['row', 'row-reverse', 'column', 'column-reverse'] as const;
const WRAPS = ['nowrap', 'wrap', 'wrap-reverse'] as const;

function word<K extends string>(values: readonly K[]): (reader: Reader) => Specified<K> | undefined {
  return (reader) => {
    const found = takeKeyword(reader, values);
    return found === undefined ? undefined : constant(found);
  };
}

/** `none` may stand for the type or the image; there are no images here, so it is the type's. */
function parseListStyle(reader: Reader): Expansion | undefined {
  return anyOrder(reader, {
    'list-style-position': word(['inside', 'outside']),
    'list-style-type': takeListStyleType,
  });
}

function parseColumns(reader: Reader): Expansion | undefined {
  const skipAuto = () => takeKeyword(reader, ['auto']);
  const leading = skipAuto();
  const found = anyOrder(reader, {
    'column-width': (r) => takeLength(r, POSITIVE),
    'column-count': (r) => {
      const count = takeInteger(r, 1);
      return count === undefined ? undefined : constant(count);
    },
  });
  return skipAuto() || leading || found ? (found ?? {}) : undefined;
}

const takeGap = (reader: Reader): Specified<unknown> | undefined =>
  takeKeyword(reader, ['normal']) ? constant('normal') : takeLengthPercentage(reader, POSITIVE);

/** The shorthands of text, fonts, lists, flex boxes and columns. */
export const textShorthands: readonly Shorthand[] = [
  {
    name: 'font',
    longhands: [
      'font-style',
      'font-weight',
      'font-stretch',
      'font-size',
      'line-height',
      'font-family',
      'font-kerning',
      'font-variation-settings',
      ...fontFeatureProperties.map((property) => property.name),
    ],
    syntax:
      '[ <font-style> || small-caps || <font-weight> || <font-stretch> ]? <font-size> [ / <line-height> ]? <font-family>',
    parse: parseFont,
  },
  {
    name: 'font-variant',
    longhands: VARIANTS.map((property) => property.name),
    syntax: 'normal | <ligatures> || <caps> || <numeric> || <east-asian> || <position>',
    parse: parseFontVariant,
  },
  {
    name: 'font-synthesis',
    longhands: SYNTHESIS.map(([, name]) => name),
    syntax: 'none | weight || style || small-caps || position',
    parse: parseFontSynthesis,
  },
  {
    name: 'flex',
    longhands: ['flex-grow', 'flex-shrink', 'flex-basis'],
    syntax: 'none | auto | initial | <flex-grow> <flex-shrink>? || <flex-basis>',
    parse: parseFlex,
  },
  {
    name: 'flex-flow',
    longhands: ['flex-direction', 'flex-wrap'],
    syntax: '<flex-direction> || <flex-wrap>',
    parse: (reader) => anyOrder(reader, { 'flex-direction': word(DIRECTIONS), 'flex-wrap': word(WRAPS) }),
  },
  pair('gap', ['row-gap', 'column-gap'], 'normal | <length-percentage>', takeGap),
  {
    name: 'list-style',
    longhands: ['list-style-position', 'list-style-type'],
    syntax: '<list-style-position> || <list-style-type>',
    parse: parseListStyle,
  },
  {
    name: 'columns',
    longhands: ['column-width', 'column-count'],
    syntax: '<column-width> || <column-count>',
    parse: parseColumns,
  },
];
