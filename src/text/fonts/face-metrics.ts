import type { Face } from './face.ts';
import { FontError, viewOf } from './sfnt.ts';

/** The part of a Face that comes from `head`, `hhea`, `OS/2` and `post`. */
export type FaceMetrics = Pick<
  Face,
  | 'unitsPerEm'
  | 'weight'
  | 'ascent'
  | 'descent'
  | 'lineGap'
  | 'capHeight'
  | 'xHeight'
  | 'underlineOffset'
  | 'underlineThickness'
  | 'italicAngle'
  | 'bounds'
>;

/** `OS/2` fsSelection bit 7: the typographic metrics are the line's. */
const useTypoMetrics = 1 << 7;

/**
 * Metrics as browsers on Linux take them: `hhea`, but OS/2's typographic values where USE_TYPO_METRICS is set or
 * `hhea` is empty (FreeType's order). Tables have been checked to hold at least 54 and 36 bytes.
 */
export function faceMetrics(
  head: Uint8Array,
  hhea: Uint8Array,
  os2: Uint8Array | undefined,
  post: Uint8Array | undefined,
): FaceMetrics {
  const headView = viewOf(head);
  const unitsPerEm = headView.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontError(`has ${unitsPerEm} units per em`);
  const os2View = os2 && os2.length >= 78 ? viewOf(os2) : undefined;
  const vertical = verticalMetrics(viewOf(hhea), os2View);
  const tall = os2View && os2View.byteLength >= 90 && os2View.getUint16(0) >= 2 ? os2View : undefined;
  const postView = post && post.length >= 12 ? viewOf(post) : undefined;
  const thickness = postView?.getInt16(10) || unitsPerEm / 20;
  const position = postView?.getInt16(8) || -unitsPerEm / 10;
  return {
    unitsPerEm,
    weight: os2View?.getUint16(4) || 400,
    ascent: vertical[0] / unitsPerEm,
    descent: -vertical[1] / unitsPerEm,
    lineGap: Math.max(0, vertical[2]) / unitsPerEm,
    capHeight: (tall?.getInt16(88) || 0.7 * unitsPerEm) / unitsPerEm,
    xHeight: (tall?.getInt16(86) || 0.5 * unitsPerEm) / unitsPerEm,
    // `post` gives the underline's top edge; a line is drawn around its middle.
    underlineOffset: (-position + thickness / 2) / unitsPerEm,
    underlineThickness: thickness / unitsPerEm,
    italicAngle: postView ? postView.getInt32(4) / 65536 : 0,
    bounds: [headView.getInt16(36), headView.getInt16(38), headView.getInt16(40), headView.getInt16(42)],
  };
}

/** The measures at a place in the design space, by the deltas of `MVAR` (font units). */
export function variedMetrics(metrics: FaceMetrics, deltaOf: (tag: string) => number): FaceMetrics {
  const em = (tag: string) => deltaOf(tag) / metrics.unitsPerEm;
  return {
    ...metrics,
    ascent: metrics.ascent + em('hasc'),
    descent: metrics.descent - em('hdsc'),
    lineGap: Math.max(0, metrics.lineGap + em('hlgp')),
    capHeight: metrics.capHeight + em('cpht'),
    xHeight: metrics.xHeight + em('xhgt'),
    underlineOffset: metrics.underlineOffset - em('undo') + em('unds') / 2,
    underlineThickness: metrics.underlineThickness + em('unds'),
  };
}

function verticalMetrics(hhea: DataView, os2: DataView | undefined): readonly [number, number, number] {
  const fromHhea = [hhea.getInt16(4), hhea.getInt16(6), hhea.getInt16(8)] as const;
  if (!os2) return fromHhea;
  const typo = [os2.getInt16(68), os2.getInt16(70), os2.getInt16(72)] as const;
  if (os2.getUint16(62) & useTypoMetrics) return typo;
  if (fromHhea[0] !== 0 || fromHhea[1] !== 0) return fromHhea;
  if (typo[0] !== 0 || typo[1] !== 0) return typo;
  return [os2.getUint16(74), -os2.getUint16(76), 0];
}
