import { describe, expect, it } from 'vitest';
import { mapPoint } from '../../../src/layout/geometry.ts';
import { readLength } from '../../../src/layout/svg/lengths.ts';
import { readTransformList } from '../../../src/layout/svg/transform-list.ts';
import { readAspectRatio, readViewBox, viewBoxMatrix } from '../../../src/layout/svg/view-box.ts';

describe('transform', () => {
  it.each([
    ['translate(3)', [4, 1]],
    ['translate(3,4) scale(2)', [5, 6]],
    ['scale(2 3)', [2, 3]],
    ['rotate(90)', [-1, 1]],
    ['rotate(180 5 5)', [9, 9]],
    ['skewX(45)', [2, 1]],
    ['skewY(45deg)', [1, 2]],
    ['matrix(1 2 3 4 5 6)', [9, 12]],
    ['', [1, 1]],
  ])('%s of (1, 1)', (text, [x, y]) => {
    const [left, top] = mapPoint(readTransformList(text)!, 1, 1);
    expect(left).toBeCloseTo(x!, 9);
    expect(top).toBeCloseTo(y!, 9);
  });

  it.each([
    'rotate(1 2)',
    'constructor(1)',
    'scale(a)',
    'scale(1',
    'matrix(1 2 3)',
    'translate(1) x',
  ])('is not understood: %s', (text) => expect(readTransformList(text)).toBeUndefined());
});

describe('viewBox', () => {
  const viewport = { x: 10, y: 0, width: 200, height: 100 };
  it.each([
    ['xMidYMid meet', [2, 0, 0, 2, 60, 0]],
    ['xMinYMin', [2, 0, 0, 2, 10, 0]],
    ['xMaxYMax meet', [2, 0, 0, 2, 110, 0]],
    ['xMidYMid slice', [4, 0, 0, 4, 10, -50]],
    ['none', [4, 0, 0, 2, 10, 0]],
    ['nonsense', [2, 0, 0, 2, 60, 0]],
  ])('50 by 50 in 200 by 100, %s', (ratio, matrix) => {
    expect(viewBoxMatrix(readViewBox('0 0 50 50')!, viewport, readAspectRatio(ratio))).toEqual(matrix);
  });

  it.each(['0 0 0 5', '0 0 5', '0 0 5 -1', '', 'a b c d'])('shows nothing: %s', (text) =>
    expect(readViewBox(text)).toBeUndefined());
});

describe('lengths', () => {
  it.each([
    ['5', 5],
    ['72pt', 96],
    ['25.4mm', 96],
    ['1in', 96],
    ['.5em', 8],
    ['-2px', -2],
    ['10%', 30],
    ['5 px', undefined],
    ['5furlong', undefined],
    ['5constructor', undefined],
  ])('%s', (text, value) => {
    const length = readLength(text, 'x', { width: 300, height: 100 }, 16);
    if (value === undefined) expect(length).toBeUndefined();
    else expect(length).toBeCloseTo(value, 9);
  });
});
