import type { Matrix, Rectangle } from '../geometry.ts';
import { readNumbers } from './number-list.ts';

/** A `viewBox`; undefined where there is none, or none that shows anything. */
export function readViewBox(text: string | undefined): Rectangle | undefined {
  const numbers = text === undefined ? undefined : readNumbers(text);
  if (numbers?.length !== 4 || numbers[2]! <= 0 || numbers[3]! <= 0) return undefined;
  return { x: numbers[0]!, y: numbers[1]!, width: numbers[2]!, height: numbers[3]! };
}

/** How a drawing is fitted to its viewport (SVG 2 §8.8): how far along each axis the free room stands before it. */
export interface AspectRatio {
  readonly fit: 'none' | 'meet' | 'slice';
  readonly alignX: number;
  readonly alignY: number;
}

const shares: Readonly<Record<string, number>> = { min: 0, mid: 0.5, max: 1 };

/** A `preserveAspectRatio`; what does not parse is the initial value. */
export function readAspectRatio(text: string | undefined): AspectRatio {
  const initial: AspectRatio = { fit: 'meet', alignX: 0.5, alignY: 0.5 };
  const match = /^\s*(none|x(min|mid|max)y(min|mid|max))(?:\s+(meet|slice))?\s*$/i.exec(text ?? '');
  if (!match) return initial;
  if (match[1]!.toLowerCase() === 'none') return { ...initial, fit: 'none' };
  return {
    fit: match[4]?.toLowerCase() === 'slice' ? 'slice' : 'meet',
    alignX: shares[match[2]!.toLowerCase()]!,
    alignY: shares[match[3]!.toLowerCase()]!,
  };
}

/** The map from a drawing's own coordinates to those of the viewport that shows it. */
export function viewBoxMatrix(box: Rectangle, viewport: Rectangle, ratio: AspectRatio): Matrix {
  const [x, y] = [viewport.width / box.width, viewport.height / box.height];
  const scale = ratio.fit === 'slice' ? Math.max(x, y) : Math.min(x, y);
  const [sx, sy] = ratio.fit === 'none' ? [x, y] : [scale, scale];
  const left = viewport.x + (viewport.width - box.width * sx) * ratio.alignX;
  const top = viewport.y + (viewport.height - box.height * sy) * ratio.alignY;
  return [sx, 0, 0, sy, left - box.x * sx, top - box.y * sy];
}
