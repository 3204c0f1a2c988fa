import { FontError, viewOf } from './sfnt.ts';

/** Nominal glyph of a code point; 0 where the font has none. */
export type GlyphLookup = (codePoint: number) => number;

/** Platform and encoding of the subtables that hold Unicode, best first (OpenType `cmap`). */
const preferences = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0', '3.0'];

/**
 * A lookup over the best Unicode subtable of `cmap`, formats 4, 6, 12 and 13. Works on the table's own bytes by
 * binary search: nothing is unpacked, so a hostile group of four milliard code points costs nothing.
 */
export function parseCmap(table: Uint8Array, glyphCount: number): GlyphLookup {
  const view = viewOf(table);
  if (table.length < 4) throw new FontError('has a broken table cmap');
  const subtables = new Map<string, number>();
  const count = view.getUint16(2);
  for (let i = 0; i < count && 4 + 8 * i + 8 <= table.length; i++) {
    const at = 4 + 8 * i;
    subtables.set(`${view.getUint16(at)}.${view.getUint16(at + 2)}`, view.getUint32(at + 4));
  }
  for (const name of preferences) {
    const offset = subtables.get(name);
    if (offset === undefined || offset + 16 > table.length) continue;
    const lookup = subtable(view, offset, name === '3.0');
    if (lookup) return guarded(lookup, glyphCount);
  }
  throw new FontError('has no Unicode character map');
}

/** A read beyond the table or a glyph the font does not have means "no glyph". */
function guarded(lookup: GlyphLookup, glyphCount: number): GlyphLookup {
  return (codePoint) => {
    try {
      const glyph = lookup(codePoint);
      return glyph < glyphCount ? glyph : 0;
    } catch (error) {
      if (error instanceof RangeError) return 0;
      throw error;
    }
  };
}

function subtable(view: DataView, offset: number, symbol: boolean): GlyphLookup | undefined {
  const format = view.getUint16(offset);
  if (format === 4) {
    const lookup = segmentLookup(view, offset);
    // A symbol font keeps its glyphs at U+F000 (OpenType `cmap`, "Windows platform").
    return symbol ? (c) => lookup(c) || (c < 0x100 ? lookup(0xf000 + c) : 0) : lookup;
  }
  if (format === 6) return trimmedLookup(view, offset);
  if (format === 12 || format === 13) return groupLookup(view, offset, format === 12);
  return undefined;
}

function segmentLookup(view: DataView, offset: number): GlyphLookup {
  const segments = view.getUint16(offset + 6) >> 1;
  const ends = offset + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;
  return (c) => {
    if (c > 0xffff) return 0;
    const i = firstAtLeast(segments, (k) => view.getUint16(ends + 2 * k), c);
    if (i >= segments) return 0;
    const start = view.getUint16(starts + 2 * i);
    if (c < start) return 0;
    const delta = view.getUint16(deltas + 2 * i);
    const range = view.getUint16(ranges + 2 * i);
    if (range === 0) return (c + delta) & 0xffff;
    const glyph = view.getUint16(ranges + 2 * i + range + 2 * (c - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

function trimmedLookup(view: DataView, offset: number): GlyphLookup {
  const first = view.getUint16(offset + 6);
  const count = view.getUint16(offset + 8);
  return (c) => (c >= first && c < first + count ? view.getUint16(offset + 10 + 2 * (c - first)) : 0);
}

function groupLookup(view: DataView, offset: number, consecutive: boolean): GlyphLookup {
  const count = view.getUint32(offset + 12);
  const groups = offset + 16;
  const fitting = Math.min(count, Math.floor((view.byteLength - groups) / 12));
  return (c) => {
    const i = firstAtLeast(fitting, (k) => view.getUint32(groups + 12 * k + 4), c);
    if (i >= fitting) return 0;
    const start = view.getUint32(groups + 12 * i);
    if (c < start) return 0;
    return view.getUint32(groups + 12 * i + 8) + (consecutive ? c - start : 0);
  };
}

/** The first of `count` ascending values that is at least `wanted`; `count` where there is none. */
function firstAtLeast(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
