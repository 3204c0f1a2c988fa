import type { Face } from '../../text/fonts/face.ts';
import { drawGlyph } from '../../text/outlines/path-of-glyph.ts';
import type { PathPen } from '../../text/outlines/path-pen.ts';
import type { Cell, CellPart } from './cell.ts';
import { mergingPen } from './merge-curves.ts';
import { mostFrequent } from './widths.ts';
import { createProgram } from './write-charstring.ts';

/**
 * Thousandths of the em: about as far as TrueType's quadratic curves stray from those that a glyph was drawn in, which are
 * less to tell.
 */
const tolerance = 1.5;

/** The programs of a CFF font's glyphs. */
export interface CffSubset {
  /** `.notdef` first. */
  readonly glyphs: readonly Uint8Array[];
  /** Font units, of the programs that name none. */
  readonly defaultWidth: number;
}

/**
 * The programs of `.notdef` and the characters given, whose CIDs are their codes 1, 2, 3 …, written anew without hints
 * and subroutines. Outlines of TrueType stray from the face's by next to nothing.
 */
export function subsetPrograms(face: Face, cells: readonly Cell[]): CffSubset {
  const missing = { parts: [{ glyph: 0, dx: 0, dy: 0 }], advance: face.advanceOf(0) };
  const drawn = [missing, ...cells];
  const widths = drawn.map(({ advance }) => Math.max(0, Math.round(advance)));
  const defaultWidth = mostFrequent(widths);
  const glyphs = drawn.map(({ parts }, code) => {
    const width = widths[code];
    return programOf(face, parts, width === defaultWidth ? undefined : width);
  });
  return { glyphs, defaultWidth };
}

function programOf(
  { outlines, unitsPerEm }: Face,
  parts: readonly CellPart[],
  width: number | undefined,
): Uint8Array {
  const program = createProgram(width);
  for (const part of parts) {
    const pen = placedPen(program, part);
    if (outlines.kind === 'cff') {
      drawGlyph(outlines, part.glyph, pen);
      continue;
    }
    const merging = mergingPen(pen, (tolerance * unitsPerEm) / 1000);
    drawGlyph(outlines, part.glyph, merging);
    merging.end();
  }
  return program.bytes();
}

/** A pen that draws a part of a character at its place. */
function placedPen(pen: PathPen, { dx, dy, turned }: CellPart): PathPen {
  if (dx === 0 && dy === 0 && !turned) return pen;
  const placeX = turned ? (_: number, y: number) => dx - y : (x: number) => x + dx;
  const placeY = turned ? (x: number) => x + dy : (_: number, y: number) => y + dy;
  return {
    move: (x, y) => pen.move(placeX(x, y), placeY(x, y)),
    line: (x, y) => pen.line(placeX(x, y), placeY(x, y)),
    curve: (x1, y1, x2, y2, x, y) =>
      pen.curve(placeX(x1, y1), placeY(x1, y1), placeX(x2, y2), placeY(x2, y2), placeX(x, y), placeY(x, y)),
  };
}
