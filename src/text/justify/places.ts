import type { GlyphRun, Line, LinePiece } from '../paragraph.ts';
import { type Gap, gap, gapBetween, gapKind, isDependent, isWordSpace } from './gaps.ts';
import { emOf, type Means } from './means.ts';

/** Rounding of sums, pt. */
const rounding = 1e-6;

/** A glyph after which a line gives way. */
export interface Place {
  /** Index of the piece, and of the glyph in it. */
  readonly piece: number;
  readonly glyph: number;
  readonly gap: Gap;
  /** Pt that it gives before others have to. */
  readonly stretch: number;
  /** Pt that it is wide: of word spaces alone. */
  readonly width: number;
}

interface Neighbour {
  readonly piece: number;
  readonly glyph: number;
  readonly kind: number;
  readonly em: number;
}

/** Where a line gives way, from left to right. */
export function placesIn(line: Line, means: Means): readonly Place[] {
  const places: Place[] = [];
  let last: Neighbour | undefined;
  line.pieces.forEach((piece, index) => {
    if (piece.kind === 'atom') last = undefined;
    if (!isInside(line, piece)) return;
    last = placesInRun(piece, index, means, last, places);
  });
  return places;
}

/** Whether a piece is inside the line's width: hanging white space stands outside. */
export function isInside(line: Line, piece: LinePiece): piece is GlyphRun {
  return piece.kind === 'glyphs' && piece.x < line.width - rounding && piece.x + piece.width > rounding;
}

function placesInRun(
  { glyphs, text, size, level }: GlyphRun,
  piece: number,
  means: Means,
  before: Neighbour | undefined,
  places: Place[],
): Neighbour | undefined {
  const rtl = level % 2 === 1;
  let last = before;
  for (let k = 0; k < glyphs.length; k++) {
    const cluster = glyphs.cluster(k);
    const kind = gapKind(text.codePointAt(cluster) ?? 0);
    const isSpace = isWordSpace(kind);
    const starts = k === 0 || glyphs.cluster(k - 1) !== cluster;
    if (starts && last && !isSpace) {
      const between = rtl ? gapBetween(kind, last.kind) : gapBetween(last.kind, kind);
      const stretch = emOf(means, between) * last.em;
      if (stretch > 0) places.push({ piece: last.piece, glyph: last.glyph, gap: between, stretch, width: 0 });
    }
    const ends = k + 1 === glyphs.length || glyphs.cluster(k + 1) !== cluster;
    if (isSpace && ends) {
      const width = glyphs.advance(k);
      const stretch = width * means.space + size * means.spaceEm;
      places.push({ piece, glyph: k, gap: gap.word, stretch, width });
    }
    last = { piece, glyph: k, kind: isDependent(kind) && last ? last.kind : kind, em: size };
  }
  return last;
}
