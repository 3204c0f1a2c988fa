import type { StyledElement } from '../../style/styled-tree.ts';
import type { InlineContext } from '../box.ts';
import type { Fragment, LinePart } from '../fragment.ts';
import type { PageFragment } from './paginate.ts';

/** Comes to every element of which something stands on a page, in the order of painting; to some several times. */
export function visitElements(page: PageFragment, visit: (element: StyledElement) => void): void {
  const visitInline = (context: InlineContext | undefined): void => {
    if (!context) return;
    // What is outermost begins first.
    visitInline(context.parent);
    if (context.element) visit(context.element);
  };
  const visitPart = (part: LinePart): void => {
    visitInline(part.context);
    if (part.kind === 'atom') visitFragment(part.fragment);
  };
  const visitFragment = (fragment: Fragment): void => {
    if (fragment.kind === 'line') {
      fragment.parts.forEach(visitPart);
      return;
    }
    if (fragment.box?.element) visit(fragment.box.element);
    if (fragment.marker) visitFragment(fragment.marker);
    fragment.children.forEach(visitFragment);
    if (fragment.turned) visitFragment(fragment.turned);
  };
  for (const root of [page.content, page.notes, ...page.fixed]) if (root) visitFragment(root);
}
