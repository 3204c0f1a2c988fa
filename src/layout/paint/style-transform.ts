import type { ComputedStyle } from '../../style/computed-style.ts';
import type { TransformFunction } from '../../style/painted-style.ts';
import { identity, type Matrix, multiply, type Rectangle } from '../geometry.ts';
import { resolve } from '../sizing.ts';

/**
 * The map of a box's `translate`, `rotate`, `scale` and `transform` about its origin, from page coordinates to page
 * coordinates (css-transforms-2 §6); undefined where it is not transformed.
 */
export function transformOf(style: ComputedStyle, { x, y, width, height }: Rectangle): Matrix | undefined {
  const { translate, rotate, scale, transform, transformOrigin } = style;
  if (translate.length + rotate.length + scale.length + transform.length === 0) return undefined;
  const originX = x + resolve(transformOrigin.x, width);
  const originY = y + resolve(transformOrigin.y, height);
  const steps = [...translate, ...rotate, ...scale, ...transform].map((step) =>
    stepMatrix(step, width, height),
  );
  const moved = [
    [1, 0, 0, 1, originX, originY] as const,
    ...steps,
    [1, 0, 0, 1, -originX, -originY] as const,
  ];
  return moved.reduce<Matrix>(multiply, identity);
}

function stepMatrix(step: TransformFunction, width: number, height: number): Matrix {
  if (step.kind === 'matrix') return step.matrix;
  return [1, 0, 0, 1, resolve(step.x, width), resolve(step.y, height)];
}
