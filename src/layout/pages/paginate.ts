import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Break } from '../../style/computed-style.ts';
import { type Flow, isVertical, lineSides } from '../../style/flow.ts';
import type { PageRule } from '../../style/rules.ts';
import type { Box } from '../box.ts';
import { checkOverflow, type OverflowCheck, overflowDiagnostics } from '../checks/check-overflow.ts';
import type { Formatting } from '../formatting.ts';
import type { BoxFragment } from '../fragment.ts';
import { breakBetween, isForced } from '../fragmentation/breaks.ts';
import { slack } from '../fragmentation/choose-break.ts';
import { type CutResult, cutAt } from '../fragmentation/cut.ts';
import {
  beginsBesideFloats,
  carriesFloats,
  type DeferredFloat,
  floatsMovedWhole,
  remainderOf,
  withoutFloats,
} from '../fragmentation/remainder.ts';
import { type Rest, whole } from '../fragmentation/rest.ts';
import { cutWithNotes } from './footnotes.ts';
import { type PageContext, pageContext, turnedPage } from './page-context.ts';
import { contentWidth, fixedOn, layOutStrip, type StripState } from './page-strip.ts';

/** A page with its content, in the page's coordinates; a blank page has none. */
export interface PageFragment {
  /** As the lines of the content see it; the coordinates of all that is on it are those of this page. */
  readonly context: PageContext;
  /** As it is printed: another one where the lines are vertical. */
  readonly paper: PageContext;
  readonly content: BoxFragment | undefined;
  readonly name: string;
  /** Boxes that stand on every page, in the page's coordinates. */
  readonly fixed: readonly BoxFragment[];
  /** The footnotes, in the page's coordinates. */
  readonly notes: BoxFragment | undefined;
}

/** Most pages of a document. */
const maxPages = 500;

interface State {
  /** How many pages there are. */
  count: number;
  /** What each of them holds; kept only where positioned boxes must know of it. */
  readonly contents: (BoxFragment | undefined)[];
  /** What is not laid out yet, behind the rest. */
  readonly stretches: Box[];
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
  readonly flow: Flow;
  readonly strips: StripState;
  readonly overflow: OverflowCheck;
  /** Of the root. */
  readonly span: Span;
  /** Pages must be known as a whole: boxes stand at places of their own, or on every page. */
  readonly isPositioned: boolean;
}

/**
 * The pages of a document, one after the other (css-page-3, css-break-3). A stretch is laid out in one strip when the
 * pages come to it, and cut into them; it is taken out of `stretches`, so that what is done can be let go. All that is
 * wrong is told by the end.
 */
export function* paginate(
  stretches: Box[],
  rules: readonly PageRule[],
  formatting: Formatting,
  { writingMode, direction }: Flow,
): Generator<PageFragment, void> {
  const { span } = stretches[0]!;
  const isPositioned = formatting.holdsPositioned(stretches[0]!);
  const strips: StripState = { formatting, fixed: [] };
  const flow = { writingMode, direction };
  const paper: Paper = { rules, flow, strips, overflow: new Map(), span, isPositioned };
  const pages = cutPages(firstState(stretches, paper), paper);
  if (!isPositioned) yield* pages;
  else for (const page of [...pages]) yield { ...page, fixed: fixedOn(page.context, strips) };
}

function* cutPages(state: State, paper: Paper): Generator<PageFragment, void> {
  while (state.rest && state.count < maxPages) {
    const page = nextPage(state, paper);
    if (paper.isPositioned) state.contents.push(page.content);
    state.count++;
    yield page;
  }
  const { diagnostics } = paper.strips.formatting.context;
  diagnostics.push(...overflowDiagnostics(paper.overflow));
  if (state.rest) diagnostics.push(tooManyPages(paper.span));
}

function firstState(stretches: Box[], paper: Paper): State {
  const { rules, flow } = paper;
  const first = turnedPage(firstPage(stretches[0]!, rules, flow), flow.writingMode);
  const strip = layOutStretch(stretches, first, paper)!;
  return {
    count: 0,
    contents: [],
    stretches,
    rest: whole(strip),
    forced: strip.breakBefore,
    width: contentWidth(first),
    deferred: [],
    notes: [],
  };
}

/** Lays the next stretch out; undefined where there is none. */
function layOutStretch(stretches: Box[], page: PageContext, paper: Paper): BoxFragment | undefined {
  const box = stretches.shift();
  if (!box) return undefined;
  const strip = layOutStrip(box, page, [], paper.strips);
  checkOverflow(strip, contentWidth(page), paper.span, paper.overflow);
  return strip;
}

function tooManyPages(span: Span): Diagnostic {
  const message = `the document takes more than ${maxPages} pages`;
  return diagnose('pages-exceeded', message, span, 'Make several documents of it');
}

/** The first page of a document. */
export function firstPage(root: Box, rules: readonly PageRule[], flow: Flow): PageContext {
  return pageContext(rules, { name: firstName(root), first: true, right: !runsToLeft(flow), blank: false });
}

/** Whether the pages follow each other to the left (css-page-3 §3.1). */
export function runsToLeft({ writingMode, direction }: Flow): boolean {
  if (isVertical(writingMode)) return lineSides(writingMode).top === 'right';
  return direction === 'rtl';
}

function firstName(box: Box): string {
  if (box.style.page !== 'auto') return box.style.page;
  const child = box.kind === 'block' ? box.children[0] : undefined;
  return child ? firstName(child) : 'auto';
}

function nextPage(state: State, settings: Paper): PageFragment {
  const { rules, flow, strips } = settings;
  const index = state.count;
  const name = startPageOf(state.rest!);
  const right = isRight(index, runsToLeft(flow));
  const key = { name, first: index === 0, right, blank: false };
  if (needsBlank(state.forced, right)) {
    state.forced = 'auto';
    const paper = pageContext(rules, { ...key, blank: true });
    const context = turnedPage(paper, flow.writingMode);
    return { context, paper, content: undefined, name, fixed: [], notes: undefined };
  }
  const paper = pageContext(rules, key);
  const context = turnedPage(paper, flow.writingMode);
  const start = startOfPage(state, context, strips);
  const top = index === 0 ? start.fragment.marginTop : 0;
  const cutTo = (available: number) => cutPage(start, context, available - top, state.contents, strips);
  const { cut: made, area } = cutWithNotes(cutTo, context, state.notes, strips.formatting);
  const { cut, deferred } = made;
  const content = { ...cut.head, x: context.marginLeft + start.fragment.x, y: context.marginTop + top };
  state.rest = cut.rest;
  state.forced = cut.forced;
  state.deferred = deferred;
  state.notes = area.pending;
  if (!cut.rest) goOn(state, start, context, settings);
  return { context, paper, content, name, fixed: [], notes: area.fragment };
}

/** Behind the end of a stretch comes the next one, or what of the last page had no room on it. */
function goOn(state: State, { fragment }: Rest, page: PageContext, paper: Paper): void {
  const next = layOutStretch(state.stretches, page, paper);
  if (next) {
    state.rest = whole(next);
    state.forced = breakBetween(fragment, next);
  } else if (state.deferred.length > 0 || state.notes.length > 0) state.rest = nothingOf(fragment);
}

/** What is left, laid out anew where its width or the floats beside it are others than it was laid out for. */
function startOfPage(state: State, context: PageContext, strips: StripState): Rest {
  const rest = state.rest!;
  const width = contentWidth(context);
  const stands =
    Math.abs(width - state.width) <= slack &&
    state.deferred.length === 0 &&
    !carriesFloats(rest) &&
    !(state.count > 0 && beginsBesideFloats(rest));
  const box = stands ? undefined : remainderOf(rest, state.deferred);
  if (!box) return rest;
  state.width = width;
  return continuing(layOutStrip(box, context, state.contents, strips), isForced(state.forced));
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
function nothingOf(fragment: BoxFragment): Rest {
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
