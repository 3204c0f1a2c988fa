import type { GlyphPath } from '../../text/outlines/glyph-path.ts';
import type { PathSegment } from '../graphics.ts';

/** A glyph's outline as a path: font units, y upwards, every contour closed. */
export function segmentsOf(path: GlyphPath): readonly PathSegment[] {
  return path.flatMap((step, i): PathSegment[] => {
    const end: PathSegment[] = i + 1 === path.length || path[i + 1]!.kind === 'move' ? [['Z']] : [];
    if (step.kind === 'curve') return [['C', step.x1, step.y1, step.x2, step.y2, step.x, step.y], ...end];
    return [[step.kind === 'move' ? 'M' : 'L', step.x, step.y], ...end];
  });
}
