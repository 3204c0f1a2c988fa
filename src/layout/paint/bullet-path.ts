import type { DrawnBullet } from '../../style/styled-tree.ts';
import { pathOfGlyph } from '../../text/outlines/path-of-glyph.ts';
import type { GlyphRun } from '../../text/paragraph.ts';
import type { PathSegment } from '../graphics.ts';
import { mapPath } from '../svg/path-geometry.ts';
import { segmentsOf } from './glyph-segments.ts';

/** A list's bullet, from the pen of its character on the baseline, y downwards; pt. */
export function bulletPath({ face, glyphs }: GlyphRun, bullet: DrawnBullet): readonly PathSegment[] {
  const scale = bullet.size / face.unitsPerEm;
  const outline = segmentsOf(pathOfGlyph(face.outlines, glyphs.id(0)));
  return mapPath(outline, [scale, 0, 0, -scale, bullet.x, -bullet.y]);
}
