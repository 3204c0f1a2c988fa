import type { Break } from '../style/computed-style.ts';
import type { PageRule } from '../style/rules.ts';
import type { Box } from './box.ts';
import { isForced } from './breaks.ts';
import { slack } from './choose-break.ts';
import { cutAt } from './cut.ts';
import type { Formatting } from './formatting.ts';
import { type BoxFragment, moved } from './fragment.ts';
import { strutValue } from './margins.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { remainderOf } from './remainder.ts';
import { type Rest, whole } from './rest.ts';

/** A page with its content, in the page's coordinates; a blank page has none. */
export interface PageFragment {
  readonly context: PageContext;
  readonly content: BoxFragment | undefined;
  readonly name: string;
}

/** Most pages of a document. */
export const maxPages = 500;

/** A document's pages; not whole where it would have had more than `maxPages`. */
export interface Pagination {
  readonly pages: readonly PageFragment[];
  readonly isWhole: boolean;
}

interface State {
  readonly pages: PageFragment[];
  rest: Rest | undefined;
  /** The break that led to the next page. */
  forced: Break;
  /** Width that the strip is laid out for; pt. */
  width: number;
  /** The strip starts with the next page. */
  fresh: boolean;
}

/** Lays the root box out in one strip and cuts it into pages (css-page-3, css-break-3). */
export function paginate(
  root: Box,
  rules: readonly PageRule[],
  formatting: Formatting,
  rightToLeft: boolean,
): Pagination {
  const first = pageContext(rules, { name: firstName(root), first: true, right: !rightToLeft, blank: false });
  const strip = layOutStrip(root, first, formatting);
  const width = contentWidth(first);
  const state: State = { pages: [], rest: whole(strip), forced: strip.breakBefore, width, fresh: true };
  while (state.rest && state.pages.length < maxPages) addPage(state, rules, rightToLeft, formatting);
  return { pages: state.pages, isWhole: state.rest === undefined };
}

function firstName(box: Box): string {
  if (box.style.page !== 'auto') return box.style.page;
  const child = box.kind === 'block' ? box.children[0] : undefined;
  return child ? firstName(child) : 'auto';
}

function contentWidth(page: PageContext): number {
  return page.width - page.marginLeft - page.marginRight;
}

function layOutStrip(root: Box, page: PageContext, formatting: Formatting): BoxFragment {
  const width = contentWidth(page);
  const height = page.height - page.marginTop - page.marginBottom;
  const laid = formatting.layOut(root, { width, height, independent: !root.continued, page: 'auto' });
  return { ...moved(laid.fragment, laid.margin.left, 0), marginTop: strutValue(laid.top) };
}

function addPage(
  state: State,
  rules: readonly PageRule[],
  rightToLeft: boolean,
  formatting: Formatting,
): void {
  const index = state.pages.length;
  const name = startPageOf(state.rest!);
  const right = isRight(index, rightToLeft);
  const key = { name, first: index === 0, right, blank: false };
  if (needsBlank(state.forced, right)) {
    state.pages.push({ context: pageContext(rules, { ...key, blank: true }), content: undefined, name });
    state.forced = 'auto';
    return;
  }
  const context = pageContext(rules, key);
  const available = context.height - context.marginTop - context.marginBottom;
  if (Math.abs(contentWidth(context) - state.width) > slack) layOutAgain(state, context, formatting);
  const rest = state.rest!;
  const keepsMargin = state.fresh && (index === 0 || isForced(state.forced));
  const top = keepsMargin ? rest.fragment.marginTop : 0;
  const cut = cutAt(rest, available - top, 'page');
  const content = { ...cut.head, x: context.marginLeft + rest.fragment.x, y: context.marginTop + top };
  state.pages.push({ context, content, name });
  state.rest = cut.rest;
  state.forced = cut.forced;
  state.fresh = false;
}

/** What is left is laid out for the width of the page that it goes on with. */
function layOutAgain(state: State, context: PageContext, formatting: Formatting): void {
  const box = remainderOf(state.rest!);
  if (!box) return;
  state.rest = whole(layOutStrip(box, context, formatting));
  state.width = contentWidth(context);
  state.fresh = true;
}

/** The page name in use where a rest starts. */
function startPageOf(rest: Rest): string {
  const child = rest.fragment.children[rest.index];
  if (rest.first) return startPageOf(rest.first);
  return child?.kind === 'box' ? child.startPage : rest.fragment.startPage;
}

/** The first page of a left-to-right document is a right page (css-page-3 §3.1). */
function isRight(index: number, rightToLeft: boolean): boolean {
  return (index % 2 === 0) !== rightToLeft;
}

function needsBlank(forced: Break, right: boolean): boolean {
  return (
    (forced === 'left' && right) ||
    ((forced === 'right' || forced === 'recto') && !right) ||
    (forced === 'verso' && right)
  );
}
