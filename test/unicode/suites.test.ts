import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bidiCharacterFaults, bidiFaults } from '../conformance/unicode/bidi-lines.ts';
import { breakFaults, graphemeBreaker, lineBreaker } from '../conformance/unicode/break-lines.ts';

/** Samples of Unicode's own test files; `npm run conformance` takes the whole ones. */
const suites = [
  ['BidiTest', bidiFaults],
  ['BidiCharacterTest', bidiCharacterFaults],
  ['LineBreakTest', (file: string) => breakFaults(file, lineBreaker())],
  ['GraphemeBreakTest', (file: string) => breakFaults(file, graphemeBreaker())],
] as const;

it.each(suites)('%s: every line of the sample is as Unicode has it', (name, judge) => {
  const file = readFileSync(`${import.meta.dirname}/fixtures/${name}.txt`, 'utf8');
  const { count, faults } = judge(file);
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(199);
});
