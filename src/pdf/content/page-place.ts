import type { Page } from '../../layout/paged-document.ts';

/** Turns a place of the page, from the top left of its trim, into PDF's, from the bottom left of its media. */
export interface PagePlace {
  x(x: number): number;
  y(y: number): number;
}

/** The page's coordinates as PDF's: the bleed lies around the trim. */
export function pagePlace(page: Page): PagePlace {
  return { x: (x) => x + page.bleed, y: (y) => page.height + page.bleed - y };
}
