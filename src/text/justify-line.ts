import { separatesWords } from './character.ts';
import type { GlyphRun, Line, LinePiece } from './paragraph.ts';

/** Han, kana and their punctuation: lines of them without spaces are spread between characters. */
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** The glyph after which a line is stretched: index of its piece and of the glyph in it. */
interface Gap {
  readonly piece: number;
  readonly glyph: number;
}

/** Stretches a line to a width: its word spaces, or the gaps between ideographs where it has no space. */
export function justifyLine(line: Line, width: number): Line {
  const spare = width - line.width;
  if (spare <= 0) return line;
  const spaces = wordGaps(line);
  const gaps = spaces.length > 0 ? spaces : ideographGaps(line);
  if (gaps.length === 0) return line;
  const extra = spare / gaps.length;
  const widened = new Map<number, Set<number>>();
  for (const { piece, glyph } of gaps) widened.set(piece, (widened.get(piece) ?? new Set()).add(glyph));
  let shift = 0;
  const pieces = line.pieces.map((piece, i): LinePiece => {
    const x = piece.x + shift;
    const glyphs = widened.get(i);
    if (!glyphs || piece.kind !== 'glyphs') return { ...piece, x };
    shift += extra * glyphs.size;
    return {
      ...piece,
      x,
      width: piece.width + extra * glyphs.size,
      glyphs: piece.glyphs.map((g, k) => (glyphs.has(k) ? { ...g, advance: g.advance + extra } : g)),
    };
  });
  return { ...line, pieces, width };
}

/** Pieces inside the line's width: hanging white space stands outside. */
function isInside(line: Line, piece: LinePiece): piece is GlyphRun {
  return piece.kind === 'glyphs' && piece.x < line.width - 1e-6 && piece.x + piece.width > 1e-6;
}

function wordGaps(line: Line): Gap[] {
  const gaps: Gap[] = [];
  line.pieces.forEach((piece, i) => {
    if (!isInside(line, piece)) return;
    const { glyphs, text } = piece;
    for (let k = 0; k < glyphs.length; k++) {
      const cluster = glyphs.cluster(k);
      const lastOfCluster = k + 1 === glyphs.length || glyphs.cluster(k + 1) !== cluster;
      if (lastOfCluster && separatesWords(text.charCodeAt(cluster))) gaps.push({ piece: i, glyph: k });
    }
  });
  return gaps;
}

function ideographGaps(line: Line): Gap[] {
  const gaps: Gap[] = [];
  let previous: (Gap & { readonly wide: boolean }) | undefined;
  line.pieces.forEach((piece, i) => {
    if (piece.kind === 'atom') previous = undefined;
    if (!isInside(line, piece)) return;
    const { glyphs, text } = piece;
    for (let k = 0; k < glyphs.length; k++) {
      const cluster = glyphs.cluster(k);
      const starts = k === 0 || glyphs.cluster(k - 1) !== cluster;
      const wide = ideographic.test(String.fromCodePoint(text.codePointAt(cluster) ?? 0));
      if (starts && wide && previous?.wide) gaps.push({ piece: previous.piece, glyph: previous.glyph });
      previous = { piece: i, glyph: k, wide };
    }
  });
  return gaps;
}
