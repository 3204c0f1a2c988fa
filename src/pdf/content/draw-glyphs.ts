import type { GlyphsItem } from '../../layout/paged-document.ts';
import { statedWidth } from '../font/embed-font.ts';
import type { FontUsages } from '../font/font-usage.ts';
import type { GraphicsState } from './graphics-state.ts';
import { decimals } from './numbers.ts';
import { type ShownCode, showText, textParts } from './text-array.ts';

/** The operators that draw a run; `x` and `y` in PDF's coordinates. Empty where nothing is to be shown. */
export function drawGlyphs(
  item: GlyphsItem,
  x: number,
  y: number,
  fonts: FontUsages,
  state: GraphicsState,
): string {
  const cells = fonts.cellsOf(item);
  if (cells.length === 0) return '';
  const usage = fonts.of(item.face);
  const start = cells[0]!.x;
  const shown = cells.map(
    ({ cell, x: at }): ShownCode => ({
      code: usage.codeOf(cell),
      stated: statedWidth(item.face, cell.advance),
      at: ((at - start) * 1000) / item.size,
    }),
  );
  const operators = state.fill(item.colour) + state.font(usage.name, item.size);
  return `${operators}BT\n${decimals(x + start, y)} Td\n${showText(textParts(shown))}\nET\n`;
}
