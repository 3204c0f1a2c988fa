import type { ComputedStyle } from '../style/computed-style.ts';
import type { LineRange } from './break-lines.ts';
import { endsLine, hangs } from './character.ts';
import type { Glyphs } from './glyphs.ts';
import { withHyphen } from './hyphenation/draw-hyphen.ts';
import type { MeasuredText, ShapedRun } from './measured-text.ts';
import { styleAt } from './measured-text.ts';
import type { Line, LinePiece } from './paragraph.ts';
import { isTransparent } from './paragraph-text.ts';
import { reorder } from './reorder.ts';
import { shapeRun, sizeOf } from './shape-run.ts';
import { atTabStops } from './tab-stops.ts';
import { lineEdges, withEdges } from './text-spacing.ts';

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
  const content = contentOf(measured, range, tail.start, room);
  const rest = piecesOf(measured, tail.start, range.end, range.hyphen, base);
  const isHanging = (piece: LinePiece) => piece.kind === 'glyphs';
  const ordered = reorder([...content, ...rest.filter((p) => !isHanging(p))]);
  const hasTabs = base % 2 === 0 && measured.text.text.slice(range.start, tail.start).includes('\t');
  const inside = hasTabs ? atTabStops(ordered, paragraph.tabSize) : ordered;
  const outside = rest.filter(isHanging);
  const width = inside.reduce((sum, piece) => sum + piece.width, 0);
  const overhang = outside.reduce((sum, piece) => sum + piece.width, 0);
  const pieces = base % 2 === 1 ? [...outside.reverse(), ...inside] : [...inside, ...outside];
  let x = base % 2 === 1 ? 0 - overhang : 0;
  const placed = pieces.map((piece): LinePiece => {
    const result = { ...piece, x };
    x += piece.width;
    return result;
  });
  return { pieces: placed, width, last: range.last, level: base };
}

/** The pieces before what hangs, in logical order, with the spacing of the line's edges. */
function contentOf(
  measured: MeasuredText,
  range: LineRange,
  end: number,
  room: number,
): readonly LinePiece[] {
  const pieces = piecesOf(measured, range.start, end, range.hyphen, undefined);
  const { spacing } = measured.source;
  const edges = spacing && lineEdges(measured.text, spacing, range.start, end);
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
    size: sizeOf(run, style),
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
