import { expect, it } from 'vitest';
import { emptyFragment } from '../../src/layout/fragment.ts';
import { closingOfPart, strokesOfPart } from '../../src/layout/paint/cut-strokes.ts';

const colour = { r: 0, g: 0, b: 0, a: 1 };
const style = 'solid' as const;
const above = { x: 0, y: -1, width: 100, height: 2, colour, style, isUpright: false };
const along = { x: -1, y: -1, width: 2, height: 42, colour, style, isUpright: true };
const below = { x: 0, y: 39, width: 100, height: 2, colour, style, isUpright: false };
const row = {
  ...emptyFragment(undefined, 'auto'),
  height: 40,
  strokes: [above, along, below],
  closing: [below],
};

it('draws the edge above a cut row with its first part, the edge below with its last, the others in each', () => {
  const first = strokesOfPart(row, { first: true, last: false, height: 30 });
  const middle = strokesOfPart(row, { first: false, last: false, height: 30 });
  const last = strokesOfPart(row, { first: false, last: true, height: 15 });
  expect(first).toEqual([above, { ...along, y: -1, height: 31 }]);
  expect(middle).toEqual([{ ...along, y: 0, height: 30 }]);
  expect(last).toEqual([
    { ...along, y: 0, height: 16 },
    { ...below, y: 14 },
  ]);
});

it('closes a row where its last part ends', () => {
  expect(closingOfPart(row, 15)).toEqual([{ ...below, y: 14 }]);
});
