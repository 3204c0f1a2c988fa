import type { PathSegment } from '../graphics.ts';

/** An elliptical arc from the point before it (SVG 2 §9.5.1); the rotation in degrees. */
export interface Arc {
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
  readonly x: number;
  readonly y: number;
}

/** An arc as cubic curves, each of a quarter turn at most; a straight line where a radius is 0 (SVG 2 §B.2). */
export function arcSegments(x0: number, y0: number, arc: Arc): readonly PathSegment[] {
  const { x, y } = arc;
  if (x === x0 && y === y0) return [];
  if (arc.rx === 0 || arc.ry === 0) return [['L', x, y]];
  const centre = centreOf(x0, y0, arc);
  const count = Math.max(1, Math.ceil(Math.abs(centre.sweep) / (Math.PI / 2) - 1e-9));
  const step = centre.sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const place = (u: number, v: number): readonly [number, number] => [
    centre.cos * centre.rx * u - centre.sin * centre.ry * v + centre.x,
    centre.sin * centre.rx * u + centre.cos * centre.ry * v + centre.y,
  ];
  return Array.from({ length: count }, (_, index): PathSegment => {
    const [from, to] = [centre.start + index * step, centre.start + (index + 1) * step];
    const [cos0, sin0, cos1, sin1] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
    const end = index === count - 1 ? ([x, y] as const) : place(cos1, sin1);
    return [
      'C',
      ...place(cos0 - handle * sin0, sin0 + handle * cos0),
      ...place(cos1 + handle * sin1, sin1 - handle * cos1),
      ...end,
    ];
  });
}

interface Centre {
  readonly x: number;
  readonly y: number;
  /** Large enough for the arc to reach its end. */
  readonly rx: number;
  readonly ry: number;
  /** Of the rotation. */
  readonly cos: number;
  readonly sin: number;
  /** Radians on the unit circle. */
  readonly start: number;
  readonly sweep: number;
}

/** From end points to a centre (SVG 2 §B.2.4). */
function centreOf(x0: number, y0: number, arc: Arc): Centre {
  const angle = (arc.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [(x0 - arc.x) / 2, (y0 - arc.y) / 2];
  const [x1, y1] = [cos * dx + sin * dy, cos * dy - sin * dx];
  let [rx, ry] = [Math.abs(arc.rx), Math.abs(arc.ry)];
  const excess = (x1 / rx) ** 2 + (y1 / ry) ** 2;
  if (excess > 1) [rx, ry] = [rx * Math.sqrt(excess), ry * Math.sqrt(excess)];
  const [a, b] = [(rx * y1) ** 2, (ry * x1) ** 2];
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - a - b) / (a + b)));
  const sign = arc.large === arc.sweep ? -root : root;
  const [cx, cy] = [(sign * rx * y1) / ry, (-sign * ry * x1) / rx];
  const start = Math.atan2((y1 - cy) / ry, (x1 - cx) / rx);
  let sweep = Math.atan2((-y1 - cy) / ry, (-x1 - cx) / rx) - start;
  if (arc.sweep && sweep < 0) sweep += 2 * Math.PI;
  if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI;
  const x = cos * cx - sin * cy + (x0 + arc.x) / 2;
  const y = sin * cx + cos * cy + (y0 + arc.y) / 2;
  return { x, y, rx, ry, cos, sin, start, sweep };
}
