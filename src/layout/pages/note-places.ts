import { textOf } from '../boxes/structure.ts';
import type { BoxFragment, Fragment, LineFragment } from '../fragment.ts';
import { mapPoint, multiply, type Rectangle } from '../geometry.ts';
import { frameIn, onPage } from '../lines/line-frame.ts';
import type { PagePainter } from '../paint/painter.ts';
import { isMark } from '../paint/stacking.ts';
import { transformOf } from '../paint/style-transform.ts';

/** What of a page comes before: whether there is text or a picture, which a reader takes for its beginning. */
export interface ReadSoFar {
  ink: boolean;
}

/**
 * Notes bookmarks, destinations and named strings where elements start, in the order of the document, which is not
 * that of painting. The fragment's parent starts at (x, y).
 */
export function notePlaces(
  painter: PagePainter,
  fragment: Fragment,
  x: number,
  y: number,
  sofar: ReadSoFar,
): void {
  if (fragment.kind === 'line') return noteLine(painter, fragment, x, y, sofar);
  if (fragment.repeated || isMark(fragment)) return;
  const { box, offset, width, height } = fragment;
  const left = x + fragment.x + (offset?.x ?? 0);
  const top = y + fragment.y + (offset?.y ?? 0);
  const area = onPage(painter.frame, { x: left, y: top, width, height });
  const transform = box && transformOf(box.style, area);
  const outer = painter.transform;
  const own = transform ? { ...painter, transform: outer ? multiply(outer, transform) : transform } : painter;
  if (box?.kind !== 'turned') note(own, fragment, area.x, area.y, sofar);
  if (box?.kind === 'replaced' && box.leaf !== undefined) sofar.ink = true;
  if (fragment.marker) noteLine(own, fragment.marker, left, top, sofar);
  for (const child of fragment.children) notePlaces(own, child, left, top, sofar);
  for (const child of fragment.positioned) notePlaces(own, child, left, top, sofar);
  if (fragment.turned) noteTurned(own, fragment.turned, area, sofar);
}

function noteTurned(painter: PagePainter, inner: BoxFragment, area: Rectangle, sofar: ReadSoFar): void {
  const frame = frameIn(inner.box!.style.writingMode, area);
  notePlaces({ ...painter, frame }, inner, frame ? 0 : area.x, frame ? 0 : area.y, sofar);
}

function noteLine(painter: PagePainter, line: LineFragment, x: number, y: number, sofar: ReadSoFar): void {
  for (const part of line.parts) {
    if (part.kind === 'text') sofar.ink = true;
    else if (part.kind === 'atom') notePlaces(painter, part.fragment, x + line.x, y + line.y, sofar);
  }
}

function note(
  painter: PagePainter,
  { box, ends }: BoxFragment,
  x: number,
  y: number,
  sofar: ReadSoFar,
): void {
  const element = box?.element;
  if (!element || !ends.top) return;
  const { painting, page } = painter;
  const [left, top] = painter.transform ? mapPoint(painter.transform, x, y) : [x, y];
  const destination = { page, x: left, y: top };
  const id = element.attributes.id;
  if (id !== undefined && id !== '') painting.destinations[id] ??= destination;
  const level = element.style.bookmarkLevel;
  if (level > 0) painting.outline.push({ title: textOf(element.children), level, destination });
  const strings = painting.pages[page]!.strings;
  for (const [name, text] of Object.entries(element.style.stringSet)) {
    const before = strings.get(name);
    const atStart = before?.atStart ?? !sofar.ink;
    strings.set(name, { first: before?.first ?? text, last: text, atStart });
  }
}
