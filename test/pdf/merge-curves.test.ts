import { describe, expect, it } from 'vitest';
import { mergingPen } from '../../src/pdf/font/merge-curves.ts';
import type { GlyphPath, GlyphStep } from '../../src/text/outlines/glyph-path.ts';
import { drawGlyph, pathOfGlyph } from '../../src/text/outlines/path-of-glyph.ts';
import type { PathPen } from '../../src/text/outlines/path-pen.ts';
import { amiri, createFaces, notoSans, notoSansHk } from './support/faces.ts';

const { open } = await createFaces();

/** What is drawn with a merging pen. */
function merged(draw: (pen: PathPen) => void, tolerance: number): GlyphPath {
  const steps: GlyphStep[] = [];
  const pen = mergingPen(
    {
      move: (x, y) => steps.push({ kind: 'move', x, y }),
      line: (x, y) => steps.push({ kind: 'line', x, y }),
      curve: (x1, y1, x2, y2, x, y) => steps.push({ kind: 'curve', x1, y1, x2, y2, x, y }),
    },
    tolerance,
  );
  draw(pen);
  pen.end();
  return steps;
}

type Place = readonly [x: number, y: number];

/** Places along a path, `count` on every step. */
function placesOn(path: GlyphPath, count: number): readonly Place[] {
  let from: Place = [0, 0];
  return path.flatMap((step) => {
    const [startX, startY] = from;
    from = [step.x, step.y];
    if (step.kind === 'move') return [];
    const [x1, y1, x2, y2] =
      step.kind === 'curve' ? [step.x1, step.y1, step.x2, step.y2] : [startX, startY, step.x, step.y];
    const along = (start: number, near: number, far: number, end: number, t: number) =>
      (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * near + 3 * (1 - t) * t * t * far + t ** 3 * end;
    return Array.from({ length: count + 1 }, (_, i): Place => {
      const t = i / count;
      return [along(startX, x1, x2, step.x, t), along(startY, y1, y2, step.y, t)];
    });
  });
}

/** How far a place is from the lines between places. */
function distanceTo(places: readonly Place[], [x, y]: Place): number {
  const distances = places.slice(1).map(([endX, endY], i) => {
    const [startX, startY] = places[i]!;
    const [dx, dy] = [endX - startX, endY - startY];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : ((x - startX) * dx + (y - startY) * dy) / square;
    const along = Math.max(0, Math.min(1, t));
    return Math.hypot(x - startX - along * dx, y - startY - along * dy);
  });
  return Math.min(...distances);
}

describe('curves that are merged', () => {
  it('are the one that they are parts of', () => {
    // (0, 0) (0, 60) (40, 100) (100, 100), cut at a quarter and at the half.
    const parts = (pen: PathPen) => {
      pen.move(0, 0);
      pen.curve(0, 15, 2.5, 28.75, 7.1875, 40.9375);
      pen.curve(11.875, 53.125, 18.75, 63.75, 27.5, 72.5);
      pen.curve(45, 90, 70, 100, 100, 100);
    };
    expect(merged(parts, 1)).toEqual([
      { kind: 'move', x: 0, y: 0 },
      { kind: 'curve', x1: 0, y1: 60, x2: 40, y2: 100, x: 100, y: 100 },
    ]);
  });

  it('do not go round a corner, nor across a line', () => {
    const path = merged((pen) => {
      pen.move(0, 0);
      pen.curve(0, 20, 20, 40, 40, 40);
      pen.curve(40, 60, 60, 80, 80, 80);
      pen.line(90, 80);
      pen.curve(100, 80, 110, 90, 110, 100);
    }, 1.5);
    expect(path.map(({ kind }) => kind)).toEqual(['move', 'curve', 'curve', 'line', 'curve']);
  });

  it.each([
    ['Noto Sans', notoSans, 'SaQ&8@', 0.5],
    ['Noto Sans HK', notoSansHk, '龍鬱繩的', 0.5],
    ['Amiri', amiri, 'عكهل', 0.8],
  ])('of %s are fewer, and nowhere farther off than they may be', (_, path, text, share) => {
    const { face } = open(path);
    for (const character of text) {
      const glyph = face.glyphOf(character.codePointAt(0)!);
      const before = pathOfGlyph(face.outlines, glyph);
      const after = merged((pen) => void drawGlyph(face.outlines, glyph, pen), 1.5);
      const curves = (steps: GlyphPath) => steps.filter(({ kind }) => kind === 'curve').length;
      expect(curves(after)).toBeLessThan(share * curves(before));
      const places = placesOn(after, 16);
      const distances = placesOn(before, 3).map((place) => distanceTo(places, place));
      // The rounding of a place to whole units comes on top.
      expect(Math.max(...distances)).toBeLessThan(1.5 + Math.SQRT1_2);
    }
  });
});
