import { FontError, viewOf } from '../fonts/sfnt.ts';

/** Deltas of one place in the design space (OpenType, "Item variation stores"), in font units, not rounded. */
export interface VariationStore {
  deltaOf(outer: number, inner: number): number;
  /** How much each region of a subtable counts at this place: what `blend` of CFF2 multiplies with. */
  scalarsOf(outer: number): readonly number[];
}

/** Reads a store that begins at an offset of a table. */
export function readVariationStore(
  table: Uint8Array,
  start: number,
  normalized: readonly number[],
): VariationStore {
  const view = viewOf(table);
  const regions = readRegions(view, start + view.getUint32(start + 2), normalized);
  const count = view.getUint16(start + 6);
  const subtables = Array.from({ length: count }, (_, i) => start + view.getUint32(start + 8 + 4 * i));
  const known = new Map<number, readonly number[]>();
  const regionsOf = (at: number): readonly number[] => {
    const found = known.get(at);
    if (found) return found;
    const count = view.getUint16(at + 4);
    const scalars = Array.from({ length: count }, (_, i) => regions[view.getUint16(at + 6 + 2 * i)] ?? 0);
    known.set(at, scalars);
    return scalars;
  };
  return {
    scalarsOf(outer) {
      const at = subtables[outer];
      if (at === undefined) throw new FontError('has broken variation data');
      return regionsOf(at);
    },
    deltaOf(outer, inner) {
      const at = subtables[outer];
      if (at === undefined || inner >= view.getUint16(at)) return 0;
      const scalars = regionsOf(at);
      const words = view.getUint16(at + 2);
      const [wide, narrow] = words & 0x8000 ? [4, 2] : [2, 1];
      const wideCount = words & 0x7fff;
      const row = wide * wideCount + narrow * (scalars.length - wideCount);
      let place = at + 6 + 2 * scalars.length + inner * row;
      let sum = 0;
      scalars.forEach((scalar, i) => {
        const size = i < wideCount ? wide : narrow;
        if (scalar !== 0) sum += scalar * signed(view, place, size);
        place += size;
      });
      return sum;
    },
  };
}

function signed(view: DataView, at: number, size: number): number {
  if (size === 1) return view.getInt8(at);
  return size === 2 ? view.getInt16(at) : view.getInt32(at);
}

function readRegions(view: DataView, at: number, normalized: readonly number[]): readonly number[] {
  const axes = view.getUint16(at);
  return Array.from({ length: view.getUint16(at + 2) }, (_, region) => {
    let scalar = 1;
    for (let axis = 0; axis < axes; axis++) {
      const place = at + 4 + 6 * (region * axes + axis);
      const [start, peak, end] = [0, 2, 4].map((k) => view.getInt16(place + k) / 16384) as [
        number,
        number,
        number,
      ];
      scalar *= tent(normalized[axis] ?? 0, start, peak, end);
    }
    return scalar;
  });
}

/** How far a coordinate lies in the range of a master: 1 at the peak, 0 outside. */
export function tent(value: number, start: number, peak: number, end: number): number {
  if (peak === 0 || start > peak || peak > end || (start < 0 && end > 0)) return 1;
  if (value === peak) return 1;
  if (value <= start || value >= end) return 0;
  return value < peak ? (value - start) / (peak - start) : (end - value) / (end - peak);
}

/** Where the deltas of an item stand (OpenType, `DeltaSetIndexMap`); its own number where there is no map. */
export function readIndexMap(
  table: Uint8Array,
  start: number,
): (item: number) => { readonly outer: number; readonly inner: number } {
  if (start === 0) return (item) => ({ outer: 0, inner: item });
  const view = viewOf(table);
  const format = view.getUint8(start);
  const entryFormat = view.getUint8(start + 1);
  const count = format === 0 ? view.getUint16(start + 2) : view.getUint32(start + 2);
  const first = start + (format === 0 ? 4 : 6);
  const size = ((entryFormat >> 4) & 3) + 1;
  const innerBits = (entryFormat & 15) + 1;
  return (item) => {
    if (count === 0) return { outer: 0, inner: item };
    let entry = 0;
    const at = first + size * Math.min(item, count - 1);
    for (let i = 0; i < size; i++) entry = entry * 256 + view.getUint8(at + i);
    return { outer: Math.floor(entry / 2 ** innerBits), inner: entry % 2 ** innerBits };
  };
}
