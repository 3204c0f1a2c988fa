import type { ComputedStyle, LengthPercentage, SvgOwnStyle, SvgPaint, SvgStyle } from '../computed-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, takeDelim, takeKeyword, tryRead } from '../syntax/reader.ts';
import { BLACK, takeColour } from '../values/colour.ts';
import type { ComputeContext, Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { fixed, takeLengthPercentage, takeNumber, takePercentage } from '../values/length.ts';
import type { AnyLonghand, Longhand } from './property.ts';
import { kebab } from './property.ts';

/** A CSS pixel in pt: what a number without a unit counts in a drawing. */
const pixel = 0.75;

const NONE: SvgPaint = { kind: 'none' };

const PAINT = 'none | <color> | <url> [ none | <color> ]?';
const OPACITY = '<number> | <percentage>';
const LENGTH = '<length-percentage> | <number>';

interface Facts {
  readonly syntax: string;
}

/** A property of drawings that is inherited. */
function inherited<K extends keyof SvgStyle>(
  key: K,
  facts: Facts,
  initial: SvgStyle[K],
  parse: (reader: Reader) => Specified<SvgStyle[K]> | undefined,
): Longhand<SvgStyle[K]> {
  return {
    name: kebab(key),
    inherited: true,
    traced: false,
    syntax: facts.syntax,
    initial,
    parse,
    read: (draft) => draft.style.svg[key],
    write(draft, value) {
      draft.style.svg = { ...draft.style.svg, [key]: value };
    },
  };
}

/** A property of drawings that is not. */
function own<K extends keyof SvgOwnStyle>(
  key: K,
  facts: Facts,
  initial: SvgOwnStyle[K],
  parse: (reader: Reader) => Specified<SvgOwnStyle[K]> | undefined,
): Longhand<SvgOwnStyle[K]> {
  return {
    name: kebab(key),
    inherited: false,
    traced: false,
    syntax: facts.syntax,
    initial,
    parse,
    read: (draft) => draft.style.svgOwn[key],
    write(draft, value) {
      draft.style.svgOwn = { ...draft.style.svgOwn, [key]: value };
    },
  };
}

type WordKey = {
  [K in keyof SvgStyle]: SvgStyle[K] extends string ? K : never;
}[keyof SvgStyle];

function words<K extends WordKey>(key: K, values: readonly SvgStyle[K][]): Longhand<SvgStyle[K]> {
  return inherited(key, { syntax: values.join(' | ') }, values[0]!, (reader) => {
    const word = takeKeyword<SvgStyle[K]>(reader, values);
    return word === undefined ? undefined : constant(word);
  });
}

/** Takes `url(#id)`: the id. */
function takeReference(reader: Reader): string | undefined {
  const next = peek(reader);
  if (next?.type !== 'url' || !next.value.startsWith('#') || next.value.length < 2) return undefined;
  reader.index++;
  return next.value.slice(1);
}

/** SVG 2 §13.2. `currentcolor` stays what it is: it is the colour of each element that inherits it. */
function takePaint(reader: Reader): Specified<SvgPaint> | undefined {
  const solid = takeSolid(reader);
  if (solid) return solid;
  const id = takeReference(reader);
  if (id === undefined) return undefined;
  const fallback = atEnd(reader) ? undefined : takeSolid(reader);
  return (context) => ({ kind: 'reference', id, fallback: fallback?.(context) });
}

function takeSolid(reader: Reader): Specified<SvgPaint> | undefined {
  const word = takeKeyword(reader, ['none', 'currentcolor']);
  if (word !== undefined) return constant(word === 'none' ? NONE : { kind: 'current' });
  const colour = takeColour(reader);
  return colour && ((context) => ({ kind: 'colour', colour: colour(context) }));
}

function takeOpacity(reader: Reader): Specified<number> | undefined {
  const percent = takePercentage(reader);
  const value = percent === undefined ? takeNumber(reader) : percent / 100;
  return value === undefined ? undefined : constant(Math.min(1, Math.max(0, value)));
}

/** Lengths of a drawing may be written without a unit. */
function takeUserLength(
  reader: Reader,
  range: { readonly negative: boolean },
): Specified<LengthPercentage> | undefined {
  const number = tryRead(reader, (r) => (peek(r)?.type === 'number' ? takeNumber(r, range) : undefined));
  if (number !== undefined) return constant(fixed(number * pixel));
  return takeLengthPercentage(reader, range);
}

function takeDashes(reader: Reader): Specified<readonly LengthPercentage[]> | undefined {
  if (takeKeyword(reader, ['none'])) return constant([]);
  const parts: Specified<LengthPercentage>[] = [];
  while (!atEnd(reader)) {
    const part = takeUserLength(reader, { negative: false });
    if (!part) return undefined;
    parts.push(part);
    takeDelim(reader, ',');
  }
  return parts.length === 0 ? undefined : (context: ComputeContext) => parts.map((part) => part(context));
}

const inheritedProperties = (): readonly AnyLonghand[] => [
  inherited('fill', { syntax: PAINT }, { kind: 'colour', colour: BLACK }, takePaint),
  inherited('fillOpacity', { syntax: OPACITY }, 1, takeOpacity),
  words('fillRule', ['nonzero', 'evenodd']),
  inherited('stroke', { syntax: PAINT }, NONE, takePaint),
  inherited('strokeOpacity', { syntax: OPACITY }, 1, takeOpacity),
  inherited('strokeWidth', { syntax: LENGTH }, fixed(pixel), (reader) =>
    takeUserLength(reader, { negative: false }),
  ),
  words('strokeLinecap', ['butt', 'round', 'square']),
  words('strokeLinejoin', ['miter', 'round', 'bevel']),
  inherited('strokeMiterlimit', { syntax: '<number [1,∞]>' }, 4, (reader) => {
    const value = takeNumber(reader);
    return value === undefined || value < 1 ? undefined : constant(value);
  }),
  inherited('strokeDasharray', { syntax: `none | [ ${LENGTH} ]#*` }, [], takeDashes),
  inherited('strokeDashoffset', { syntax: LENGTH }, fixed(0), (reader) =>
    takeUserLength(reader, { negative: true }),
  ),
  words('clipRule', ['nonzero', 'evenodd']),
  words('textAnchor', ['start', 'middle', 'end']),
  words('dominantBaseline', [
    'auto',
    'alphabetic',
    'middle',
    'central',
    'mathematical',
    'hanging',
    'ideographic',
    'text-before-edge',
    'text-after-edge',
    'text-top',
    'text-bottom',
  ]),
];

const ownProperties = (): readonly AnyLonghand[] => [
  own('clipPath', { syntax: 'none | <url>' }, undefined, (reader) => {
    if (takeKeyword(reader, ['none'])) return constant(undefined);
    const id = takeReference(reader);
    return id === undefined ? undefined : constant(id);
  }),
  own('stopColor', { syntax: '<color>' }, BLACK, takeColour),
  own('stopOpacity', { syntax: OPACITY }, 1, takeOpacity),
  own('vectorEffect', { syntax: 'none | non-scaling-stroke' }, 'none', (reader) => {
    const word = takeKeyword(reader, ['none', 'non-scaling-stroke']);
    return word === undefined ? undefined : constant(word);
  }),
];

/** Properties that editors write and that are drawn in one way only: another value is not supported. */
const FIXED: readonly (readonly [string, readonly string[]])[] = [
  ['filter', ['none']],
  ['mask', ['none']],
  ['marker', ['none']],
  ['marker-start', ['none']],
  ['marker-mid', ['none']],
  ['marker-end', ['none']],
  ['mix-blend-mode', ['normal']],
  ['isolation', ['auto']],
  ['paint-order', ['normal']],
  ['color-interpolation', ['auto', 'srgb']],
  ['baseline-shift', ['baseline']],
  ['alignment-baseline', ['auto', 'baseline', 'alphabetic']],
  ['font-variant-alternates', ['normal']],
];

function fixedProperty(name: string, values: readonly string[]): AnyLonghand {
  return {
    name,
    inherited: false,
    traced: false,
    syntax: values.join(' | '),
    initial: undefined,
    parse: (reader) => (takeKeyword(reader, values) === undefined ? undefined : constant(undefined)),
    read: () => undefined,
    write: () => undefined,
  };
}

/** SVG 2 §13, §14 and §11; css-masking-1 §5. */
export const svgProperties = (): readonly AnyLonghand[] => [
  ...inheritedProperties(),
  ...ownProperties(),
  ...FIXED.map(([name, values]) => fixedProperty(name, values)),
];

/** Hints to a screen or an editor, which change nothing on paper: they are passed over. */
export function isWithoutEffect(name: string): boolean {
  return WITHOUT_EFFECT.has(name) || /^-(?:inkscape|sodipodi)-/.test(name);
}

const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'shape-rendering',
  'text-rendering',
  'color-rendering',
  'pointer-events',
  'cursor',
  'enable-background',
  'color-interpolation-filters',
  'flood-color',
  'flood-opacity',
  'lighting-color',
  'solid-color',
  'solid-opacity',
  'shape-padding',
  'shape-margin',
  'will-change',
]);

/** What `svg` and `svgOwn` hold where nothing is declared, to be filled by the properties' initial values. */
export const EMPTY_SVG = { svg: {}, svgOwn: {} } as unknown as Pick<ComputedStyle, 'svg' | 'svgOwn'>;
