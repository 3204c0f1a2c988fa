import { readFileSync } from 'node:fs';
import type { Fault, Judge } from '../judge.ts';
import {
  type Breaker,
  breakFault,
  breakFaults,
  graphemeBreaker,
  lineBreaker,
} from '../unicode/break-lines.ts';
import { type TestFault, versionOf } from '../unicode/test-file.ts';

const folder = '/usr/share/unicode/auxiliary';

/** Unicode's LineBreakTest (UAX #14), by the default rules: what language and CSS add is left out. */
export const unicodeLines = breakJudge('unicode-lines', 'LineBreakTest.txt', lineBreaker);

/** Unicode's GraphemeBreakTest (UAX #29): the clusters that faces are chosen for and words are broken between. */
export const unicodeGraphemes = breakJudge('unicode-graphemes', 'GraphemeBreakTest.txt', graphemeBreaker);

function breakJudge(name: string, fileName: string, make: () => Breaker): Judge {
  const file = `${folder}/${fileName}`;
  return {
    name,
    needs: [{ debian: 'unicode-data', file }],

    async judge() {
      const text = readFileSync(file, 'utf8');
      const { count, faults } = breakFaults(text, make());
      return { tool: versionOf(text), count, unit: 'lines', faults: atLines(faults) };
    },

    seeds: [
      {
        fault: 'a break inside a cluster',
        expect: /^breaks at none, not 1$/,
        judge: async () => atLines(breakFault(make(), 1, '÷ 0065 ÷ 0301 ÷')),
      },
    ],
  };
}

/** Faults with their place as a report shows it. */
export function atLines(faults: readonly TestFault[]): readonly Fault[] {
  return faults.map(({ number, message }) => ({ at: `line ${number}`, message }));
}
