import type { GlyphsItem } from '../../layout/paged-document.ts';
import { statedWidth } from '../font/embed-font.ts';
import type { FontUsages } from '../font/font-usage.ts';
import type { GraphicsState } from './graphics-state.ts';
import { decimals } from './numbers.ts';
import { type ShownGlyph, showText, textParts } from './text-array.ts';

/** The operators that draw a run; `x` and `y` in the page's own coordinates. Empty where nothing is to be shown. */
export function drawGlyphs(
  item: GlyphsItem,
  x: number,
  y: number,
  fonts: FontUsages,
  state: GraphicsState,
): string {
  const usage = fonts.of(item.face);
  const texts = fonts.textsOf(item);
  const perEm = 1000 / item.size;
  const shown = item.glyphs.map((glyph, index): ShownGlyph => {
    const text = texts[index];
    return {
      code: text === undefined ? undefined : usage.codeOf(glyph.id, text),
      stated: statedWidth(item.face, glyph.id),
      advance: glyph.advance * perEm,
      dx: glyph.dx * perEm,
      rise: glyph.dy,
    };
  });
  if (shown.every(({ code }) => code === undefined)) return '';
  const operators = state.fill(item.colour) + state.font(usage.name, item.size);
  return `${operators}BT\n${decimals(x, y)} Td\n${showText(textParts(shown))}ET\n`;
}
