import { FontError, type Sfnt, viewOf } from '../fonts/sfnt.ts';
import { interpolate } from './interpolate.ts';
import { unpackDeltas, unpackPoints } from './packed.ts';
import { tent } from './variation-store.ts';

/** How far the points of a glyph move at a place in the design space. */
export interface PointDeltas {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A glyph's points, of which the last four are its phantoms: origin, advance, top, bottom. */
export interface VaryingPoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The last point of each contour; none for a composite, whose parts move each for itself. */
  readonly ends: readonly number[];
}

/** Deltas of glyphs (OpenType `gvar`); undefined for a glyph that does not vary. */
export type GlyphVariations = (glyph: number, points: VaryingPoints) => PointDeltas | undefined;

const SHARED_POINTS = 0x8000;
const EMBEDDED_PEAK = 0x8000;
const INTERMEDIATE = 0x4000;
const PRIVATE_POINTS = 0x2000;
const COUNT = 0x0fff;

/** Most bytes that the variations of one glyph may have. */
const maxData = 1024 * 1024;

/** The variations of a font at a place; reads of the table what a glyph asks for. */
export function glyphVariations(sfnt: Sfnt, normalized: readonly number[]): GlyphVariations {
  if (!sfnt.has('gvar')) return () => undefined;
  const head = viewOf(sfnt.readPart('gvar', 0, 20));
  const axes = head.getUint16(4);
  if (axes !== normalized.length) throw new FontError('has a broken table gvar');
  const sharedCount = head.getUint16(6);
  const shared = viewOf(sfnt.readPart('gvar', head.getUint32(8), 2 * axes * sharedCount));
  const glyphCount = head.getUint16(12);
  const long = (head.getUint16(14) & 1) === 1;
  const data = head.getUint32(16);
  const offsets = viewOf(sfnt.readPart('gvar', 20, (glyphCount + 1) * (long ? 4 : 2)));
  const offsetOf = (glyph: number) =>
    long ? offsets.getUint32(4 * glyph) : 2 * offsets.getUint16(2 * glyph);
  return (glyph, points) => {
    if (glyph >= glyphCount) return undefined;
    const start = offsetOf(glyph);
    const length = offsetOf(glyph + 1) - start;
    if (length < 4 || length > maxData) return undefined;
    const bytes = sfnt.readPart('gvar', data + start, length);
    return sumTuples(viewOf(bytes), { shared, sharedCount, normalized }, points);
  };
}

interface Tuples {
  readonly shared: DataView;
  readonly sharedCount: number;
  readonly normalized: readonly number[];
}

function sumTuples(view: DataView, tuples: Tuples, points: VaryingPoints): PointDeltas {
  const count = points.x.length;
  const sum = { x: new Float64Array(count), y: new Float64Array(count) };
  const word = view.getUint16(0);
  let place = view.getUint16(2);
  let header = 4;
  let common: readonly number[] | undefined;
  if (word & SHARED_POINTS) {
    const unpacked = unpackPoints(view, place);
    common = unpacked.points;
    place = unpacked.end;
  }
  for (let i = 0; i < (word & COUNT); i++) {
    const size = view.getUint16(header);
    const tuple = readTuple(view, header, tuples);
    header = tuple.end;
    if (tuple.scalar !== 0) {
      addTuple(view, place, tuple, common, points, sum);
    }
    place += size;
  }
  return sum;
}

interface Tuple {
  readonly scalar: number;
  readonly hasOwnPoints: boolean;
  /** Where the next header begins. */
  readonly end: number;
}

function readTuple(view: DataView, at: number, { shared, sharedCount, normalized }: Tuples): Tuple {
  const index = view.getUint16(at + 2);
  const axes = normalized.length;
  const isEmbedded = (index & EMBEDDED_PEAK) !== 0;
  const isIntermediate = (index & INTERMEDIATE) !== 0;
  if (!isEmbedded && (index & COUNT) >= sharedCount) throw new RangeError('no such tuple');
  const first = at + 4 + (isEmbedded ? 2 * axes : 0);
  let scalar = 1;
  for (let axis = 0; axis < axes; axis++) {
    const peak =
      (isEmbedded ? view.getInt16(at + 4 + 2 * axis) : shared.getInt16(2 * ((index & COUNT) * axes + axis))) /
      16384;
    const start = isIntermediate ? view.getInt16(first + 2 * axis) / 16384 : Math.min(peak, 0);
    const end = isIntermediate ? view.getInt16(first + 2 * (axes + axis)) / 16384 : Math.max(peak, 0);
    scalar *= tent(normalized[axis]!, start, peak, end);
  }
  const end = first + (isIntermediate ? 4 * axes : 0);
  return { scalar, hasOwnPoints: (index & PRIVATE_POINTS) !== 0, end };
}

function addTuple(
  view: DataView,
  at: number,
  { scalar, hasOwnPoints }: Tuple,
  common: readonly number[] | undefined,
  points: VaryingPoints,
  sum: PointDeltas,
): void {
  const own = hasOwnPoints ? unpackPoints(view, at) : undefined;
  const numbers = own ? own.points : common;
  const count = numbers?.length ?? points.x.length;
  const x = unpackDeltas(view, own?.end ?? at, count);
  const y = unpackDeltas(view, x.end, count);
  const add = (into: Float64Array, deltas: readonly number[], coordinates: readonly number[]) => {
    const whole = numbers ? interpolate(numbers, deltas, coordinates, points.ends) : deltas;
    for (let i = 0; i < into.length; i++) into[i]! += scalar * (whole[i] ?? 0);
  };
  add(sum.x, x.deltas, points.x);
  add(sum.y, y.deltas, points.y);
}
