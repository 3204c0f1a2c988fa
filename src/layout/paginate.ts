import type { Break } from '../style/computed-style.ts';
import type { PageRule } from '../style/rules.ts';
import type { Box } from './box.ts';
import { isForced } from './breaks.ts';
import { checkOverflow } from './check-overflow.ts';
import { slack } from './choose-break.ts';
import { type CutResult, cutAt } from './cut.ts';
import { cutWithNotes } from './footnotes.ts';
import type { Formatting } from './formatting.ts';
import type { BoxFragment } from './fragment.ts';
import { type PageContext, pageContext } from './page-context.ts';
import { contentWidth, fixedOn, layOutStrip, type StripState } from './page-strip.ts';
import {
  carriesFloats,
  type DeferredFloat,
  floatsMovedWhole,
  remainderOf,
  withoutFloats,
} from './remainder.ts';
import { type Rest, whole } from './rest.ts';

/** A page with its content, in the page's coordinates; a blank page has none. */
export interface PageFragment {
  readonly context: PageContext;
  readonly content: BoxFragment | undefined;
  readonly name: string;
  /** Boxes that stand on every page, in the page's coordinates. */
  readonly fixed: readonly BoxFragment[];
  /** The footnotes, in the page's coordinates. */
  readonly notes: BoxFragment | undefined;
}

/** Most pages of a document. */
export const maxPages = 500;

/** A document's pages; not whole where it would have had more than `maxPages`. */
export interface Pagination {
  readonly pages: PageFragment[];
  readonly isWhole: boolean;
}

interface State {
  readonly pages: PageFragment[];
  rest: Rest | undefined;
  /** The break that led to the next page. */
  forced: Break;
  /** Width that the strip is laid out for; pt. */
  width: number;
  /** Floats that had no room on the last page. */
  deferred: readonly DeferredFloat[];
  /** What is left of the footnotes of earlier pages. */
  notes: readonly Box[];
}

/** What the pages of a document are made with. */
interface Paper {
  readonly rules: readonly PageRule[];
  readonly rightToLeft: boolean;
  readonly strips: StripState;
}

/** Lays the root box out in one strip and cuts it into pages (css-page-3, css-break-3). */
export function paginate(
  root: Box,
  rules: readonly PageRule[],
  formatting: Formatting,
  rightToLeft: boolean,
): Pagination {
  const first = pageContext(rules, { name: firstName(root), first: true, right: !rightToLeft, blank: false });
  const strips: StripState = { formatting, fixed: [] };
  const strip = layOutStrip(root, first, [], strips);
  const width = contentWidth(first);
  formatting.context.diagnostics.push(...checkOverflow(strip, width, root.span));
  const state: State = {
    pages: [],
    rest: whole(strip),
    forced: strip.breakBefore,
    width,
    deferred: [],
    notes: [],
  };
  while (state.rest && state.pages.length < maxPages) addPage(state, { rules, rightToLeft, strips });
  const pages = state.pages.map((page) => ({ ...page, fixed: fixedOn(page.context, strips) }));
  return { pages, isWhole: state.rest === undefined };
}

function firstName(box: Box): string {
  if (box.style.page !== 'auto') return box.style.page;
  const child = box.kind === 'block' ? box.children[0] : undefined;
  return child ? firstName(child) : 'auto';
}

function addPage(state: State, { rules, rightToLeft, strips }: Paper): void {
  const index = state.pages.length;
  const name = startPageOf(state.rest!);
  const right = isRight(index, rightToLeft);
  const key = { name, first: index === 0, right, blank: false };
  if (needsBlank(state.forced, right)) {
    state.pages.push({
      context: pageContext(rules, { ...key, blank: true }),
      content: undefined,
      name,
      fixed: [],
      notes: undefined,
    });
    state.forced = 'auto';
    return;
  }
  const context = pageContext(rules, key);
  const start = startOfPage(state, context, strips);
  const top = index === 0 ? start.fragment.marginTop : 0;
  const before = contentsOf(state);
  const cutTo = (available: number) => cutPage(start, context, available - top, before, strips);
  const { cut: made, area } = cutWithNotes(cutTo, context, state.notes, strips.formatting);
  const { cut, deferred } = made;
  const content = { ...cut.head, x: context.marginLeft + start.fragment.x, y: context.marginTop + top };
  state.pages.push({ context, content, name, fixed: [], notes: area.fragment });
  const isLeft = deferred.length > 0 || area.pending.length > 0;
  state.rest = cut.rest ?? (isLeft ? nothingOf(start) : undefined);
  state.forced = cut.forced;
  state.deferred = deferred;
  state.notes = area.pending;
}

/** What is left, laid out anew where its width or the floats beside it are others than it was laid out for. */
function startOfPage(state: State, context: PageContext, strips: StripState): Rest {
  const rest = state.rest!;
  const width = contentWidth(context);
  const stands =
    Math.abs(width - state.width) <= slack && state.deferred.length === 0 && !carriesFloats(rest);
  const box = stands ? undefined : remainderOf(rest, state.deferred);
  if (!box) return rest;
  state.width = width;
  return continuing(layOutStrip(box, context, contentsOf(state), strips), isForced(state.forced));
}

function contentsOf({ pages }: State): readonly (BoxFragment | undefined)[] {
  return pages.map(({ content }) => content);
}

/** A strip that starts with a page: the margin at its top stays at a forced break only (css-break-3 §5.2). */
function continuing(strip: BoxFragment, keepsMargin: boolean): Rest {
  const rest = whole(strip);
  if (keepsMargin) return rest;
  const shift = rest.lead;
  return { ...rest, continued: true, lead: 0, shift, height: rest.height - shift };
}

/** How often a page is laid out again for floats that turn out to have no room on it. */
const attempts = 4;

/**
 * Cuts a page's worth off. Text closes up around floats that have no room on the page: it is laid out again without
 * them, and they start the next one.
 */
function cutPage(
  start: Rest,
  context: PageContext,
  available: number,
  before: readonly (BoxFragment | undefined)[],
  strips: StripState,
): { readonly cut: CutResult; readonly deferred: readonly DeferredFloat[] } {
  let cut = cutAt(start, available, 'page');
  const deferred: DeferredFloat[] = [];
  for (let attempt = 0; attempt < attempts && cut.rest; attempt++) {
    const moved = floatsMovedWhole(cut.rest);
    const box = moved.length > 0 ? remainderOf(start) : undefined;
    if (!box) break;
    deferred.push(...moved);
    const strip = layOutStrip(
      withoutFloats(box, new Set(deferred.map((float) => float.box))),
      context,
      before,
      strips,
    );
    cut = cutAt(start.continued ? continuing(strip, start.lead > 0) : whole(strip), available, 'page');
  }
  return { cut, deferred };
}

/** All of the flow is on the page, but not all of its floats and notes. */
function nothingOf({ fragment }: Rest): Rest {
  const index = fragment.children.length;
  return { ...whole(fragment), continued: true, index, lead: 0, height: 0 };
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
