import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathSegment } from '../../../src/layout/graphics.ts';
import { readPathData } from '../../../src/layout/svg/path-data.ts';
import { pathBounds } from '../../../src/layout/svg/path-geometry.ts';

/** The path in a line, to two places. */
function written(path: readonly PathSegment[]): string {
  return path
    .map(([letter, ...numbers]) => [letter, ...numbers.map((n) => Math.round(n * 100) / 100 + 0)].join(' '))
    .join(' ');
}

describe('path data', () => {
  it.each([
    ['M1 2L3 4', 'M 1 2 L 3 4'],
    ['m1,2 3,4 l1 1', 'M 1 2 L 4 6 L 5 7'],
    ['M0 0 10 0 10 10z', 'M 0 0 L 10 0 L 10 10 Z'],
    ['M1 1H5h2V9v-3', 'M 1 1 L 5 1 L 7 1 L 7 9 L 7 6'],
    ['M0-.5.5-1e1', 'M 0 -0.5 L 0.5 -10'],
    ['M0 0c1 2 3 4 5 6', 'M 0 0 C 1 2 3 4 5 6'],
    ['M0 0C0 5 5 10 10 10S20 5 20 0', 'M 0 0 C 0 5 5 10 10 10 C 15 10 20 5 20 0'],
    ['M0 0S20 5 20 0', 'M 0 0 C 0 0 20 5 20 0'],
    ['M0 0Q3 6 6 0T12 0', 'M 0 0 C 2 4 4 4 6 0 C 8 -4 10 -4 12 0'],
    ['M0 0T12 0', 'M 0 0 C 0 0 4 0 12 0'],
    ['M0 0h1zl5 5', 'M 0 0 L 1 0 Z M 0 0 L 5 5'],
    ['M5 5zm1 1h1', 'M 5 5 Z M 6 6 L 7 6'],
    ['M0 0A0 5 0 0 1 9 9', 'M 0 0 L 9 9'],
    ['M0 0a10 10 0 0110 10', 'M 0 0 C 5.52 0 10 4.48 10 10'],
    ['M0 0A1 1 0 0 1 20 0', 'M 0 0 C 0 -5.52 4.48 -10 10 -10 C 15.52 -10 20 -5.52 20 0'],
    ['', ''],
    [' \n', ''],
  ])('%s', (data, path) => {
    const read = readPathData(data);
    expect(written(read.path)).toBe(path);
    expect(read.errorAt).toBeUndefined();
  });

  it.each([
    ['M0 0L5', 4, 'M 0 0'],
    ['M0 0L5 5X9', 8, 'M 0 0 L 5 5'],
    ['L5 5', 0, ''],
    ['M0 0z5 5', 5, 'M 0 0 Z'],
    ['M0 0A5 5 0 2 1 9 9', 4, 'M 0 0'],
  ])('is drawn up to an error: %s', (data, errorAt, path) => {
    const read = readPathData(data);
    expect(written(read.path)).toBe(path);
    expect(read.errorAt).toBe(errorAt);
  });

  it('an arc ends where it says and stays on its ellipse', () => {
    const number = fc.integer({ min: -50, max: 50 });
    const radius = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        number,
        number,
        radius,
        radius,
        fc.boolean(),
        fc.boolean(),
        (x, y, rx, ry, large, sweep) => {
          fc.pre(x !== 0 || y !== 0);
          const { path } = readPathData(`M0 0A${rx} ${ry} 0 ${large ? 1 : 0} ${sweep ? 1 : 0} ${x} ${y}`);
          expect(path.at(-1)?.slice(-2)).toEqual([x, y]);
          const bounds = pathBounds(path)!;
          const grown = Math.max(1, Math.hypot(x / rx, y / ry) / 2);
          expect(bounds.width).toBeLessThanOrEqual(2 * rx * grown * 1.001);
          expect(bounds.height).toBeLessThanOrEqual(2 * ry * grown * 1.001);
        },
      ),
    );
  });
});

describe('bounds', () => {
  it('go by the curve and not by its control points', () => {
    expect(pathBounds(readPathData('M0 0C0 -40 30 -40 30 0').path)).toEqual({
      x: 0,
      y: -30,
      width: 30,
      height: 30,
    });
    expect(pathBounds([])).toBeUndefined();
  });
});
