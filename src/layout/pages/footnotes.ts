import type { Span } from '../../diagnostics/source.ts';
import type { ComputedStyle } from '../../style/computed-style.ts';
import type { BlockBox, Box } from '../box.ts';
import { anonymousStyle } from '../boxes/anonymous-style.ts';
import { isAtFoot, isPageFloat } from '../boxes/out-of-flow.ts';
import type { Formatting } from '../formatting.ts';
import { type BoxFragment, type Fragment, moved } from '../fragment.ts';
import { type CutResult, cutAt } from '../fragmentation/cut.ts';
import { remainderOf } from '../fragmentation/remainder.ts';
import { whole } from '../fragmentation/rest.ts';
import { strutValue } from '../margins.ts';
import type { PageContext } from './page-context.ts';
import { contentHeight, contentWidth } from './page-strip.ts';

/** The foot of a page with its notes, and what of the last of them goes on to the next page. */
export interface NoteArea {
  /** In page coordinates; undefined where there are no notes. */
  readonly fragment: BoxFragment | undefined;
  /** Pt that the area takes from the content, with the margin above it. */
  readonly height: number;
  readonly pending: readonly Box[];
}

/** No notes. */
const noNotes: NoteArea = { fragment: undefined, height: 0, pending: [] };

/** A page's content, cut so that the notes called in it have room below. */
export interface NotedCut<C> {
  readonly cut: C;
  readonly area: NoteArea;
}

/** The most of a page that notes take; what is more goes on at the foot of the next page. */
const largestShare = 0.7;

/** How exactly the room of the content is found; pt. */
const precision = 0.5;

/**
 * Cuts a page's content so that the notes called in it fit below (css-gcpm-3 §2). `cutTo` cuts the content to a
 * height; `pending` is what earlier pages left of their notes.
 */
export function cutWithNotes<C extends { readonly cut: CutResult }>(
  cutTo: (available: number) => C,
  page: PageContext,
  pending: readonly Box[],
  formatting: Formatting,
): NotedCut<C> {
  const height = contentHeight(page);
  if (formatting.context.footnotes === 0) return { cut: cutTo(height), area: noNotes };
  const areaFor = (cut: C): NoteArea => areaOf([...pending, ...notesIn(cut.cut.head)], page, formatting);
  const carried = areaOf(pending, page, formatting);
  const first = cutTo(height - carried.height);
  const wanted = areaFor(first);
  if (wanted.height <= carried.height) return { cut: first, area: wanted };
  // The content that fits above all notes of the first try fits with fewer; then more may fit, line by line.
  let best = cutTo(height - wanted.height);
  let low = height - wanted.height;
  let high = height - carried.height;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    const tried = cutTo(middle);
    if (areaFor(tried).height <= height - middle) {
      best = tried;
      low = middle;
    } else high = middle;
  }
  return { cut: best, area: areaFor(best) };
}

/** The notes called in a fragment, in reading order, each with those called in it; a repeated header calls none. */
function notesIn(fragment: Fragment): readonly Box[] {
  if (fragment.kind === 'line') return fragment.notes.flatMap((note) => [note, ...calledIn(note)]);
  if (fragment.repeated) return [];
  if (fragment.beside === 'at-foot' && fragment.box) return [fragment.box, ...calledIn(fragment.box)];
  const own = fragment.marker?.notes ?? [];
  const turned = fragment.turned ? notesIn(fragment.turned) : [];
  return [...own, ...turned, ...fragment.children.flatMap(notesIn)];
}

/** The notes called anywhere in a note. */
function calledIn(box: Box): readonly Box[] {
  switch (box.kind) {
    case 'inline-root':
      return box.content.flatMap((part) => {
        if (part.kind === 'atom') return calledIn(part.box);
        if (part.kind !== 'anchor') return [];
        return isAtFoot(part.box.style) ? [part.box, ...calledIn(part.box)] : calledIn(part.box);
      });
    case 'block':
    case 'flex':
      return box.children.flatMap(calledIn);
    case 'table':
      return [...box.captions, ...box.rows.flatMap((row) => row.cells.map((cell) => cell.box))].flatMap(
        calledIn,
      );
    case 'replaced':
      return [];
    case 'turned':
      return calledIn(box.inner);
  }
}

function areaOf(notes: readonly Box[], page: PageContext, formatting: Formatting): NoteArea {
  const first = notes[0];
  if (!first) return noNotes;
  const style = page.boxes.find((box) => box.name === 'footnote')?.style ?? unstyledArea(first.style);
  const floats = notes.filter((note) => isPageFloat(note.style)).map(inFlow);
  const footnotes = notes.filter((note) => !isPageFloat(note.style)).map(inFlow);
  const most = contentHeight(page) * largestShare;
  const laid = formatting.layOut(bothAreas(style, floats, footnotes, first.span), {
    width: contentWidth(page),
    height: undefined,
    independent: true,
    page: 'auto',
  });
  const margin = strutValue(laid.top);
  const room = most - margin;
  const cut = laid.fragment.height > room ? cutAt(whole(laid.fragment), room, 'page') : undefined;
  const left = cut?.rest && remainderOf(cut.rest);
  const shown = left ? cut.head : laid.fragment;
  const fragment = moved(
    shown,
    page.marginLeft + laid.margin.left,
    page.height - page.marginBottom - shown.height - shown.y,
  );
  return {
    fragment,
    height: margin + shown.height,
    pending: left?.kind === 'block' ? left.children : [],
  };
}

/** A note as a box of the area's own flow. */
function inFlow(note: Box): Box {
  return { ...note, style: { ...note.style, float: 'none' } };
}

/** Where no sheet has an `@footnote`, a line's height is kept free above the notes. */
function unstyledArea(style: ComputedStyle): ComputedStyle {
  const plain = anonymousStyle(style);
  return { ...plain, margin: { ...plain.margin, top: { pt: style.fontSize, percent: 0 } } };
}

/** Page floats stand above the footnotes, in no area of their own. */
function bothAreas(
  style: ComputedStyle,
  floats: readonly Box[],
  footnotes: readonly Box[],
  span: Span,
): BlockBox {
  const area = areaBox(style, footnotes, span);
  if (floats.length === 0) return area;
  return areaBox(anonymousStyle(style), footnotes.length > 0 ? [...floats, area] : floats, span);
}

function areaBox(style: ComputedStyle, children: readonly Box[], span: Span): BlockBox {
  return { kind: 'block', style, span, element: undefined, marker: undefined, children };
}
