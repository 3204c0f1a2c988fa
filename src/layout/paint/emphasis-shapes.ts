import type { EmphasisShape } from '../../style/east-asian-style.ts';
import type { PathSegment } from '../graphics.ts';

/** A mark around the middle of its own square, which is 1 wide; y downwards. */
export interface MarkShape {
  readonly filled: readonly PathSegment[];
  readonly stroked: readonly PathSegment[];
}

/** How thick the lines of open marks are, in ems of the mark. */
export const markLine = 0.05;

/** Larger than the bullet of most East Asian faces, which is faint at half its size. */
const dotRadius = 0.17;
const circleRadius = 0.45;

/** The mark of a fill and a shape. */
export function markShape(fill: 'filled' | 'open', shape: EmphasisShape): MarkShape {
  const isOpen = fill === 'open';
  if (shape === 'double-circle') {
    const outer = circle(circleRadius - markLine / 2);
    return isOpen
      ? { filled: [], stroked: [...outer, ...circle(0.27)] }
      : { filled: circle(0.27), stroked: outer };
  }
  return isOpen
    ? { filled: [], stroked: outlines[shape](true) }
    : { filled: outlines[shape](false), stroked: [] };
}

const outlines: Readonly<Record<Exclude<EmphasisShape, 'double-circle'>, (open: boolean) => PathSegment[]>> =
  {
    dot: (open) => circle(open ? dotRadius - markLine / 2 : dotRadius),
    circle: (open) => circle(open ? circleRadius - markLine / 2 : circleRadius),
    triangle: (open) => {
      const [top, bottom, half] = open ? [-0.39, 0.34, 0.42] : [-0.446, 0.368, 0.47];
      return [['M', 0, top], ['L', half, bottom], ['L', -half, bottom], ['Z']];
    },
    sesame: () => [
      ['M', -0.31, -0.3],
      ['C', -0.05, -0.28, 0.31, -0.05, 0.31, 0.19],
      ['C', 0.31, 0.29, 0.24, 0.35, 0.15, 0.35],
      ['C', 0.04, 0.35, -0.01, 0.26, -0.05, 0.13],
      ['C', -0.1, -0.02, -0.18, -0.16, -0.31, -0.3],
      ['Z'],
    ],
  };

/** Four curves that are a circle to within a thousandth of its radius. */
function circle(r: number): PathSegment[] {
  const k = 0.5522847 * r;
  return [
    ['M', r, 0],
    ['C', r, k, k, r, 0, r],
    ['C', -k, r, -r, k, -r, 0],
    ['C', -r, -k, -k, -r, 0, -r],
    ['C', k, -r, r, -k, r, 0],
    ['Z'],
  ];
}
