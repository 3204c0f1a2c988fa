import type { StyledElement } from '../style/styled-tree.ts';
import { visitElements } from './page-elements.ts';
import type { PageFragment } from './paginate.ts';

/**
 * What `counter(page)` is on each page: one more than on the page before, or what the first element says that begins
 * on the page and resets the counter (css-page-3 §7.1). Where none does, the elements are not looked at.
 */
export function pageNumbers(pages: readonly PageFragment[], hasRestarts: boolean): readonly number[] {
  if (!hasRestarts) return pages.map((_, index) => index + 1);
  const begun = new Set<StyledElement>();
  let number = 0;
  return pages.map((page) => {
    let restart: number | undefined;
    visitElements(page, (element) => {
      if (!begun.has(element)) restart ??= element.style.pageNumber;
      begun.add(element);
    });
    number = restart ?? number + 1;
    return number;
  });
}
