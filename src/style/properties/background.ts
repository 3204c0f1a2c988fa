import type { ComputedStyle } from '../computed-style.ts';
import type { BackgroundBox, BackgroundImage, BackgroundSize, Repeat } from '../painted-style.ts';
import type { Reader } from '../syntax/reader.ts';
import { atEnd, peek, takeDelim, takeFunction, takeKeyword, tryRead } from '../syntax/reader.ts';
import { TRANSPARENT, takeColour } from '../values/colour.ts';
import type { Specified } from '../values/context.ts';
import { constant } from '../values/context.ts';
import { GRADIENTS, parseGradient } from '../values/gradient.ts';
import { takeLengthPercentage } from '../values/length.ts';
import { TOP_LEFT, takeBackgroundPosition } from '../values/position.ts';
import type { AnyLonghand, Expansion, Shorthand } from './property.ts';
import { field } from './property.ts';

const NONE: BackgroundImage = { kind: 'none' };
const AUTO: BackgroundSize = { x: 'auto', y: 'auto' };
const BOXES: readonly BackgroundBox[] = ['border-box', 'padding-box', 'content-box'];
const REPEATS: readonly Repeat[] = ['repeat', 'no-repeat', 'space', 'round'];

function takeImage(reader: Reader): Specified<BackgroundImage> | undefined {
  if (takeKeyword(reader, ['none'])) return constant(NONE);
  const next = peek(reader);
  if (next?.type === 'url') {
    reader.index++;
    return constant({ kind: 'url', url: next.value });
  }
  const gradient = takeFunction(reader, GRADIENTS);
  return gradient && parseGradient(gradient);
}

function takeSize(reader: Reader): Specified<BackgroundSize> | undefined {
  const word = takeKeyword(reader, ['contain', 'cover']);
  if (word) return constant(word);
  const part = (r: Reader) =>
    takeKeyword(r, ['auto']) ? constant('auto' as const) : takeLengthPercentage(r, { negative: false });
  const x = part(reader);
  const y = x && (tryRead(reader, part) ?? constant('auto' as const));
  return x && y && ((context) => ({ x: x(context), y: y(context) }));
}

function takeRepeat(reader: Reader): Specified<{ readonly x: Repeat; readonly y: Repeat }> | undefined {
  const axis = takeKeyword(reader, ['repeat-x', 'repeat-y']);
  if (axis === 'repeat-x') return constant({ x: 'repeat', y: 'no-repeat' });
  if (axis === 'repeat-y') return constant({ x: 'no-repeat', y: 'repeat' });
  const x = takeKeyword(reader, REPEATS);
  return x && constant({ x, y: takeKeyword(reader, REPEATS) ?? x });
}

function takeBox(reader: Reader): Specified<BackgroundBox> | undefined {
  const word = takeKeyword(reader, BOXES);
  return word && constant(word);
}

/** One value a layer, with commas between them. */
function list<T>(take: (reader: Reader) => Specified<T> | undefined) {
  return (reader: Reader): Specified<readonly T[]> | undefined => {
    const values: Specified<T>[] = [];
    do {
      const value = take(reader);
      if (!value) return undefined;
      values.push(value);
    } while (takeDelim(reader, ','));
    return (context) => values.map((value) => value(context));
  };
}

type Layered =
  | 'backgroundImage'
  | 'backgroundPosition'
  | 'backgroundSize'
  | 'backgroundRepeat'
  | 'backgroundOrigin'
  | 'backgroundClip';

function layered<K extends Layered>(
  key: K,
  syntax: string,
  initial: ComputedStyle[K],
  take: (reader: Reader) => Specified<ComputedStyle[K][number]> | undefined,
): AnyLonghand {
  const parse = list(take) as (reader: Reader) => Specified<ComputedStyle[K]> | undefined;
  return field(key, { syntax: `[ ${syntax} ]#`, traced: key === 'backgroundImage' }, initial, parse);
}

const IMAGE_SYNTAX = `none | <url> | ${GRADIENTS.map((name) => `<${name}()>`).join(' | ')}`;
const NO_LAYERS: readonly BackgroundImage[] = [];

/** css-backgrounds-3 §2, of which `background-color` stands with the colours. */
export const backgroundProperties: readonly AnyLonghand[] = [
  layered('backgroundImage', IMAGE_SYNTAX, NO_LAYERS, takeImage),
  layered('backgroundPosition', '<position>', [TOP_LEFT], takeBackgroundPosition),
  layered('backgroundSize', 'contain | cover | [ auto | <length-percentage> ]{1,2}', [AUTO], takeSize),
  layered(
    'backgroundRepeat',
    `repeat-x | repeat-y | [ ${REPEATS.join(' | ')} ]{1,2}`,
    [{ x: 'repeat', y: 'repeat' }],
    takeRepeat,
  ),
  layered('backgroundOrigin', BOXES.join(' | '), ['padding-box'], takeBox),
  layered('backgroundClip', BOXES.join(' | '), ['border-box'], takeBox),
];

type Part = 'image' | 'position' | 'size' | 'repeat' | 'origin' | 'clip' | 'color';
type Layer = Partial<Record<Part, Specified<unknown>>>;

const DEFAULTS: Readonly<Record<Exclude<Part, 'color'>, unknown>> = {
  image: NONE,
  position: TOP_LEFT,
  size: AUTO,
  repeat: { x: 'repeat', y: 'repeat' },
  origin: 'padding-box',
  clip: 'border-box',
};

/** A layer: its parts in any order, the size after the position, the origin before the clip. */
function takeLayer(reader: Reader): Layer | undefined {
  const layer: Layer = {};
  const takeOne = (): boolean => {
    if (takeKeyword(reader, ['scroll'])) return true;
    const position = layer.position ? undefined : tryRead(reader, takeBackgroundPosition);
    if (position) {
      layer.position = position;
      if (takeDelim(reader, '/')) layer.size = takeSize(reader);
      return !('size' in layer) || layer.size !== undefined;
    }
    const box = layer.clip ? undefined : takeBox(reader);
    if (box) {
      // One box is both; a second is the clip alone.
      if (layer.origin) layer.clip = box;
      else layer.origin = box;
      return true;
    }
    return (
      put(layer, 'image', reader, takeImage) ||
      put(layer, 'repeat', reader, takeRepeat) ||
      put(layer, 'color', reader, takeColour)
    );
  };
  const start = reader.index;
  while (!atEnd(reader) && peekComma(reader) === false) if (!takeOne()) return undefined;
  return reader.index === start ? undefined : layer;
}

function put(layer: Layer, part: Part, reader: Reader, take: (r: Reader) => Specified<unknown> | undefined) {
  const value = layer[part] ? undefined : tryRead(reader, take);
  if (value) layer[part] = value;
  return value !== undefined;
}

function peekComma(reader: Reader): boolean {
  const next = peek(reader);
  return next?.type === 'delim' && next.value === ',';
}

/** `background`: the last layer may have the colour too (css-backgrounds-3 §2.10). */
function parseBackground(reader: Reader): Expansion | undefined {
  const layers: Layer[] = [];
  do {
    const layer = takeLayer(reader);
    if (!layer || layers.at(-1)?.color) return undefined;
    layers.push(layer);
  } while (takeDelim(reader, ','));
  const color = layers.at(-1)!.color ?? constant(TRANSPARENT);
  if (layers.length === 1 && !layers[0]!.image) {
    // The other parts place a picture that is not there.
    return { 'background-color': color };
  }
  const all = (part: Exclude<Part, 'color'>): Specified<readonly unknown[]> => {
    const ofLayer = (layer: Layer) => layer[part] ?? (part === 'clip' ? layer.origin : undefined);
    const values = layers.map((layer) => ofLayer(layer) ?? constant(DEFAULTS[part]));
    return (context) => values.map((value) => value(context));
  };
  return {
    'background-color': color,
    'background-image': all('image'),
    'background-position': all('position'),
    'background-size': all('size'),
    'background-repeat': all('repeat'),
    'background-origin': all('origin'),
    'background-clip': all('clip'),
  };
}

/** The shorthand of all parts of a background. */
export const backgroundShorthand: Shorthand = {
  name: 'background',
  longhands: ['background-color', ...backgroundProperties.map(({ name }) => name)],
  syntax: '[ <image> || <position> [ / <size> ]? || <repeat> || scroll || <box> || <box> || <color> ]#',
  parse: parseBackground,
};
