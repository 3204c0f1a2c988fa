import type { Box } from '../box.ts';
import { isFormattingRoot } from '../boxes/out-of-flow.ts';
import type { Constraints, Formatting, Laid } from '../formatting.ts';
import type { BoxFragment } from '../fragment.ts';
import { leadingMargin } from '../leading-margin.ts';
import type { Strut } from '../margins.ts';
import { clampWidth, edgesOf, inlineStart } from '../sizing.ts';
import { type Band, type FloatPlace, type FloatSize, isNarrowed } from './float-area.ts';

/** Room for rounding, pt. */
const slack = 0.005;

/** How often a box is laid out again because its margins turned out other than they looked. */
const attempts = 3;

/** A block-level box that was laid out, and its place. */
export interface PlacedBlock {
  readonly laid: Laid;
  /** From the bottom border edge of the box above. */
  readonly margin: number;
  /** From the containing block's left content edge. */
  readonly x: number;
  /** Clearance keeps its margin from the margins above. */
  readonly cleared: boolean;
}

/** A float that was laid out but has no place yet. */
export interface LaidFloat {
  readonly laid: Laid;
  /** Of its margin box. */
  readonly size: FloatSize;
}

/** Lays a float out: its width shrinks to its content (CSS 2.2 §10.3.5). */
export function layOutFloat(box: Box, inner: Constraints, formatting: Formatting): LaidFloat {
  const { width, height, page } = inner;
  const laid = formatting.layOut(box, { width, height, page, shrink: true, independent: true });
  const { fragment, margin } = laid;
  const size = {
    width: margin.left + fragment.width + margin.right,
    height: margin.top + fragment.height + margin.bottom,
  };
  return { laid, size };
}

/** Lays out a float and puts it at its side, `y` pt below the containing block's content edge or lower. */
export function placeFloat(box: Box, y: number, inner: Constraints, formatting: Formatting): BoxFragment {
  return takePlace(layOutFloat(box, inner, formatting), y, inner);
}

/** Puts a float at its side (CSS 2.2 §9.5.1); the fragment is placed in the containing block's content box. */
export function takePlace({ laid, size }: LaidFloat, y: number, inner: Constraints): BoxFragment {
  const floats = inner.floats!;
  const { fragment, margin } = laid;
  const style = fragment.box!.style;
  const side = style.float === 'right' ? 'right' : 'left';
  const from = Math.max(floats.y + y, floats.area.clearance(style.clear));
  const place = floats.area.place(side, size, from, contentBand(floats, inner.width));
  return {
    ...fragment,
    x: place.x - floats.x + margin.left,
    y: place.y - floats.y + margin.top,
    marginTop: margin.top,
    beside: 'float',
  };
}

/** A content box's stretch across, in the coordinates of its floats. */
export function contentBand(floats: FloatPlace, width: number): Band {
  return { left: floats.x, right: floats.x + width };
}

/**
 * Lays out a block-level box that floats may reach, or that holds some. Where it stands depends on margins that are
 * known only when it is laid out: they are looked at beforehand, and it is laid out again where that was wrong. `y` is
 * the bottom border edge above it, `marginOf` the distance from there for a margin of its own.
 */
export function layOutAmongFloats(
  box: Box,
  y: number,
  marginOf: (strut: Strut) => number,
  inner: Constraints,
  formatting: Formatting,
): PlacedBlock {
  const floats = inner.floats!;
  const { area } = floats;
  const mark = area.mark();
  let expected = marginOf(leadingMargin(box, inner.width));
  for (let attempt = 1; ; attempt++) {
    const clearance = area.clearance(box.style.clear) - floats.y - y;
    const cleared = clearance > expected + slack;
    const margin = cleared ? clearance : expected;
    const placed = isFormattingRoot(box)
      ? layOutBeside(box, y, margin, inner, formatting)
      : layOutThrough(box, y, margin, inner, formatting);
    const actual = marginOf(placed.laid.top);
    if (Math.abs(actual - expected) <= slack || attempt === attempts) return { ...placed, cleared };
    area.reset(mark);
    expected = actual;
  }
}

type Placed = Omit<PlacedBlock, 'cleared'>;

/** A box whose content stands in the same formatting context: floats shorten its lines, not itself. */
function layOutThrough(
  box: Box,
  y: number,
  margin: number,
  inner: Constraints,
  formatting: Formatting,
): Placed {
  const floats = { ...inner.floats!, y: inner.floats!.y + y + margin };
  const laid = formatting.layOut(box, { ...inner, floats });
  return { laid, margin, x: inlineStart(box.style, laid.margin, laid.fragment.width, inner) };
}

/** A box that floats cannot overlap: beside them where it fits, narrower if it may be, or else below (CSS 2.2 §9.5). */
function layOutBeside(
  box: Box,
  y: number,
  margin: number,
  inner: Constraints,
  formatting: Formatting,
): Placed {
  const floats = inner.floats!;
  const { area } = floats;
  const edges = edgesOf(box.style, inner.width);
  const within = {
    left: floats.x + edges.margin.left,
    right: floats.x + inner.width - edges.margin.right,
  };
  let top = floats.y + y + margin;
  let height = 0;
  for (;;) {
    const band = area.band(top, height, within);
    const laid = layOutWithin(box, band, within, inner, formatting);
    const { fragment } = laid;
    const fits = fragment.width <= band.right - band.left + slack || !isNarrowed(band, within);
    const taller = fragment.height > height + slack;
    if (fits && (!taller || !isNarrowed(area.band(top, fragment.height, within), band))) {
      const free = { left: band.left - within.left, right: within.right - band.right };
      const { left, right } = laid.margin;
      const beside = { ...laid.margin, left: left + free.left, right: right + free.right };
      const x = inlineStart(box.style, beside, fragment.width, inner);
      return { laid, margin: top - floats.y - y, x };
    }
    if (fits) {
      height = fragment.height;
      continue;
    }
    const edge = area.nextEdge(top);
    if (edge === undefined) return { laid, margin: top - floats.y - y, x: laid.margin.left };
    top = edge;
    height = 0;
  }
}

/** An automatic width fills the room between the floats, or shrinks into it where the box does so anyway. */
function layOutWithin(box: Box, band: Band, within: Band, inner: Constraints, formatting: Formatting): Laid {
  const constraints = { ...inner, floats: undefined };
  if (!isNarrowed(band, within) || box.style.width !== 'auto' || box.kind === 'replaced') {
    return formatting.layOut(box, constraints);
  }
  const { horizontal } = edgesOf(box.style, inner.width);
  const room = Math.max(0, band.right - band.left);
  const limits = box.kind === 'table' ? formatting.intrinsic(box) : undefined;
  const asked = limits ? Math.min(Math.max(limits.min, room), limits.max) : room;
  const clamped = clampWidth(Math.max(0, asked - horizontal), box.style, inner.width, horizontal);
  return formatting.layOut(box, { ...constraints, borderWidth: clamped + horizontal });
}
