import type { Box } from '../box.ts';
import type { Formatting } from '../formatting.ts';
import { type BoxFragment, type Fragment, moved } from '../fragment.ts';
import { strutValue } from '../margins.ts';
import { type Found, layOutFixed, placePositioned } from '../place-positioned.ts';
import type { ContainingBlock } from '../position-box.ts';
import type { PageContext } from './page-context.ts';

/** What strips share over the pages of a document. */
export interface StripState {
  readonly formatting: Formatting;
  /** Boxes that stand on every page, as they are found. */
  readonly fixed: Found[];
}

/** Width of a page between its margins; pt. */
export function contentWidth(page: PageContext): number {
  return page.width - page.marginLeft - page.marginRight;
}

/** Height of a page between its margins; pt. */
export function contentHeight(page: PageContext): number {
  return page.height - page.marginTop - page.marginBottom;
}

/**
 * Lays a box out in one endless strip of a page's width, with its positioned boxes in their places. `before` is what
 * earlier pages hold: positioned boxes there do not come again.
 */
export function layOutStrip(
  root: Box,
  page: PageContext,
  before: readonly (BoxFragment | undefined)[],
  { formatting, fixed }: StripState,
): BoxFragment {
  const area = areaOf(page, root.style.direction);
  const { width, height } = area;
  const laid = formatting.layOut(root, { width, height, independent: true, page: 'auto' });
  const marginTop = strutValue(laid.top);
  const { left } = laid.margin;
  const strip = { ...moved(laid.fragment, left, 0), marginTop };
  if (!formatting.holdsPositioned(root)) return strip;
  const initial = { ...area, x: -left, y: -marginTop - before.length * height };
  const placed = placePositioned(strip, initial, positionedIn(before), formatting);
  for (const found of placed.fixed) {
    if (!fixed.some(({ box }) => box === found.box)) fixed.push(found);
  }
  return placed.fragment;
}

function areaOf(page: PageContext, direction: 'ltr' | 'rtl'): ContainingBlock {
  return { x: 0, y: 0, width: contentWidth(page), height: contentHeight(page), direction };
}

function positionedIn(pages: readonly (BoxFragment | undefined)[]): ReadonlySet<Box> {
  const boxes = new Set<Box>();
  const visit = (fragment: Fragment): void => {
    if (fragment.kind === 'line') {
      for (const part of fragment.parts) if (part.kind === 'atom') visit(part.fragment);
      return;
    }
    for (const { box } of fragment.positioned) if (box) boxes.add(box);
    fragment.positioned.forEach(visit);
    fragment.children.forEach(visit);
  };
  for (const page of pages) if (page) visit(page);
  return boxes;
}

/** The boxes that stand on every page, in the area of one; in the page's coordinates. */
export function fixedOn(page: PageContext, { fixed, formatting }: StripState): readonly BoxFragment[] {
  return fixed.map((found) => {
    const area = areaOf(page, found.box.style.direction);
    return moved(layOutFixed(found, area, formatting), page.marginLeft, page.marginTop);
  });
}
