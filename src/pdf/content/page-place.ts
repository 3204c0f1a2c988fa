import { type Matrix, multiply } from '../../layout/geometry.ts';
import type { Page } from '../../layout/paged-document.ts';

/** Turns a place of the page, from the top left of its trim, into PDF's, from the bottom left of its media. */
export interface PagePlace {
  x(x: number): number;
  y(y: number): number;
  /** The same as a map. */
  readonly matrix: Matrix;
  /** A map of the page's coordinates as one of PDF's. */
  map(matrix: Matrix): Matrix;
}

/** The page's coordinates as PDF's: the bleed lies around the trim, and the slug around the bleed. */
export function pagePlace(page: Pick<Page, 'height' | 'bleed' | 'slug'>): PagePlace {
  const left = page.bleed + page.slug;
  const top = page.height + left;
  const matrix: Matrix = [1, 0, 0, -1, left, top];
  const back: Matrix = [1, 0, 0, -1, -left, top];
  return {
    x: (x) => x + left,
    y: (y) => top - y,
    matrix,
    map: (inner) => multiply(matrix, multiply(inner, back)),
  };
}
