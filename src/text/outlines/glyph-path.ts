/** A step of a glyph's outline, font units; cubic curves, as PostScript has them. Contours are closed by the next `move`. */
export type GlyphStep =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    };

/** A glyph's outline. */
export type GlyphPath = readonly GlyphStep[];
