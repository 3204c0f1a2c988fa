import type { Rectangle } from '../geometry.ts';
import type { GlyphsItem } from '../paged-document.ts';

/** From the first glyph to the last that is no white space, along the baseline. */
export function inkOf(item: GlyphsItem): Rectangle {
  const { glyphs, text } = item;
  let pen = 0;
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < glyphs.length; i++) {
    const advance = glyphs.advance(i);
    if (!/\s/.test(text.charAt(glyphs.cluster(i)))) {
      left = Math.min(left, pen);
      right = Math.max(right, pen + advance);
    }
    pen += advance;
  }
  return left <= right ? alongLine(item, left, right) : alongLine(item, 0, 0);
}

/** What a run takes up on the page between two places of the pen. */
export function alongLine({ x, y, turn }: GlyphsItem, from: number, to: number): Rectangle {
  if (!turn) return { x: x + from, y, width: to - from, height: 0 };
  return { x, y: turn === 'counterclockwise' ? y - to : y + from, width: 0, height: to - from };
}
