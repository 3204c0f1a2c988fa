import type { GlyphPath } from './glyph-path.ts';

/** The outlines of a face, in the form that its file has them; each is read when it is first asked for, and kept. */
export type Outlines = GlyfOutlines | CffOutlines;

/** TrueType outlines. */
export interface GlyfOutlines {
  readonly kind: 'glyf';
  /** One `glyf` entry, of a variable font as it is at the face's place; empty for a glyph that draws nothing. */
  entryOf(glyph: number): Uint8Array;
  /** Font units from the origin to the left edge of the entry's box. */
  bearingOf(glyph: number): number;
}

/** PostScript outlines. */
export interface CffOutlines {
  readonly kind: 'cff';
  /** Without steps for a glyph that draws nothing. */
  pathOf(glyph: number): GlyphPath;
}

/** Whether a glyph draws anything. */
export function draws(outlines: Outlines, glyph: number): boolean {
  return outlines.kind === 'glyf' ? outlines.entryOf(glyph).length > 0 : outlines.pathOf(glyph).length > 0;
}
