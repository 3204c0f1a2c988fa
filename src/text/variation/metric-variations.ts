import { type Sfnt, viewOf } from '../fonts/sfnt.ts';
import { readIndexMap, readVariationStore } from './variation-store.ts';

/** Font units that a glyph's advance grows by at a place (OpenType `HVAR`); undefined where the font has no such table. */
export function advanceVariations(
  sfnt: Sfnt,
  normalized: readonly number[],
): ((glyph: number) => number) | undefined {
  const table = sfnt.read('HVAR');
  if (!table) return undefined;
  const view = viewOf(table);
  const store = readVariationStore(table, view.getUint32(4), normalized);
  const placeOf = readIndexMap(table, view.getUint32(8));
  return (glyph) => {
    const { outer, inner } = placeOf(glyph);
    return Math.round(store.deltaOf(outer, inner));
  };
}

/** Font units that a font-wide measure grows by at a place, by its tag (OpenType `MVAR`): `xhgt`, `undo` … */
export function metricVariations(sfnt: Sfnt, normalized: readonly number[]): (tag: string) => number {
  const table = sfnt.read('MVAR');
  if (!table || table.length < 12) return () => 0;
  const view = viewOf(table);
  const store = view.getUint16(10);
  if (store === 0) return () => 0;
  const deltas = readVariationStore(table, store, normalized);
  const size = view.getUint16(6);
  const records = new Map<string, number>();
  for (let i = 0; i < view.getUint16(8); i++) {
    const at = 12 + i * size;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    records.set(tag, Math.round(deltas.deltaOf(view.getUint16(at + 4), view.getUint16(at + 6))));
  }
  return (tag) => records.get(tag) ?? 0;
}
