import { endsLine } from '../character.ts';
import type { HalvingLookup } from '../fonts/halving.ts';
import type { LinePiece } from '../paragraph.ts';
import { isTransparent, type ParagraphText } from '../paragraph-text.ts';
import type { Glyph, Glyphs } from '../shaping/glyphs.ts';
import type { TextRun } from '../shaping/itemize.ts';
import { findGaps } from './autospace.ts';
import { findTrims, type Trim } from './punctuation-trim.ts';

/** What East Asian spacing takes off a text's advances and adds to them. Offsets are into the paragraph's text. */
export interface TextSpacing {
  /** By offset of the mark. */
  readonly trims: ReadonlyMap<number, Trim>;
  /** Pt behind a character, by the offset at which it ends; none at the end of a line. */
  readonly gaps: ReadonlyMap<number, number>;
}

/** How a character's glyph changes along its line; pt. */
interface Change {
  readonly advance: number;
  readonly shift: number;
}

/** What the edges of a line change in its first and its last character. */
export interface LineEdges {
  readonly first: Change | undefined;
  readonly last: Change | undefined;
  /** Pt that the last character has more where the line has room for them, and how it changes then. */
  readonly spare: number;
  readonly lastWhole: Change | undefined;
}

/** The spacing of a paragraph; undefined where it has none, as most have. */
export function findSpacing(
  text: ParagraphText,
  runs: readonly TextRun[],
  halvingOf: HalvingLookup,
): TextSpacing | undefined {
  const trims = findTrims(text, runs, halvingOf);
  const gaps = gapsBeside(findGaps(text), runs);
  return trims || gaps ? { trims: trims ?? new Map(), gaps: gaps ?? new Map() } : undefined;
}

/** Letters and digits that stand upright in a vertical line are no other script's there (css-text-4 §8.4). */
function gapsBeside(
  gaps: ReadonlyMap<number, number> | undefined,
  runs: readonly TextRun[],
): ReadonlyMap<number, number> | undefined {
  if (!gaps || !runs.some((run) => run.upright)) return gaps;
  const lies = (at: number): boolean => {
    const index = runs.findIndex((run) => run.end >= at);
    return [runs[index], runs[index]?.end === at ? runs[index + 1] : undefined].some(
      (run) => run && !run.upright,
    );
  };
  return new Map([...gaps].filter(([at]) => lies(at)));
}

/** A run's glyphs with the spacing that they have inside a line, which ends at `end`; their clusters are offsets into the text. */
export function withSpacing(
  glyphs: Glyphs,
  { trims, gaps }: TextSpacing,
  run: Pick<TextRun, 'end' | 'level' | 'upright'>,
): Glyphs {
  const { end, upright } = run;
  const rtl = run.level % 2 === 1;
  const changes = new Map<number, Change>();
  const count = glyphs.length;
  for (let i = 0; i < count; i++) {
    const at = glyphs.cluster(i);
    const trim = trims.get(at);
    if (trim?.paired) changes.set(i, trimmed(trim));
    // The gap stands behind all glyphs of the character: on the right, or on the left of one that runs to the left.
    const isOutermost = rtl
      ? i === 0 || glyphs.cluster(i - 1) !== at
      : i + 1 === count || glyphs.cluster(i + 1) !== at;
    const next = rtl
      ? i === 0
        ? end
        : glyphs.cluster(i - 1)
      : i + 1 === count
        ? end
        : glyphs.cluster(i + 1);
    const gap = isOutermost ? gaps.get(next) : undefined;
    if (gap) changes.set(i, { advance: gap, shift: rtl ? gap : 0 });
  }
  return changes.size === 0 ? glyphs : changed(glyphs, changes, upright);
}

/** What the edges of a line from `start` to `end` change; `end` is where its content ends. */
export function lineEdges(
  text: ParagraphText,
  spacing: TextSpacing,
  start: number,
  end: number,
): LineEdges | undefined {
  const edges = { first: startEdge(text, spacing, start, end), ...endEdge(text, spacing, start, end) };
  return edges.first || edges.last || edges.spare > 0 ? edges : undefined;
}

/** Pt that the edge at a line's start, and that at its end, makes it wider by. */
export interface EdgeWidths {
  start(offset: number): number;
  end(offset: number): number;
}

/** The widths of a text's edges, each found once: breaking asks for many lines that start or end alike. */
export function edgeWidths(text: ParagraphText, spacing: TextSpacing): EdgeWidths {
  const [starts, ends] = [new Map<number, number>(), new Map<number, number>()];
  const once = (known: Map<number, number>, offset: number, find: () => Change | undefined): number => {
    const found = known.get(offset);
    if (found !== undefined) return found;
    const width = find()?.advance ?? 0;
    known.set(offset, width);
    return width;
  };
  return {
    start: (offset) => once(starts, offset, () => startEdge(text, spacing, offset, text.text.length)),
    end: (offset) => once(ends, offset, () => endEdge(text, spacing, 0, offset).last),
  };
}

function startEdge(
  text: ParagraphText,
  spacing: TextSpacing,
  start: number,
  end: number,
): Change | undefined {
  let first = start;
  while (first < end && isTransparent(text, first)) first++;
  const opening = spacing.trims.get(first);
  return opening?.side === 'open' ? firstChange(opening, isFirstLine(text, start)) : undefined;
}

function endEdge(
  text: ParagraphText,
  spacing: TextSpacing,
  start: number,
  end: number,
): Omit<LineEdges, 'first'> {
  let last = end;
  while (last > start && isTransparent(text, last - 1)) last--;
  const closing = spacing.trims.get(last - 1);
  if (closing?.side === 'close') return closingEdge(closing);
  const gap = spacing.gaps.get(last);
  return { ...plainEnd, last: gap ? { advance: -gap, shift: 0 } : undefined };
}

function widened(edges: LineEdges | undefined): number {
  return (edges?.first?.advance ?? 0) + (edges?.last?.advance ?? 0);
}

/** A line's pieces, in logical order, with its edges. `room` is the line's width, pt. */
export function withEdges(
  pieces: readonly LinePiece[],
  edges: LineEdges,
  room: number,
): readonly LinePiece[] {
  const result = [...pieces];
  const first = pieces.findIndex((piece) => piece.kind === 'glyphs');
  const last = pieces.findLastIndex((piece) => piece.kind === 'glyphs');
  change(result, first, edges.first, (glyphs) => boundary(glyphs, -1));
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0) + widened(edges);
  const fits = edges.spare > 0 && width + edges.spare <= room + 0.001;
  change(result, last, fits ? edges.lastWhole : edges.last, (glyphs) => boundary(glyphs, 1));
  return result;
}

function trimmed({ amount, shift }: Trim): Change {
  return { advance: -amount, shift };
}

function whole({ amount, shift }: Trim): Change {
  return { advance: amount, shift: -shift };
}

function isFirstLine({ text }: ParagraphText, start: number): boolean {
  return start === 0 || endsLine(text.charCodeAt(start - 1));
}

function firstChange(mark: Trim, isFirst: boolean): Change | undefined {
  const goes =
    mark.trim === 'trim-start' ||
    mark.trim === 'trim-both' ||
    mark.trim === 'trim-all' ||
    (mark.trim === 'space-first' && !isFirst);
  if (goes === mark.paired) return undefined;
  return goes ? trimmed(mark) : whole(mark);
}

const plainEnd = { spare: 0, lastWhole: undefined } as const;

/** At the end of a line the half goes where the line is too narrow for it: that is how lines are measured. */
function closingEdge(mark: Trim): Omit<LineEdges, 'first'> {
  const always = mark.trim === 'trim-both' || mark.trim === 'trim-all';
  return {
    last: mark.paired ? undefined : trimmed(mark),
    spare: always ? 0 : mark.amount,
    // What a mark on the next line had trimmed gets its half back.
    lastWhole: mark.paired ? whole(mark) : undefined,
  };
}

function change(
  pieces: LinePiece[],
  index: number,
  by: Change | undefined,
  glyphAt: (glyphs: Glyphs) => number,
): void {
  const piece = pieces[index];
  if (!by || piece?.kind !== 'glyphs' || piece.glyphs.length === 0) return;
  const glyphs = changed(piece.glyphs, new Map([[glyphAt(piece.glyphs), by]]), piece.upright);
  pieces[index] = { ...piece, glyphs, width: glyphs.width() };
}

/** The index of the glyph of the first (-1) or the last character (1). */
function boundary(glyphs: Glyphs, side: -1 | 1): number {
  let found = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const difference = (glyphs.cluster(i) - glyphs.cluster(found)) * side;
    if (difference > 0 || (difference === 0 && side > 0)) found = i;
  }
  return found;
}

function changed(glyphs: Glyphs, changes: ReadonlyMap<number, Change>, upright: TextRun['upright']): Glyphs {
  return glyphs.map((glyph, i): Glyph => {
    const by = changes.get(i);
    if (!by) return glyph;
    const moved = upright ? { dy: glyph.dy - by.shift } : { dx: glyph.dx + by.shift };
    return { ...glyph, advance: glyph.advance + by.advance, ...moved };
  });
}
