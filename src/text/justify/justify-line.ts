import type { GlyphRun, Line, LinePiece } from '../paragraph.ts';
import { gap } from './gaps.ts';
import type { Means } from './means.ts';
import { type Place, placesIn } from './places.ts';

/** Rounding of sums, pt. */
const rounding = 1e-6;

/** A word space is never narrower than this part of itself. */
const narrowestSpace = 0.5;

/**
 * Spreads a line to a width, or narrows its spaces. What gives way first does so together, each by its measure; then
 * letters, a little; then again the first, as much as it takes.
 */
export function justifyLine(line: Line, width: number, means: Means): Line {
  const spare = width - line.width;
  if (Math.abs(spare) < rounding) return line;
  const places = placesIn(line, means);
  const extra = spare < 0 ? narrowed(places, spare) : spread(places, spare, means);
  return extra ? withExtra(line, places, extra, width) : line;
}

/** What each place gets; undefined where nothing can be done. */
function spread(
  places: readonly Place[],
  spare: number,
  { lettersFirst }: Means,
): readonly number[] | undefined {
  const isSecond = (place: Place) => place.gap === gap.letter && !lettersFirst;
  const first = sumOf(places, (place) => !isSecond(place));
  if (first === 0) return undefined;
  const letters = sumOf(places, isSecond);
  const bySecond = Math.min(Math.max(0, spare - first), letters);
  const byFirst = spare - bySecond;
  return places.map((place) =>
    isSecond(place) ? (place.stretch * bySecond) / letters : (place.stretch * byFirst) / first,
  );
}

/** Spaces give by their widths, and no more than they may. */
function narrowed(places: readonly Place[], spare: number): readonly number[] | undefined {
  const spaces = places.reduce((sum, { width }) => sum + width, 0);
  if (spaces === 0) return undefined;
  const given = Math.max(spare, -spaces * (1 - narrowestSpace));
  return places.map(({ width }) => (width * given) / spaces);
}

function sumOf(places: readonly Place[], counts: (place: Place) => boolean): number {
  let sum = 0;
  for (const place of places) if (counts(place)) sum += place.stretch;
  return sum;
}

/** The line with its places opened. */
function withExtra(line: Line, places: readonly Place[], extra: readonly number[], width: number): Line {
  const byPiece = new Map<number, Float64Array>();
  places.forEach(({ piece, glyph }, index) => {
    let more = byPiece.get(piece);
    if (!more) {
      more = new Float64Array((line.pieces[piece] as GlyphRun).glyphs.length);
      byPiece.set(piece, more);
    }
    more[glyph]! += extra[index]!;
  });
  let shift = 0;
  const pieces = line.pieces.map((piece, index): LinePiece => {
    const x = piece.x + shift;
    const more = byPiece.get(index);
    if (!more || piece.kind !== 'glyphs') return { ...piece, x };
    const sum = more.reduce((all, each) => all + each, 0);
    shift += sum;
    return { ...piece, x, width: piece.width + sum, glyphs: piece.glyphs.widened(more) };
  });
  const reached = line.width + shift;
  return { ...line, pieces, width: Math.abs(reached - width) < rounding ? width : reached };
}
