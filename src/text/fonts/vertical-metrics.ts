import type { Face } from './face.ts';
import { viewOf } from './sfnt.ts';

/** What a face says of a glyph in vertical lines; font units. */
export interface VerticalMetrics {
  /** How far the pen moves down. */
  advanceOf(glyph: number): number;
  /** Where the pen stands in the glyph's own coordinates: above its middle. */
  originOf(glyph: number): readonly [x: number, y: number];
}

/**
 * Advances by `vmtx`, and origins by `VORG`, or by top side bearings and outlines. In a face that is not made for vertical
 * lines letters stand on a common baseline in squares as high as the face's lines.
 */
export function verticalMetrics(face: Face): VerticalMetrics {
  let metrics: Metrics | undefined;
  const known = (): Metrics => {
    metrics ??= readMetrics(face);
    return metrics;
  };
  return {
    advanceOf: (glyph) => known().advanceOf(glyph),
    originOf: (glyph) => [face.advanceOf(glyph) / 2, known().topOf(glyph)],
  };
}

interface Metrics {
  advanceOf(glyph: number): number;
  topOf(glyph: number): number;
}

function readMetrics(face: Face): Metrics {
  const em = face.unitsPerEm;
  const ascent = face.ascent * em;
  const none: Metrics = { advanceOf: () => ascent + face.descent * em, topOf: () => ascent };
  const [vhea, vmtx, vorg] = [face.table('vhea'), face.table('vmtx'), face.table('VORG')];
  if (!vhea || !vmtx || vhea.length < 36) return none;
  const long = Math.min(viewOf(vhea).getUint16(34), vmtx.length >> 2);
  if (long === 0) return none;
  const view = viewOf(vmtx);
  return {
    advanceOf: (glyph) => view.getUint16(4 * Math.min(glyph, long - 1)),
    topOf(glyph) {
      if (vorg && vorg.length >= 8) return listedOrigin(vorg, glyph);
      const top = topEdge(face, glyph);
      return top === undefined ? ascent : top + topBearing(view, long, glyph);
    },
  };
}

/** The highest point of a glyph; undefined where it draws nothing. */
function topEdge({ outlines }: Face, glyph: number): number | undefined {
  if (outlines.kind === 'glyf') {
    const entry = outlines.entryOf(glyph);
    return entry.length < 10 ? undefined : viewOf(entry).getInt16(8);
  }
  const path = outlines.pathOf(glyph);
  return path.length === 0 ? undefined : Math.max(...path.map(({ y }) => y));
}

/** Glyphs beyond those with an advance of their own have a bearing alone. */
function topBearing(vmtx: DataView, long: number, glyph: number): number {
  const at = glyph < long ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long);
  return at + 2 <= vmtx.byteLength ? vmtx.getInt16(at) : 0;
}

/** `VORG`: a default, and the glyphs that differ in ascending order. */
function listedOrigin(vorg: Uint8Array, glyph: number): number {
  const view = viewOf(vorg);
  let low = 0;
  let high = Math.min(view.getUint16(6), (vorg.length - 8) >> 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.getUint16(8 + 4 * middle) < glyph) low = middle + 1;
    else high = middle;
  }
  const at = 8 + 4 * low;
  return at + 4 <= vorg.length && view.getUint16(at) === glyph ? view.getInt16(at + 2) : view.getInt16(4);
}
