import type { Face } from '../../text/fonts/face.ts';
import type { GlyphPath, GlyphStep } from '../../text/outlines/glyph-path.ts';
import type { CffOutlines } from '../../text/outlines/outlines.ts';
import type { Cell, CellPart } from './cell.ts';
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
    const path = parts.flatMap((part) => placed(outlines.pathOf(part.glyph), part));
    return charString(path, Math.max(0, advance));
  });
  return [missing, ...programs];
}

function placed(path: GlyphPath, { dx, dy, turned }: CellPart): GlyphPath {
  if (dx === 0 && dy === 0 && !turned) return path;
  const x = (x: number, y: number): number => (turned ? -y : x) + dx;
  const y = (x: number, y: number): number => (turned ? x : y) + dy;
  return path.map((step): GlyphStep => {
    const end = { x: x(step.x, step.y), y: y(step.x, step.y) };
    if (step.kind !== 'curve') return { kind: step.kind, ...end };
    const { x1, y1, x2, y2 } = step;
    return { kind: 'curve', x1: x(x1, y1), y1: y(x1, y1), x2: x(x2, y2), y2: y(x2, y2), ...end };
  });
}
