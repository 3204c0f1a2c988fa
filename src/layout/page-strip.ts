import type { Box } from './box.ts';
import type { Formatting } from './formatting.ts';
import { type BoxFragment, moved } from './fragment.ts';
import { strutValue } from './margins.ts';
import type { PageContext } from './page-context.ts';
import { type Found, layOutFixed, placePositioned } from './place-positioned.ts';
import type { ContainingBlock } from './position-box.ts';

/** Width of a page's area; pt. */
export function contentWidth(page: PageContext): number {
  return page.width - page.marginLeft - page.marginRight;
}

/** Height of a page's area; pt. */
export function contentHeight(page: PageContext): number {
  return page.height - page.marginTop - page.marginBottom;
}

/** Lays a root box out in one strip as wide as a page; boxes that stand on every page go to `fixed`, each once. */
export function layOutStrip(
  root: Box,
  page: PageContext,
  formatting: Formatting,
  fixed: Found[],
): BoxFragment {
  const [width, height] = [contentWidth(page), contentHeight(page)];
  const laid = formatting.layOut(root, { width, height, independent: true, page: 'auto' });
  const marginTop = strutValue(laid.top);
  const { left } = laid.margin;
  const strip = { ...moved(laid.fragment, left, 0), marginTop };
  if (!formatting.holdsPositioned(root)) return strip;
  const initial = { ...areaOf(page, root.style.direction), x: -left, y: -marginTop };
  const placed = placePositioned(strip, initial, formatting);
  for (const found of placed.fixed) {
    if (!fixed.some(({ box }) => box === found.box)) fixed.push(found);
  }
  return placed.fragment;
}

/** Boxes of `position: fixed` are placed in the area of each page anew; in page coordinates. */
export function fixedOn(
  context: PageContext,
  fixed: readonly Found[],
  formatting: Formatting,
): readonly BoxFragment[] {
  return fixed.map((found) => {
    const area = areaOf(context, found.box.style.direction);
    return moved(layOutFixed(found, area, formatting), context.marginLeft, context.marginTop);
  });
}

function areaOf(page: PageContext, direction: 'ltr' | 'rtl'): ContainingBlock {
  return { x: 0, y: 0, width: contentWidth(page), height: contentHeight(page), direction };
}
