import type { Face } from '../../text/face.ts';
import type { GlyphPath, GlyphStep } from '../../text/outlines/glyph-path.ts';
import type { CffOutlines } from '../../text/outlines/outlines.ts';
import type { Cell } from './cell.ts';
import { charString } from './write-charstring.ts';

/**
 * The programs of `.notdef` and the characters given, whose CIDs are their codes 1, 2, 3 …, written anew without hints
 * and subroutines.
 */
export function subsetPrograms(
  face: Face,
  outlines: CffOutlines,
  cells: readonly Cell[],
): readonly Uint8Array[] {
  const missing = charString(outlines.pathOf(0), face.advanceOf(0));
  const programs = cells.map(({ parts, advance }) => {
    const path = parts.flatMap(({ glyph, dx, dy }) => moved(outlines.pathOf(glyph), dx, dy));
    return charString(path, Math.max(0, advance));
  });
  return [missing, ...programs];
}

function moved(path: GlyphPath, dx: number, dy: number): GlyphPath {
  if (dx === 0 && dy === 0) return path;
  return path.map((step): GlyphStep => {
    const end = { x: step.x + dx, y: step.y + dy };
    if (step.kind !== 'curve') return { kind: step.kind, ...end };
    const { x1, y1, x2, y2 } = step;
    return { kind: 'curve', x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy, ...end };
  });
}
