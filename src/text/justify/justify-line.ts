import type { GlyphRun, Line, LinePiece } from '../paragraph.ts';
import { clusterStretch, letterStretch, spaceStretch, wideStretch } from './elasticity.ts';
import { type Gap, gap, gapBetween, gapKind, isDependent, isWordSpace } from './gaps.ts';

/** Rounding of sums, pt. */
const rounding = 1e-6;

/** A word space is never narrower than this part of itself. */
const narrowestSpace = 0.5;

/** A glyph after which the line gives way. */
interface Place {
  readonly piece: number;
  readonly glyph: number;
  readonly gap: Gap;
  /** Pt that it gives before others have to; of a word space, half its own width. */
  readonly stretch: number;
}

/**
 * Spreads a line to a width, or narrows its spaces. Word spaces, gaps beside ideographs and between clusters give way
 * together, each by its measure; then letters, a little; then again the first, as much as it takes.
 */
export function justifyLine(line: Line, width: number): Line {
  const spare = width - line.width;
  if (Math.abs(spare) < rounding) return line;
  const places = placesIn(line);
  const extra = spare < 0 ? narrowed(places, spare) : spread(places, spare);
  return extra ? withExtra(line, places, extra, width) : line;
}

/** What each place gets; undefined where nothing can be done. */
function spread(places: readonly Place[], spare: number): readonly number[] | undefined {
  const first = sumOf(places, (place) => place.gap !== gap.letter);
  if (first === 0) return undefined;
  const letters = sumOf(places, (place) => place.gap === gap.letter);
  const byLetters = Math.min(Math.max(0, spare - first), letters);
  const byFirst = spare - byLetters;
  return places.map(({ gap: each, stretch }) =>
    each === gap.letter ? (stretch * byLetters) / (letters || 1) : (stretch * byFirst) / first,
  );
}

function narrowed(places: readonly Place[], spare: number): readonly number[] | undefined {
  const stretch = sumOf(places, (place) => place.gap === gap.word);
  if (stretch === 0) return undefined;
  const most = (stretch / spaceStretch) * (1 - narrowestSpace);
  const given = Math.max(spare, -most);
  return places.map((place) => (place.gap === gap.word ? (place.stretch * given) / stretch : 0));
}

function sumOf(places: readonly Place[], counts: (place: Place) => boolean): number {
  let sum = 0;
  for (const place of places) if (counts(place)) sum += place.stretch;
  return sum;
}

/** The line with its places opened. */
function withExtra(line: Line, places: readonly Place[], extra: readonly number[], width: number): Line {
  const byPiece = new Map<number, Map<number, number>>();
  places.forEach(({ piece, glyph }, index) => {
    const inPiece = byPiece.get(piece) ?? new Map<number, number>();
    byPiece.set(piece, inPiece.set(glyph, extra[index]!));
  });
  let shift = 0;
  const pieces = line.pieces.map((piece, index): LinePiece => {
    const x = piece.x + shift;
    const opened = byPiece.get(index);
    if (!opened || piece.kind !== 'glyphs') return { ...piece, x };
    let more = 0;
    for (const each of opened.values()) more += each;
    shift += more;
    const glyphs = piece.glyphs.map((glyph, k) => {
      const add = opened.get(k);
      return add ? { ...glyph, advance: glyph.advance + add } : glyph;
    });
    return { ...piece, x, width: piece.width + more, glyphs };
  });
  return {
    ...line,
    pieces,
    width: Math.abs(line.width + shift - width) < rounding ? width : line.width + shift,
  };
}

/** Pieces inside the line's width: hanging white space stands outside. */
function isInside(line: Line, piece: LinePiece): piece is GlyphRun {
  return piece.kind === 'glyphs' && piece.x < line.width - rounding && piece.x + piece.width > rounding;
}

/** Where a line gives way, from left to right. */
function placesIn(line: Line): Place[] {
  const places: Place[] = [];
  let last:
    | { readonly piece: number; readonly glyph: number; readonly kind: number; readonly em: number }
    | undefined;
  line.pieces.forEach((piece, index) => {
    if (piece.kind === 'atom') last = undefined;
    if (!isInside(line, piece)) return;
    const { glyphs, text, size } = piece;
    const rtl = piece.level % 2 === 1;
    for (let k = 0; k < glyphs.length; k++) {
      const cluster = glyphs.cluster(k);
      const kind = gapKind(text.codePointAt(cluster) ?? 0);
      const isSpace = isWordSpace(kind);
      const starts = k === 0 || glyphs.cluster(k - 1) !== cluster;
      if (starts && last && !isSpace) {
        const between = rtl ? gapBetween(kind, last.kind) : gapBetween(last.kind, kind);
        const stretch = stretchOf(between) * last.em;
        if (stretch > 0) places.push({ piece: last.piece, glyph: last.glyph, gap: between, stretch });
      }
      const ends = k + 1 === glyphs.length || glyphs.cluster(k + 1) !== cluster;
      if (isSpace && ends)
        places.push({ piece: index, glyph: k, gap: gap.word, stretch: glyphs.advance(k) * spaceStretch });
      last = { piece: index, glyph: k, kind: isDependent(kind) && last ? last.kind : kind, em: size };
    }
  });
  return places;
}

/** Em that a gap gives; a word space is measured by itself. */
function stretchOf(each: Gap): number {
  switch (each) {
    case gap.wide:
      return wideStretch;
    case gap.cluster:
      return clusterStretch;
    case gap.letter:
      return letterStretch;
    default:
      return 0;
  }
}
