import type { ParagraphStyle } from '../../style/paragraph-style.ts';
import type { GlyphRun, LinePiece } from '../paragraph.ts';
import { type Glyph, Glyphs } from '../shaping/glyphs.ts';
import { tabAdvance } from '../shaping/shape-run.ts';

/** A tab that would be narrower than this part of a space goes on to the next stop. */
const leastPart = 0.5;

/** The pieces of a left-to-right line, in visual order, with each tab as wide as it is to the next stop. */
export function atTabStops(pieces: readonly LinePiece[], tabSize: ParagraphStyle['tabSize']): LinePiece[] {
  let x = 0;
  return pieces.map((piece) => {
    const stopped =
      piece.kind === 'glyphs' && piece.level % 2 === 0 && piece.text.includes('\t')
        ? withStops(piece, x, tabSize)
        : piece;
    x += stopped.width;
    return stopped;
  });
}

function withStops(run: GlyphRun, start: number, tabSize: ParagraphStyle['tabSize']): GlyphRun {
  const { face, size, text } = run;
  const space = (face.advanceOf(face.glyphOf(0x20)) * size) / face.unitsPerEm;
  let x = start;
  const glyphs = [...run.glyphs].map((glyph): Glyph => {
    const isTab = text.charCodeAt(glyph.cluster) === 0x09;
    const advance = isTab ? toNextStop(x, tabAdvance(tabSize, space), space) : glyph.advance;
    x += advance;
    return { ...glyph, advance };
  });
  const stopped = Glyphs.of(glyphs);
  return { ...run, glyphs: stopped, width: stopped.width() };
}

/** Pt from `x` to the next stop; stops are `interval` pt apart (css-text-3 §4.2). */
function toNextStop(x: number, interval: number, space: number): number {
  if (interval <= 0) return 0;
  const next = (Math.floor(x / interval) + 1) * interval - x;
  return next < leastPart * space ? next + interval : next;
}
