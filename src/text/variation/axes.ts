import { FontError, type Sfnt, viewOf } from '../fonts/sfnt.ts';

/** Values wanted of a font's axes, by tag: `{ wght: 650 }`. An axis that the font lacks is passed over. */
export type AxisValues = Readonly<Record<string, number>>;

/** An axis of a variable font (OpenType `fvar`), in the units that designers use. */
export interface Axis {
  readonly tag: string;
  readonly min: number;
  readonly initial: number;
  readonly max: number;
}

/** A place in a font's design space. */
export interface FontLocation {
  /** By tag, clamped to what the font has; of every axis. */
  readonly values: AxisValues;
  /** From -1 to 1 in the order of `fvar`, as variation data counts. */
  readonly normalized: readonly number[];
}

/** The axes of a font; none where it is static. */
function readAxes(sfnt: Sfnt): readonly Axis[] {
  const fvar = sfnt.read('fvar');
  if (!fvar) return [];
  const view = viewOf(fvar);
  const start = view.getUint16(4);
  const count = view.getUint16(8);
  const size = view.getUint16(10);
  if (count > 64 || size < 20) throw new FontError('has a broken table fvar');
  return Array.from({ length: count }, (_, i): Axis => {
    const at = start + i * size;
    const fixed = (offset: number) => view.getInt32(at + offset) / 65536;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    return { tag, min: fixed(4), initial: fixed(8), max: fixed(12) };
  });
}

/** Where a font stands that is asked for some values; undefined for a static font. */
export function locate(sfnt: Sfnt, wanted: AxisValues): FontLocation | undefined {
  const axes = readAxes(sfnt);
  if (axes.length === 0) return undefined;
  const maps = readAxisMaps(sfnt, axes.length);
  const entries = axes.map(({ tag, min, initial, max }) => {
    const value = Math.max(min, Math.min(max, wanted[tag] ?? initial));
    return [tag, value] as const;
  });
  const normalized = axes.map((axis, i) => twoFourteen(maps[i]!(normalize(axis, entries[i]![1]))));
  return { values: Object.fromEntries(entries), normalized };
}

function normalize({ min, initial, max }: Axis, value: number): number {
  if (value < initial) return min < initial ? (value - initial) / (initial - min) : 0;
  return value > initial && max > initial ? (value - initial) / (max - initial) : 0;
}

/** Variation data is looked up in steps of 1/16384. */
function twoFourteen(value: number): number {
  return Math.round(value * 16384) / 16384;
}

type AxisMap = (value: number) => number;
const same: AxisMap = (value) => value;

/** The bends of each axis (OpenType `avar`). */
function readAxisMaps(sfnt: Sfnt, count: number): readonly AxisMap[] {
  const avar = sfnt.read('avar');
  if (!avar) return Array.from({ length: count }, () => same);
  const view = viewOf(avar);
  if (view.getUint16(0) !== 1) throw new FontError(`has a table avar of version ${view.getUint16(0)}`);
  let at = 8;
  return Array.from({ length: count }, () => {
    const pairs = view.getUint16(at);
    const points = Array.from({ length: pairs }, (_, i) => ({
      from: view.getInt16(at + 2 + 4 * i) / 16384,
      to: view.getInt16(at + 4 + 4 * i) / 16384,
    }));
    at += 2 + 4 * pairs;
    return points.length < 2 ? same : (value: number) => bend(points, value);
  });
}

function bend(points: readonly { readonly from: number; readonly to: number }[], value: number): number {
  const next = points.findIndex(({ from }) => from >= value);
  if (next < 0) return points.at(-1)!.to;
  const b = points[next]!;
  if (b.from === value || next === 0) return b.to;
  const a = points[next - 1]!;
  return a.to + ((b.to - a.to) * (value - a.from)) / (b.from - a.from);
}
