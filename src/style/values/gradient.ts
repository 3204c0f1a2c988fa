import type {
  BackgroundImage,
  ColourStop,
  LinearGradientImage,
  RadialGradientImage,
} from '../painted-style.ts';
import type { Component, FunctionComponent } from '../syntax/component.ts';
import { atEnd, type Reader, readerOf, takeKeyword, tryRead } from '../syntax/reader.ts';
import { takeAngle } from './angle.ts';
import { argumentsOf } from './calc.ts';
import { takeColour } from './colour.ts';
import type { Specified } from './context.ts';
import { constant } from './context.ts';
import { takeLengthPercentage } from './length.ts';
import { CENTRE, takePosition } from './position.ts';

/** The gradients that are drawn. */
export const GRADIENTS = [
  'linear-gradient',
  'repeating-linear-gradient',
  'radial-gradient',
  'repeating-radial-gradient',
] as const;

/** A gradient (css-images-3 §3); undefined for what does not fit. */
export function parseGradient(component: FunctionComponent): Specified<BackgroundImage> | undefined {
  const parts = argumentsOf(component);
  const repeating = component.name.startsWith('repeating-');
  const radial = component.name.endsWith('radial-gradient');
  const leading = radial ? radialLine(parts[0]!) : linearLine(parts[0]!);
  const stops = parseStops(leading ? parts.slice(1) : parts);
  if (!stops) return undefined;
  const line = leading ?? (radial ? constant(ROUND) : constant(DOWN));
  return (context) => ({ ...line(context), repeating, stops: stops(context) }) as BackgroundImage;
}

type LinearLine = Pick<LinearGradientImage, 'kind' | 'direction'>;
type RadialLine = Pick<RadialGradientImage, 'kind' | 'shape' | 'size' | 'position'>;

const DOWN: LinearLine = { kind: 'linear', direction: 180 };
const ROUND: RadialLine = { kind: 'radial', shape: 'ellipse', size: 'farthest-corner', position: CENTRE };

function linearLine(components: readonly Component[]): Specified<LinearLine> | undefined {
  const reader = readerOf(components);
  const angle = takeAngle(reader);
  if (angle !== undefined) return atEnd(reader) ? constant({ kind: 'linear', direction: angle }) : undefined;
  if (!takeKeyword(reader, ['to'])) return undefined;
  let [x, y] = [0, 0] as [-1 | 0 | 1, -1 | 0 | 1];
  while (!atEnd(reader)) {
    const across: 'left' | 'right' | undefined = x === 0 ? takeKeyword(reader, ['left', 'right']) : undefined;
    const down: 'top' | 'bottom' | undefined =
      across || y !== 0 ? undefined : takeKeyword(reader, ['top', 'bottom']);
    if (across) x = across === 'left' ? -1 : 1;
    else if (down) y = down === 'top' ? -1 : 1;
    else return undefined;
  }
  return x === 0 && y === 0 ? undefined : constant({ kind: 'linear', direction: { x, y } });
}

const SIZES = ['closest-side', 'farthest-side', 'closest-corner', 'farthest-corner'] as const;

function radialLine(components: readonly Component[]): Specified<RadialLine> | undefined {
  const reader = readerOf(components);
  let shape: 'circle' | 'ellipse' | undefined;
  let size: Specified<RadialGradientImage['size']> | undefined;
  let lengths = 0;
  while (!atEnd(reader)) {
    const word = shape ? undefined : takeKeyword(reader, ['circle', 'ellipse']);
    if (word) {
      shape = word;
      continue;
    }
    if (size) break;
    const keyword = takeKeyword(reader, SIZES);
    const radii = keyword ? undefined : takeRadii(reader);
    size = keyword ? constant(keyword) : radii?.size;
    lengths = radii?.count ?? 0;
    if (!size) break;
  }
  const position = takeKeyword(reader, ['at']) ? takePosition(reader) : undefined;
  const said = shape !== undefined || size !== undefined || position !== undefined;
  if (!said || !atEnd(reader)) return undefined;
  if ((shape === 'circle' && lengths === 2) || (shape === 'ellipse' && lengths === 1)) return undefined;
  return (context) => ({
    kind: 'radial',
    shape: shape ?? (lengths === 1 ? 'circle' : 'ellipse'),
    size: size?.(context) ?? 'farthest-corner',
    position: position?.(context) ?? CENTRE,
  });
}

function takeRadii(
  reader: Reader,
): { readonly size: Specified<RadialGradientImage['size']>; readonly count: number } | undefined {
  const x = takeLengthPercentage(reader, { negative: false });
  if (!x) return undefined;
  const y = tryRead(reader, (r) => takeLengthPercentage(r, { negative: false }));
  return { size: (context) => ({ x: x(context), y: (y ?? x)(context) }), count: y ? 2 : 1 };
}

/** Colours with up to two places each, hints between them (css-images-4 §3.5). */
function parseStops(parts: readonly (readonly Component[])[]): Specified<readonly ColourStop[]> | undefined {
  const stops: Specified<ColourStop>[] = [];
  let hinted = true;
  for (const part of parts) {
    const reader = readerOf(part);
    const colour = takeColour(reader);
    const first = tryRead(reader, takeLengthPercentage);
    const second = colour && first && tryRead(reader, takeLengthPercentage);
    if (!atEnd(reader) || (!colour && (hinted || !first))) return undefined;
    for (const position of second ? [first, second] : [first]) {
      stops.push((context) => ({ colour: colour?.(context), position: position?.(context) }));
    }
    hinted = !colour;
  }
  if (hinted || parts.length < 2) return undefined;
  return (context) => stops.map((stop) => stop(context));
}
