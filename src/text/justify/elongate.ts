import type { MeasuredText } from '../measured-text.ts';
import type { GlyphRun, Line, LinePiece } from '../paragraph.ts';
import type { Glyphs } from '../shaping/glyphs.ts';
import { shapeRun, shapingSource } from '../shaping/shape-run.ts';
import { type KashidaPlace, kashidaPlaces } from './kashida-places.ts';
import { isInside } from './places.ts';

const arabic = /[\u0620-\u06ff\u0750-\u077f]/;
const tatweel = '\u0640';

/** Characters around a stretch that decide how its ends join. */
const context = 16;

/** Strokes that a word may get: more would draw attention to it. */
const mostStrokes = 3;

/** A place in a line. */
interface Candidate extends KashidaPlace {
  readonly piece: number;
  /** Pt that one stroke takes. */
  readonly advance: number;
}

/**
 * A line of joined letters with strokes drawn longer until at most `spare` pt are filled: glyphs of the face's tatweel, which
 * stand for no text. The best places come first, one stroke each, then more. The same line where it has no place, or its
 * face no such glyph.
 */
export function elongate(measured: MeasuredText, line: Line, spare: number): Line {
  const candidates = candidatesIn(line);
  const strokes = chooseStrokes(candidates, spare);
  for (let count = strokes.length; count > 0; count--) {
    const longer = withStrokes(measured, line, strokes.slice(0, count));
    // Shapes that change with their neighbours may be wider than the strokes alone.
    if (longer.width <= line.width + spare) return longer;
  }
  return line;
}

function candidatesIn(line: Line): readonly Candidate[] {
  return line.pieces.flatMap((piece, index): Candidate[] => {
    if (!isInside(line, piece) || piece.level % 2 === 0 || !arabic.test(piece.text)) return [];
    const glyph = piece.face.glyphOf(tatweel.codePointAt(0)!);
    const advance = (piece.face.advanceOf(glyph) * piece.size) / piece.face.unitsPerEm;
    if (glyph === 0 || advance <= 0) return [];
    return kashidaPlaces(piece.text).map((place) => ({ ...place, piece: index, advance }));
  });
}

/** As many as fit, by priority, and of equals those towards the line's end; each place once, then each again. */
function chooseStrokes(candidates: readonly Candidate[], spare: number): readonly Candidate[] {
  const ordered = [...candidates].sort((a, b) => a.priority - b.priority || a.piece - b.piece || b.at - a.at);
  const strokes: Candidate[] = [];
  let left = spare;
  for (let round = 0; round < mostStrokes; round++) {
    for (const candidate of ordered) {
      if (candidate.advance > left) return strokes;
      left -= candidate.advance;
      strokes.push(candidate);
    }
  }
  return strokes;
}

function withStrokes(measured: MeasuredText, line: Line, strokes: readonly Candidate[]): Line {
  let shift = 0;
  const pieces = line.pieces.map((piece, index): LinePiece => {
    const x = piece.x + shift;
    const own = strokes.filter((stroke) => stroke.piece === index);
    if (own.length === 0 || piece.kind !== 'glyphs') return { ...piece, x };
    const glyphs = reshaped(measured, piece, own);
    const width = glyphs.width();
    shift += width - piece.width;
    return { ...piece, x, glyphs, width };
  });
  return { ...line, pieces, width: line.width + shift };
}

/** A run's glyphs with tatweels in its text: so the letters join as the face has it. Their clusters are the run's own. */
function reshaped(measured: MeasuredText, piece: GlyphRun, strokes: readonly Candidate[]): Glyphs {
  const { text, runs, runAt, source } = measured;
  const start = text.segments.find(({ item }) => item === piece.item)!.start + piece.offset;
  const { run, style } = runs[runAt[start]!]!;
  const before = source.shaped.slice(Math.max(0, start - context), start);
  const end = start + piece.text.length;
  const longer = lengthened(piece.text, strokes);
  const shaped = shapeRun(
    shapingSource(before + longer.text + source.shaped.slice(end, end + context), undefined),
    { ...run, start: before.length, end: before.length + longer.text.length },
    style,
  );
  return shaped.glyphs.map((glyph) => ({
    ...glyph,
    cluster: longer.clusters[glyph.cluster - before.length]!,
  }));
}

/** A text with its strokes; of each character, the cluster it is of: a letter's marks and strokes are one with it. */
function lengthened(
  text: string,
  strokes: readonly Candidate[],
): { readonly text: string; readonly clusters: readonly number[] } {
  let result = '';
  const clusters: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const here = strokes.filter((stroke) => stroke.at === at);
    for (const { after } of here) {
      result += tatweel;
      clusters.fill(after, clusters.indexOf(after));
      clusters.push(after);
    }
    result += text[at];
    clusters.push(at);
  }
  return { text: result, clusters };
}
