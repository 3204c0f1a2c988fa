import type { StyledElement } from '../../style/styled-tree.ts';
import { visitElements } from './page-elements.ts';
import type { PageFragment } from './paginate.ts';

/** Tells what `counter(page)` is on a page, which comes behind the last that was asked for. */
export type PageNumbering = (page: PageFragment) => number;

/**
 * One more than on the page before, or what the first element says that begins on the page and resets the counter
 * (css-page-3 §7.1). Where none does, the elements are not looked at.
 */
export function createPageNumbering(hasRestarts: boolean): PageNumbering {
  const begun = new Set<StyledElement>();
  let number = 0;
  return (page) => {
    let restart: number | undefined;
    if (hasRestarts) {
      visitElements(page, (element) => {
        if (!begun.has(element)) restart ??= element.style.pageNumber;
        begun.add(element);
      });
    }
    number = restart ?? number + 1;
    return number;
  };
}
