import type { LineAt } from '../../text/paragraph.ts';
import type { InlineRootBox } from '../box.ts';
import { isFloat } from '../boxes/out-of-flow.ts';
import type { Constraints, Formatting } from '../formatting.ts';
import { type BoxFragment, bottomOf, type Fragment } from '../fragment.ts';
import { type LineRoom, marksBelow } from '../lines/emphasis-room.ts';
import type { Lines } from '../lines/inline.ts';
import { anchorsWithoutLines } from '../lines/line-anchors.ts';
import { lineFragment, type MadeLine } from '../lines/line-fragment.ts';
import { type AtomLayout, type ShapedInline, shapeInline } from '../lines/shape-inline.ts';
import { indentOf } from '../lines/text-indent.ts';
import { isNarrowed } from './float-area.ts';
import { contentBand, type LaidFloat, layOutFloat, takePlace } from './float-blocks.ts';

/** Room for rounding, pt. */
const slack = 0.005;

/** A float that stands in the text. */
interface Anchor {
  /** As the paragraph counts. */
  readonly offset: number;
  readonly float: LaidFloat;
}

/** One inline formatting context while its lines are made. */
interface Run {
  readonly box: InlineRootBox;
  readonly shaped: ShapedInline;
  readonly inner: Constraints;
  readonly formatting: Formatting;
  readonly children: Fragment[];
  /** Floats that are still to come. */
  readonly anchors: Anchor[];
}

/** Whether the lines of a box are as they would be without floats. */
export function isClearOfFloats(box: InlineRootBox, inner: Constraints, formatting: Formatting): boolean {
  const { floats } = inner;
  return !floats || (floats.area.bottom <= floats.y && !formatting.holdsFloats(box));
}

/**
 * Lays out lines one by one, each as wide as floats let it at its height (CSS 2.2 §9.5): a float met in a line stands
 * beside it where it fits, and else below; a line that has no room moves down. Lines are broken first-fit.
 */
export function layOutLinesAmongFloats(
  box: InlineRootBox,
  inner: Constraints,
  atomLayout: AtomLayout,
  formatting: Formatting,
): Lines {
  const shaped = shapeInline(box, inner.width, atomLayout, formatting.context);
  const anchors = anchorsOf(box, shaped, inner, formatting);
  const run: Run = { box, shaped, inner, formatting, children: [], anchors };
  let start = 0;
  let y = 0;
  let before: LineRoom | undefined;
  let anew = true;
  const indentOfLine = indentOf(box, inner.width);
  for (let index = 0; ; index++) {
    const made = nextLine(run, start, y, indentOfLine(index, anew), before);
    if (!made) break;
    anew = made.last;
    start = made.end;
    y = bottomOf(made.line);
    before = made.room;
    run.children.push(made.line, ...made.anchors);
    placeUpTo(run, start, y);
    y = Math.max(y, clearanceBefore(run, start));
  }
  if (start === 0) run.children.push(...anchorsWithoutLines(box, inner.width));
  placeUpTo(run, Number.POSITIVE_INFINITY, y);
  formatting.context.recent.placed(box.shaped);
  return { children: run.children, height: y + marksBelow(before) };
}

/** Where a forced break that clears floats lets the next line start, `next` being its offset. */
function clearanceBefore({ box, shaped, inner }: Run, next: number): number {
  const { area, y } = inner.floats!;
  let top = Number.NEGATIVE_INFINITY;
  box.content.forEach((content, index) => {
    if (content.kind !== 'text' || content.clear === undefined || content.clear === 'none') return;
    if (shaped.paragraph.offsetOf(index) === next - 1) top = area.clearance(content.clear) - y;
  });
  return top;
}

function anchorsOf(
  box: InlineRootBox,
  shaped: ShapedInline,
  inner: Constraints,
  formatting: Formatting,
): Anchor[] {
  return box.content.flatMap((content, index) =>
    content.kind === 'anchor' && isFloat(content.box.style)
      ? [
          {
            offset: shaped.paragraph.offsetOf(index),
            float: layOutFloat(content.box, inner, formatting),
          },
        ]
      : [],
  );
}

/** Places the floats met before an offset, `y` pt down or lower. */
function placeUpTo(run: Run, end: number, y: number): void {
  while (run.anchors[0] && run.anchors[0].offset < end) place(run, y);
}

function place(run: Run, y: number): BoxFragment {
  const fragment = takePlace(run.anchors.shift()!.float, y, run.inner);
  run.children.push(fragment);
  return fragment;
}

/** The line from `start` on, at `y` pt or lower; undefined where no text is left. */
function nextLine(
  run: Run,
  start: number,
  y: number,
  indent: number,
  before: LineRoom | undefined,
): (MadeLine & { readonly end: number; readonly last: boolean }) | undefined {
  const { box, inner, shaped } = run;
  const floats = inner.floats!;
  const within = contentBand(floats, inner.width);
  let top = y;
  let height = 0;
  for (;;) {
    const band = floats.area.band(floats.y + top, height, within);
    const room = band.right - band.left - indent;
    const broken = shaped.paragraph.lineAt(start, room);
    if (!broken) return undefined;
    if (placeMet(run, start, broken, top, room)) continue;
    if (broken.line.width > room + slack && isNarrowed(band, within)) {
      top = (floats.area.nextEdge(floats.y + top) ?? floats.y + top) - floats.y;
      height = 0;
      continue;
    }
    const place = {
      x: band.left - floats.x,
      y: top,
      width: band.right - band.left,
      indent,
      base: inner.width,
      before,
    };
    const made = lineFragment(box, shaped, broken.line, place, run.formatting.context);
    if (
      made.line.height <= height + slack ||
      !isNarrowed(floats.area.band(floats.y + top, made.line.height, within), band)
    )
      return { ...made, end: broken.end, last: broken.line.last };
    height = made.line.height;
  }
}

/** Places the next float where it stands in this line and fits beside it; true where the line has to be broken anew. */
function placeMet(run: Run, start: number, broken: LineAt, top: number, room: number): boolean {
  const anchor = run.anchors[0];
  if (!anchor || anchor.offset >= broken.end) return false;
  const { area, y } = run.inner.floats!;
  const { size, laid } = anchor.float;
  const before = run.shaped.paragraph.measure(start, anchor.offset);
  const clearance = area.clearance(laid.fragment.box!.style.clear);
  const lowered = Math.max(area.lastTop, clearance) > y + top + slack;
  if (before > 0 && (before + size.width > room + slack || lowered)) return false;
  place(run, top);
  return true;
}
