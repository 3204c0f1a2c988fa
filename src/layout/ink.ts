import type { Rectangle } from './geometry.ts';
import type { GlyphsItem } from './paged-document.ts';

/** From the first glyph to the last that is no white space, along the baseline. */
export function inkOf({ x, y, glyphs, text }: GlyphsItem): Rectangle {
  let pen = x;
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < glyphs.length; i++) {
    const advance = glyphs.advance(i);
    if (!/\s/.test(text.charAt(glyphs.cluster(i)))) {
      left = Math.min(left, pen);
      right = Math.max(right, pen + advance);
    }
    pen += advance;
  }
  return left <= right ? { x: left, y, width: right - left, height: 0 } : { x, y, width: 0, height: 0 };
}
