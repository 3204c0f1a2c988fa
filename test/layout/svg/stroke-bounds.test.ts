import { expect, it } from 'vitest';
import { readPathData } from '../../../src/layout/svg/path-data.ts';
import { strokedBounds } from '../../../src/layout/svg/stroke-bounds.ts';

const line = { width: 2, join: 'miter', cap: 'butt', miterLimit: 4 } as const;

it.each([
  ['M0 0h10', {}, [-1, -1, 12, 2]],
  ['M0 0h10v10', {}, [-1, -1, 12, 12]],
  // Half the turn is 63°, and 1 / cos 63° = 2.24.
  ['M0 10L5 0L10 10', {}, [-1, -2.24, 12, 13.24]],
  ['M0 10L5 0L10 10', { join: 'round' }, [-1, -1, 12, 12]],
  ['M0 10L5 0L10 10', { miterLimit: 2 }, [-1, -1, 12, 12]],
  ['M0 10L5 0L10 10z', {}, [-1.62, -2.24, 13.24, 13.24]],
  ['M0 0C0 -40 30 -40 30 0', {}, [-1, -31, 32, 32]],
  ['M0 0h10', { cap: 'square' }, [-1.41, -1.41, 12.83, 2.83]],
] as const)('a line along %s with %j', (data, change, bounds) => {
  const { x, y, width, height } = strokedBounds(readPathData(data).path, { ...line, ...change })!;
  expect([x, y, width, height].map((value) => Math.round(value * 100) / 100)).toEqual(bounds);
});
