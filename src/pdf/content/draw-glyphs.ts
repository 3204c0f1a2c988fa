import type { GlyphsItem } from '../../layout/paged-document.ts';
import type { FontUsages } from '../font/font-usage.ts';
import { baselineShift } from '../font/vertical-cells.ts';
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
  return `${operators}BT\n${placeOf(item, x, y, start)}\n${text.operator()}\nET\n`;
}

/** The operator that places the run; `start` is how far along it begins. */
function placeOf({ turn, face, size }: GlyphsItem, x: number, y: number, start: number): string {
  switch (turn) {
    case undefined:
      return `${decimals(x + start, y)} Td`;
    case 'clockwise':
      return `0 -1 1 0 ${decimals(x, y - start)} Tm`;
    case 'upright':
      return `0 -1 1 0 ${decimals(x - baselineShift(face) * size, y - start)} Tm`;
    case 'counterclockwise':
      return `0 1 -1 0 ${decimals(x, y + start)} Tm`;
  }
}
