import type { GlyphPath, GlyphStep } from '../glyph-path.ts';

/** Draws an outline in steps from where it stands. */
export interface Pen {
  readonly path: GlyphPath;
  move(dx: number, dy: number): void;
  line(dx: number, dy: number): void;
  curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void;
}

/** A pen at the origin. */
export function createPen(): Pen {
  const path: GlyphStep[] = [];
  let x = 0;
  let y = 0;
  const to = (dx: number, dy: number) => {
    x += dx;
    y += dy;
    return { x, y };
  };
  return {
    path,
    move(dx, dy) {
      path.push({ kind: 'move', ...to(dx, dy) });
    },
    line(dx, dy) {
      path.push({ kind: 'line', ...to(dx, dy) });
    },
    curve(dx1, dy1, dx2, dy2, dx3, dy3) {
      const first = to(dx1, dy1);
      const second = to(dx2, dy2);
      const last = to(dx3, dy3);
      path.push({ kind: 'curve', x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...last });
    },
  };
}
