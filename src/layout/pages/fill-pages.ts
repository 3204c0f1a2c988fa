import type { Span } from '../../diagnostics/source.ts';
import type { StyledTree } from '../../style/styled-tree.ts';
import { createLayoutContext } from '../create-context.ts';
import type { Fragment } from '../fragment.ts';
import { type LayoutResources, layOutPages } from '../lay-out.ts';
import type { PageFragment } from './paginate.ts';
import { keepCopies, patternsOf, type RowPattern } from './row-patterns.ts';

/**
 * Settles how often each row with `-fill-pages` comes: as often as fits without the document taking more pages than
 * it takes with the row once and, for `-fill-pages: n`, n − 1 more. The rows of a page grow together, each by less
 * than the height of one row shared among them, until the page is full. What is found meanwhile is not told: the
 * pages are laid out again, and then it is.
 */
export function fillPages(tree: StyledTree, resources: LayoutResources): StyledTree {
  const patterns = patternsOf(tree.root);
  if (patterns.length === 0) return tree;
  const counts = new Map<Span, readonly number[]>(patterns.map(({ span }) => [span, [0]]));
  for (const pattern of patterns) {
    const pagesWith = (copies: readonly number[]): readonly PageFragment[] => {
      const filled = keepCopies(tree, new Map(counts).set(pattern.span, copies));
      return layOutPages(filled, createLayoutContext(resources, [])).pages;
    };
    counts.set(pattern.span, settle(pattern, pagesWith));
  }
  return keepCopies(tree, counts);
}

/** What each copy that is kept grows by; pt. */
function settle(
  { span, copies, pages: wanted }: RowPattern,
  pagesWith: (copies: readonly number[]) => readonly PageFragment[],
): readonly number[] {
  const once = pagesWith([0]);
  const most = once.length + wanted - 1;
  const first = once.findIndex((page) => countRows(page, span) > 0);
  const full = pagesWith(new Array<number>(copies).fill(0));
  const landed = full.slice(0, first + wanted).reduce((sum, page) => sum + countRows(page, span), 0);
  let rows = Math.max(1, landed);
  let pages = pagesWith(new Array<number>(rows).fill(0));
  // What comes behind the table needs room as well.
  while (pages.length > most && rows > 1) pages = pagesWith(new Array<number>(--rows).fill(0));
  return pages.flatMap((page) => {
    const own = countRows(page, span);
    return new Array<number>(own).fill(Math.max(0, roomOn(page, span) - rounding) / own);
  });
}

/** Kept free on a page, so that sums of heights cannot come out above it. Pt. */
const rounding = 0.005;

function countRows(page: PageFragment, span: Span): number {
  return page.content ? count(page.content, span) : 0;
}

function count(fragment: Fragment, span: Span): number {
  if (fragment.kind === 'line') return 0;
  if (isRow(fragment, span)) return 1;
  return fragment.children.reduce((sum, child) => sum + count(child, span), 0);
}

function isRow(fragment: Fragment, span: Span): boolean {
  return fragment.kind === 'box' && fragment.box?.style.fillPages !== 0 && fragment.box?.span === span;
}

/** The height that the rows of a page may grow by: what is free below the content, and inside the rows around them. */
function roomOn(page: PageFragment, span: Span): number {
  const { context, content } = page;
  if (!content) return 0;
  const below = context.height - context.marginBottom - content.y - contentBottom(content);
  return below + roomInside(content, span);
}

/** Where the content of a fragment ends: a box that goes on over the page is as high as the page, whatever is in it. */
function contentBottom(fragment: Fragment): number {
  if (fragment.kind === 'line' || fragment.ends.bottom || fragment.cutting === 'parallel')
    return fragment.height;
  return fragment.children.reduce((most, child) => Math.max(most, child.y + contentBottom(child)), 0);
}

/** A row of parallel cells that goes on over the page is as high as the page, whatever is in it. */
function roomInside(fragment: Fragment, span: Span): number {
  if (fragment.kind === 'line' || isRow(fragment, span)) return 0;
  const holder = fragment.children.find((child) => count(child, span) > 0);
  if (!holder) return 0;
  const own =
    fragment.cutting === 'parallel' ? fragment.height - fragment.after - holder.y - holder.height : 0;
  return own + roomInside(holder, span);
}
