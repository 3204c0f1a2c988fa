import { expect, test } from 'vitest';
import { pageAccent } from '../../src/build/page-accent.ts';

test.each([
  [undefined, '#b01119'],
  ['#06c', '#0066cc'],
  ['rgb(0, 90, 60)', '#005a3c'],
  ['device-cmyk(0 1 1 0.3)', '#b30000'],
  // Too light to be read on white.
  ['#ffd400', '#1a1a1a'],
  ['no colour', '#1a1a1a'],
])('the accent %s is %s on pages that browsers show', (accent, expected) => {
  expect(pageAccent(accent === undefined ? {} : { accent })).toBe(expected);
});
