import type { GlyphVariations, PointDeltas } from '../variation/glyph-variations.ts';
import {
  ARGS_ARE_OFFSETS,
  ARGS_ARE_WORDS,
  type Component,
  type ComponentScale,
  componentsOf,
  HAS_INSTRUCTIONS,
  isComposite,
  scaleOf,
} from './glyf-components.ts';
import { decodePoints, encodePoints, writeBox } from './glyf-points.ts';

/** A glyph of a variable font at one place. */
export interface VariedGlyph {
  readonly entry: Uint8Array;
  readonly advance: number;
  /** Font units from the origin to the left edge of the entry's box. */
  readonly bearing: number;
}

/** What a glyph is varied from: all as the file has it. */
export interface VariationSource {
  readonly entryOf: (glyph: number) => Uint8Array;
  readonly advanceOf: (glyph: number) => number;
  readonly bearingOf: (glyph: number) => number;
  readonly variations: GlyphVariations;
}

/** How deep composites may stand in composites. */
const maxDepth = 16;

/** A glyph with its points moved. */
export function varyGlyph(source: VariationSource, glyph: number, depth = 0): VariedGlyph {
  const entry = source.entryOf(glyph);
  const left = (entry.length >= 10 ? xMinOf(entry) : 0) - source.bearingOf(glyph);
  const phantoms = { x: [left, left + source.advanceOf(glyph), 0, 0], y: [0, 0, 0, 0] };
  try {
    const varied =
      entry.length < 10
        ? { entry: new Uint8Array(0), deltas: source.variations(glyph, { ...phantoms, ends: [] }) }
        : isComposite(entry)
          ? varyComposite(source, glyph, entry, phantoms, depth)
          : varySimple(source, glyph, entry, phantoms);
    const at = varied.deltas ? varied.deltas.x.length - 4 : 0;
    const origin = left + (varied.deltas?.x[at] ?? 0);
    const end = left + source.advanceOf(glyph) + (varied.deltas?.x[at + 1] ?? 0);
    const edge = varied.entry.length >= 10 ? xMinOf(varied.entry) : 0;
    return {
      entry: varied.entry,
      advance: Math.max(0, Math.round(end - origin)),
      bearing: edge - Math.round(origin),
    };
  } catch (error) {
    // A DataView was read beyond its end: a broken glyph draws nothing, as in a font that does not vary.
    if (!(error instanceof RangeError)) throw error;
    return { entry: new Uint8Array(0), advance: source.advanceOf(glyph), bearing: 0 };
  }
}

interface Phantoms {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface Varied {
  readonly entry: Uint8Array;
  readonly deltas: PointDeltas | undefined;
}

function varySimple(
  { variations }: VariationSource,
  glyph: number,
  entry: Uint8Array,
  phantoms: Phantoms,
): Varied {
  const points = decodePoints(entry);
  const { ends } = points;
  const deltas = variations(glyph, {
    x: [...points.x, ...phantoms.x],
    y: [...points.y, ...phantoms.y],
    ends,
  });
  if (!deltas) return { entry, deltas };
  const x = points.x.map((value, i) => value + deltas.x[i]!);
  const y = points.y.map((value, i) => value + deltas.y[i]!);
  return { entry: encodePoints({ ...points, x, y }), deltas };
}

function varyComposite(
  source: VariationSource,
  glyph: number,
  entry: Uint8Array,
  phantoms: Phantoms,
  depth: number,
): Varied {
  const components = componentsOf(entry);
  const offsets = components.map((component) => offsetOf(entry, component));
  const deltas = source.variations(glyph, {
    x: [...offsets.map(([x]) => x), ...phantoms.x],
    y: [...offsets.map(([, y]) => y), ...phantoms.y],
    ends: [],
  });
  const moved = offsets.map(([x, y], i) => [x + (deltas?.x[i] ?? 0), y + (deltas?.y[i] ?? 0)] as const);
  const boxes = components.map((component, i) => {
    const inner = depth < maxDepth ? varyGlyph(source, component.glyph, depth + 1).entry : new Uint8Array(0);
    return inner.length < 10 ? undefined : movedBox(inner, scaleOf(entry, component), moved[i]!);
  });
  return { entry: rebuild(entry, components, moved, boxes), deltas };
}

/** The records with words for offsets, so that any offset fits; components that hang on points keep their arguments. */
function rebuild(
  entry: Uint8Array,
  components: readonly Component[],
  moved: readonly (readonly [number, number])[],
  boxes: readonly (readonly number[] | undefined)[],
): Uint8Array {
  const bytes: number[] = [...entry.subarray(0, 10)];
  components.forEach((component, i) => {
    const { at, length, flags, glyph } = component;
    const isOffset = (flags & ARGS_ARE_OFFSETS) !== 0;
    const after = at + 4 + (flags & ARGS_ARE_WORDS ? 4 : 2);
    const [x, y] = moved[i]!.map(Math.round) as [number, number];
    const kept = flags & ~HAS_INSTRUCTIONS;
    const words = [isOffset ? kept | ARGS_ARE_WORDS : kept, glyph, ...(isOffset ? [x, y] : [])];
    bytes.push(...words.flatMap((word) => [(word >> 8) & 0xff, word & 0xff]));
    bytes.push(...entry.subarray(isOffset ? after : at + 4, at + length));
  });
  const rebuilt = Uint8Array.from(bytes);
  const drawn = boxes.filter((box) => box !== undefined);
  if (drawn.length > 0) {
    const least = (k: number) => Math.min(...drawn.map((box) => box[k]!));
    const most = (k: number) => Math.max(...drawn.map((box) => box[k]!));
    writeBox(new DataView(rebuilt.buffer), [least(0), least(1), most(2), most(3)]);
  }
  return rebuilt;
}

/** Where a component stands; one that hangs on points of others is not moved. */
export function offsetOf(entry: Uint8Array, { at, flags }: Component): readonly [number, number] {
  if (!(flags & ARGS_ARE_OFFSETS)) return [0, 0];
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  return flags & ARGS_ARE_WORDS
    ? [view.getInt16(at + 4), view.getInt16(at + 6)]
    : [view.getInt8(at + 4), view.getInt8(at + 5)];
}

/** A part's box, scaled and at its offset: of what is turned by other than right angles, a box that holds it. */
function movedBox(
  part: Uint8Array,
  { xx, xy, yx, yy }: ComponentScale,
  [dx, dy]: readonly [number, number],
): readonly number[] {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const [left, bottom, right, top] = [2, 4, 6, 8].map((at) => view.getInt16(at)) as [
    number,
    number,
    number,
    number,
  ];
  const corners = [left, right].flatMap((x) => [bottom, top].map((y) => [x, y] as const));
  const xs = corners.map(([x, y]) => Math.round(xx * x + yx * y + dx));
  const ys = corners.map(([x, y]) => Math.round(xy * x + yy * y + dy));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function xMinOf(entry: Uint8Array): number {
  return new DataView(entry.buffer, entry.byteOffset, entry.byteLength).getInt16(2);
}
