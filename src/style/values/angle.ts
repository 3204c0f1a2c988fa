import type { Reader } from '../syntax/reader.ts';
import { peek } from '../syntax/reader.ts';

/** Degrees of the angle units (css-values-4 §6.1). */
export const DEGREES: Readonly<Record<string, number>> = {
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
};

/** Takes an angle, as degrees; a bare 0 is one. */
export function takeAngle(reader: Reader): number | undefined {
  const next = peek(reader);
  const factor =
    next?.type === 'dimension' && Object.hasOwn(DEGREES, next.unit) ? DEGREES[next.unit] : undefined;
  const isZero = next?.type === 'number' && next.value === 0;
  if (factor === undefined && !isZero) return undefined;
  reader.index++;
  return next?.type === 'dimension' ? next.value * factor! : 0;
}
