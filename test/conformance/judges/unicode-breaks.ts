import { readFileSync } from 'node:fs';
import { createLineBreaker, lineBreaks } from '../../../src/text/line-break.ts';
import { segmentEnds } from '../../../src/text/segment-text.ts';
import type { Fault, Judge } from '../judge.ts';
import { breakTest, testLines, versionOf } from '../unicode/test-file.ts';

/** Where a text may break, its ends left out: UTF-16 offsets. */
type Breaker = (text: string) => ReadonlySet<number>;

const folder = '/usr/share/unicode/auxiliary';

/** Unicode's LineBreakTest (UAX #14) in English, whose conventions the tool adds least to. What fails is reported only. */
export const unicodeLines = breakJudge('unicode-lines', 'LineBreakTest.txt', true, lineBreaker);

/** Unicode's GraphemeBreakTest (UAX #29): the clusters that faces are chosen for and words are broken between. */
export const unicodeGraphemes = breakJudge(
  'unicode-graphemes',
  'GraphemeBreakTest.txt',
  true,
  graphemeBreaker,
);

function breakJudge(name: string, fileName: string, reportOnly: boolean, make: () => Breaker): Judge {
  const file = `${folder}/${fileName}`;
  return {
    name,
    needs: [{ debian: 'unicode-data', file }],
    reportOnly,

    async judge() {
      const text = readFileSync(file, 'utf8');
      const lines = testLines(text);
      const breaker = make();
      const faults = lines.flatMap(({ number, line }) => judgeLine(breaker, number, line));
      const notes = [`${lines.length - faults.length} of ${lines.length} lines as the standard has them`];
      return { tool: versionOf(text), count: lines.length, unit: 'lines', faults, notes };
    },

    seeds: [
      {
        fault: 'a break inside a cluster',
        expect: /^breaks at none, not 1$/,
        judge: async () => judgeLine(make(), 1, '÷ 0065 ÷ 0301 ÷'),
      },
    ],
  };
}

function judgeLine(breaker: Breaker, number: number, line: string): readonly Fault[] {
  const { text, breaks } = breakTest(line);
  const inside = [...breaks].filter((at) => at > 0 && at < text.length);
  const found = [...breaker(text)];
  if (found.join() === inside.join()) return [];
  const shown = (list: readonly number[]) => (list.length > 0 ? list.join(' ') : 'none');
  return [{ at: `line ${number}`, message: `breaks at ${shown(found)}, not ${shown(inside)}` }];
}

function lineBreaker(): Breaker {
  const breaker = createLineBreaker();
  const context = { language: 'en', lineBreak: 'auto', wordBreak: 'normal', nowrap: false } as const;
  return (text) => {
    const breaks = lineBreaks(breaker, text, context);
    return new Set(Array.from(breaks.keys()).filter((at) => at > 0 && at < text.length && breaks[at]! > 0));
  };
}

function graphemeBreaker(): Breaker {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return (text) => new Set([...segmentEnds(text, segmenter, 1)].filter((at) => at < text.length));
}
