import { FontError, type Sfnt, viewOf } from '../fonts/sfnt.ts';

/** Most bytes one outline may have. */
const maxOutline = 1024 * 1024;

/** `glyf` entries by `loca`, as they are in the file; `loca` is read at the first. A broken entry counts as empty. */
export function glyfTable(sfnt: Sfnt, long: boolean, glyphCount: number): (glyph: number) => Uint8Array {
  if (!sfnt.has('glyf') || !sfnt.has('loca')) throw new FontError('has no outlines');
  if (sfnt.size('loca') < (glyphCount + 1) * (long ? 4 : 2)) throw new FontError('has a broken table loca');
  const size = sfnt.size('glyf');
  let loca: DataView | undefined;
  return (glyph) => {
    if (glyph < 0 || glyph >= glyphCount) return new Uint8Array(0);
    loca ??= viewOf(sfnt.read('loca') ?? new Uint8Array(0));
    const start = long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
    const end = long ? loca.getUint32(4 * glyph + 4) : 2 * loca.getUint16(2 * glyph + 2);
    if (end <= start || end > size || end - start > maxOutline) return new Uint8Array(0);
    return sfnt.readPart('glyf', start, end - start);
  };
}

/** Left side bearings and advances as `hmtx` has them; the last advance serves all glyphs beyond. */
export function horizontalMetrics(hmtx: Uint8Array, declared: number) {
  const view = viewOf(hmtx);
  const count = Math.min(declared, hmtx.length >> 2);
  if (count === 0) throw new FontError('has a broken table hmtx');
  return {
    advanceOf: (glyph: number) => view.getUint16(4 * Math.min(glyph, count - 1)),
    bearingOf(glyph: number) {
      const at = glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count);
      return at + 2 <= hmtx.length ? view.getInt16(at) : 0;
    },
  };
}
