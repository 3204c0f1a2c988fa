import type { Outlines } from '../outlines/outlines.ts';

/**
 * A font face opened for one process: metrics and coverage at hand, tables and outlines read when asked for.
 * Vertical metrics are fractions of the em, positive upwards for ascent and downwards for descent.
 */
export interface Face {
  /** Equal for the same face in every build: PostScript name, place in the design space, a digest of `head` and `name`. */
  readonly id: string;
  readonly postScriptName: string;
  readonly family: string;
  /** As OS/2 or the place in the design space has it: 400 is normal. */
  readonly weight: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Of the underline's middle below the baseline, and its thickness. */
  readonly underlineOffset: number;
  readonly underlineThickness: number;
  /** Degrees, as in `post`. */
  readonly italicAngle: number;
  /** Font units: xMin, yMin, xMax, yMax of `head`. */
  readonly bounds: readonly [number, number, number, number];
  readonly glyphCount: number;
  /** The nominal glyph of a code point by cmap; 0 where there is none. */
  glyphOf(codePoint: number): number;
  /** Horizontal advance in font units, unscaled by any size-adjust. */
  advanceOf(glyph: number): number;
  /** A whole sfnt table, read at the first call and kept; undefined where the font has none. */
  table(tag: string): Uint8Array | undefined;
  /** Whether the font has an OpenType feature (`smcp`) for any script. */
  hasFeature(tag: string): boolean;
  readonly outlines: Outlines;
}
