import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { FontUsages } from '../font/font-usage.ts';
import type { GraphicsState } from './graphics-state.ts';
import { decimals } from './numbers.ts';
import { createTextArray } from './text-array.ts';

/** The operators that draw a run; `x` and `y` in PDF's coordinates. Empty where nothing is to be shown. */
export function drawGlyphs(
  item: GlyphsItem,
  x: number,
  y: number,
  fonts: FontUsages,
  state: GraphicsState,
): string {
  const usage = fonts.of(item.face);
  const text = createTextArray();
  let start: number | undefined;
  fonts.visit(item, (cell, at) => {
    const { code, stated } = usage.shown(cell);
    start ??= at;
    text.show(code, stated, ((at - start) * 1000) / item.size);
  });
  if (start === undefined) return '';
  const operators = state.fill(item.colour) + state.font(usage.name, item.size);
  return `${operators}BT\n${decimals(x + start, y)} Td\n${text.operator()}\nET\n`;
}
