import type { ComputedStyle } from '../style/computed-style.ts';
import { type LineRange, tolerance } from './breaking/break-lines.ts';
import { endsLine, hangs } from './character.ts';
import { withHyphen } from './hyphenation/draw-hyphen.ts';
import type { MeasuredText, ShapedRun } from './measured-text.ts';
import { styleAt } from './measured-text.ts';
import type { Line, LinePiece } from './paragraph.ts';
import { isTransparent } from './paragraph-text.ts';
import { placeEdges } from './place-edges.ts';
import { reorder } from './reorder.ts';
import type { Glyphs } from './shaping/glyphs.ts';
import { shapeRun, sizeOf } from './shaping/shape-run.ts';
import { type Hung, hungOf, withoutHung } from './spacing/hanging-punctuation.ts';
import { atTabStops } from './spacing/tab-stops.ts';
import { lineEdges, withEdges } from './spacing/text-spacing.ts';

/** The end of a line's text: where what is left of it after hanging white space begins. */
export interface Tail {
  /** Everything before is content. */
  readonly start: number;
  /** Pt of the white space in it. */
  readonly hanging: number;
}

/** The white space at a line's end; edges and controls among it stay with the content. */
export function tailOf(measured: MeasuredText, start: number, end: number, paragraph: ComputedStyle): Tail {
  const { text, prefix } = measured;
  let at = end;
  let hanging = 0;
  while (at > start) {
    const unit = text.text.charCodeAt(at - 1);
    const transparent = isTransparent(text, at - 1);
    if (!transparent && !endsLine(unit)) {
      if (!hangs(unit) || styleAt(text, at - 1, paragraph).whiteSpace === 'pre') break;
      hanging += prefix[at]! - prefix[at - 1]!;
    }
    at--;
  }
  return { start: at, hanging };
}

/**
 * Lays a line's pieces out in visual order; the white space at its end hangs outside, at the side of the end. `room`
 * is the width that the line has, for a mark at its end that is whole where it can be; pt.
 */
export function placeLine(
  measured: MeasuredText,
  range: LineRange,
  paragraph: ComputedStyle,
  room: number,
): Line {
  const tail = tailOf(measured, range.start, range.end, paragraph);
  const base = measured.levels.baseAt(range.start);
  const hung = hungOn(measured, range, tail.start, paragraph, room);
  const content = contentOf(measured, range, { start: range.start, end: tail.start, hung }, room);
  const rest = piecesOf(measured, tail.start, range.end, range.hyphen, base);
  const isHanging = (piece: LinePiece) => piece.kind === 'glyphs';
  const ordered = reorder([...content, ...rest.filter((p) => !isHanging(p))]);
  const hasTabs = base % 2 === 0 && measured.text.text.slice(range.start, tail.start).includes('\t');
  const isMixed = base % 2 === 1 || ordered.some(({ level }) => level % 2 === 1);
  const visual = isMixed ? placeEdges(ordered, measured.text.items) : ordered;
  const inside = hasTabs ? atTabStops(visual, paragraph.tabSize) : visual;
  const before = hung ? hanging(piecesOf(measured, range.start, hung.from, -1, undefined)) : [];
  const after = hung ? hanging(hungAtEnd(measured, range, hung, tail.start)) : [];
  const outside = [...after, ...rest.filter(isHanging)];
  const width = widthOf(inside);
  const pieces =
    base % 2 === 1 ? [...outside.reverse(), ...inside, ...before] : [...before, ...inside, ...outside];
  let x = 0 - widthOf(base % 2 === 1 ? outside : before);
  const placed = pieces.map((piece): LinePiece => {
    const result = { ...piece, x };
    x += piece.width;
    return result;
  });
  return { pieces: placed, width, last: range.last, level: base };
}

function widthOf(pieces: readonly LinePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}

function hanging(pieces: readonly LinePiece[]): readonly LinePiece[] {
  return pieces.map((piece) => (piece.kind === 'glyphs' ? { ...piece, hangs: true } : piece));
}

/** The punctuation that hangs outside of a line; what may hang stays inside where there is room. */
function hungOn(
  measured: MeasuredText,
  range: LineRange,
  end: number,
  { hangingPunctuation }: ComputedStyle,
  room: number,
): Hung | undefined {
  if (!hangingPunctuation) return undefined;
  const { prefix, text } = measured;
  const isLast = range.end === text.text.length;
  const line = { start: range.start, end, hyphen: range.hyphen, isLast };
  const hung = hungOf(measured, hangingPunctuation, line);
  if (!hung || hangingPunctuation.end !== 'allow' || hung.after === 0) return hung;
  const drawn = range.hyphen < 0 ? 0 : hung.after;
  const isRoom = prefix[end]! - prefix[hung.from]! + drawn <= room + tolerance;
  return isRoom ? hungOf(measured, { ...hangingPunctuation, end: 'none' }, line) : hung;
}

/** What hangs at the end, in logical order; a hyphen that no character of the text stands for is a piece of its own. */
function hungAtEnd(measured: MeasuredText, range: LineRange, hung: Hung, end: number): readonly LinePiece[] {
  const pieces = piecesOf(measured, hung.to, end, range.hyphen, undefined);
  if (hung.after === 0 || range.hyphen < 0 || range.hyphen >= hung.to) return pieces;
  const shaped = measured.runs[measured.runAt[range.hyphen]!]!;
  const last = glyphPiece(measured, shaped, range.hyphen, range.hyphen + 1, -1, undefined);
  if (last.kind !== 'glyphs') return pieces;
  const hyphen = withHyphen({ glyphs: last.glyphs.slice(0, 0, 0), text: '' }, shaped, 0);
  const width = hyphen.glyphs.width();
  return [...pieces, { ...last, ...hyphen, offset: last.offset + 1, width }];
}

/** Where a line's content starts and ends, and what of it hangs. */
interface Content {
  readonly start: number;
  readonly end: number;
  readonly hung: Hung | undefined;
}

/** The pieces between what hangs, in logical order, with the spacing of the line's edges. */
function contentOf(
  measured: MeasuredText,
  range: LineRange,
  { start, end, hung }: Content,
  room: number,
): readonly LinePiece[] {
  const hyphen = hung && hung.after > 0 ? -1 : range.hyphen;
  const pieces = piecesOf(measured, hung?.from ?? start, hung?.to ?? end, hyphen, undefined);
  const { spacing } = measured.source;
  const edges = spacing && withoutHung(lineEdges(measured.text, spacing, start, end), hung);
  return edges ? withEdges(pieces, edges, room) : pieces;
}

/** The pieces of a stretch in logical order, at x 0. `level` overrides their own. */
function piecesOf(
  measured: MeasuredText,
  start: number,
  end: number,
  hyphen: number,
  level: number | undefined,
): LinePiece[] {
  const { text, runAt, runs, levels } = measured;
  const pieces: LinePiece[] = [];
  for (let at = start; at < end; ) {
    const index = runAt[at]!;
    if (index >= 0) {
      const shaped = runs[index]!;
      const to = Math.min(end, shaped.run.end);
      pieces.push(glyphPiece(measured, shaped, at, to, hyphen, level));
      at = to;
      continue;
    }
    const segment = text.segments[text.segmentAt[at]!]!;
    if (segment.kind === 'atom' || segment.kind === 'edge') {
      const item = text.items[segment.item]!;
      const width = item.kind === 'text' ? 0 : item.width;
      const own = levels.levels[at]!;
      pieces.push({ kind: segment.kind, item: segment.item, level: own, x: 0, width });
    }
    at++;
  }
  return pieces;
}

function glyphPiece(
  measured: MeasuredText,
  shaped: ShapedRun,
  start: number,
  end: number,
  hyphen: number,
  level: number | undefined,
): LinePiece {
  const { run, style } = shaped;
  const segment = measured.text.segments[measured.text.segmentAt[start]!]!;
  const plain = {
    glyphs: glyphsOf(measured, shaped, start, end),
    text: measured.text.text.slice(start, end),
  };
  const { glyphs, text } =
    hyphen >= start && hyphen < end ? withHyphen(plain, shaped, hyphen - start) : plain;
  return {
    kind: 'glyphs',
    item: run.item,
    face: run.face.stored.face,
    size: sizeOf(run, style) * shaped.scale,
    ...(run.upright && { upright: run.upright }),
    glyphs,
    text,
    offset: start - segment.start,
    level: level ?? run.level,
    x: 0,
    width: glyphs.width(),
  };
}

/** Glyphs of a part of a run: a slice of what was shaped, or shaped again where an end is not safe to break at. */
function glyphsOf(measured: MeasuredText, shaped: ShapedRun, start: number, end: number): Glyphs {
  const { run, style } = shaped;
  const safe = (at: number) => at === run.start || at === run.end || !measured.unsafe[at];
  if (safe(start) && safe(end)) return stretch(shaped.glyphs, start, end, run.level % 2 === 1);
  return stretch(shapeRun(measured.source, run, style, start, end).glyphs, start, end, run.level % 2 === 1);
}

function stretch(glyphs: Glyphs, start: number, end: number, rtl: boolean): Glyphs {
  const count = glyphs.length;
  // Clusters ascend, in right-to-left runs they descend.
  const first = lowerBound(count, (i) => (rtl ? glyphs.cluster(i) < end : glyphs.cluster(i) >= start));
  const last = lowerBound(count, (i) => (rtl ? glyphs.cluster(i) < start : glyphs.cluster(i) >= end));
  return glyphs.slice(first, last, start);
}

/** The first index from which a monotone test holds. */
function lowerBound(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
