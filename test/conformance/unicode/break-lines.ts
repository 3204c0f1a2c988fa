import { createLineBreaker } from '../../../src/text/line-break/line-break.ts';
import { clusterEnds } from '../../../src/unicode/grapheme-clusters.ts';
import { breakTest, type TestFault, testLines } from './test-file.ts';

/** Where a text may break, its ends left out: UTF-16 offsets in order. */
export type Breaker = (text: string) => readonly number[];

/** Line breaks by the default rules of UAX #14, as LineBreakTest has them. */
export function lineBreaker(): Breaker {
  const breaker = createLineBreaker();
  const context = { language: 'und', lineBreak: 'strict', wordBreak: 'normal', nowrap: false } as const;
  return (text) => {
    const breaks = breaker({ text, contextAt: () => context, untailored: true });
    return Array.from(breaks.keys()).filter((at) => at > 0 && at < text.length && breaks[at]! > 0);
  };
}

/** Grapheme clusters, as GraphemeBreakTest has them. */
export function graphemeBreaker(): Breaker {
  return (text) => [...clusterEnds(text)].filter((at) => at < text.length);
}

/** What a breaker does otherwise than a test file (LineBreakTest, GraphemeBreakTest) says. */
export function breakFaults(file: string, breaker: Breaker): { count: number; faults: readonly TestFault[] } {
  const lines = testLines(file);
  const faults = lines.flatMap(({ number, line }) => breakFault(breaker, number, line));
  return { count: lines.length, faults };
}

/** The same for one line of it. */
export function breakFault(breaker: Breaker, number: number, line: string): readonly TestFault[] {
  const { text, breaks } = breakTest(line);
  const inside = [...breaks].filter((at) => at > 0 && at < text.length);
  const found = breaker(text);
  if (found.join() === inside.join()) return [];
  const shown = (list: readonly number[]) => (list.length > 0 ? list.join(' ') : 'none');
  return [{ number, message: `breaks at ${shown(found)}, not ${shown(inside)}` }];
}
