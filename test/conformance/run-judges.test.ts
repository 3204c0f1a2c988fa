import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Judge, Need } from './judge.ts';
import { reportOf } from './report.ts';
import { passes, runJudges } from './run-judges.ts';
import type { SamplePack } from './sample-pack.ts';

const pack: SamplePack = {
  folder: '/pack',
  manifest: { campaign: 'one', version: '1', files: [] },
  pdfs: [],
  printPdfs: [],
  docxs: [],
  zips: [],
};
const fault = { at: 'a.pdf', message: 'broken' };
const need: Need = { debian: 'some-tool', command: 'some' };

/** A judge that finds nothing and catches its seed, but for what is said. */
function judge(more: Partial<Judge> = {}): Judge {
  return {
    name: 'some',
    needs: [need],
    judge: async () => ({ tool: 'some 1', count: 1, unit: 'files', faults: [] }),
    seeds: [{ fault: 'it is broken', expect: /^broken/, judge: async () => [fault] }],
    ...more,
  };
}

async function run(judges: readonly Judge[], missing = new Map<Need, string>()) {
  const temporary = mkdtempSync(join(tmpdir(), 'judges-'));
  const none = () => '';
  return runJudges(judges, missing, { root: '/', pack, jars: none, python: none, npm: none }, temporary);
}

describe('a judge', () => {
  const withFault = async () => ({ tool: 'some 1', count: 1, unit: 'files', faults: [fault] });

  it.each<[string, Partial<Judge>, boolean]>([
    ['that finds nothing and catches its seeded fault passes', {}, true],
    ['that finds a fault fails', { judge: withFault }, false],
    ['that only reports passes with a fault', { judge: withFault, reportOnly: true }, true],
    [
      'that only reports fails where it misses its seeded fault',
      { reportOnly: true, seeds: [{ fault: 'x', expect: /y/, judge: async () => [] }] },
      false,
    ],
    [
      'that finds another fault than the seeded one fails',
      { seeds: [{ fault: 'x', expect: /^other/, judge: async () => [fault] }] },
      false,
    ],
    [
      'that judged nothing fails',
      { judge: async () => ({ tool: 'some 1', count: 0, unit: 'files', faults: [] }) },
      false,
    ],
    ['that throws fails', { judge: () => Promise.reject(new Error('no')) }, false],
    ['without a seeded fault fails', { seeds: [] }, false],
  ])('%s', async (_, more, expected) => {
    const [result] = await run([judge(more)]);
    expect(passes(result!)).toBe(expected);
  });

  it('whose tool cannot be had fails, and says why', async () => {
    const [result] = await run([judge()], new Map([[need, 'E: Unable to locate package']]));
    expect(passes(result!)).toBe(false);
    expect(result!.faults).toEqual([
      { at: 'Debian’s package some-tool', message: 'not to be had: E: Unable to locate package' },
    ]);
  });
});

it('reports judges in their order, whatever ends first, and closes with how many passed', async () => {
  const slow = judge({
    name: 'slow',
    judge: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { tool: 'slow 2', count: 3, unit: 'zips', faults: [fault] };
    },
  });
  const report = reportOf(await run([slow, judge({ name: 'quick' })]));
  expect(report.split('\n').map((line) => line.replace(/\d+\.\d/, '…'))).toEqual([
    '| judge | tool   | judged  | faults | seeded faults caught | s   | passed |',
    '|-------|--------|---------|--------|----------------------|-----|--------|',
    '| slow  | slow 2 | 3 zips  | 1      | 1 of 1               | … | NO     |',
    '| quick | some 1 | 1 files | 0      | 1 of 1               | … | yes    |',
    '',
    'slow:',
    '  a.pdf: broken',
    '',
    '1 passed, 1 failed',
  ]);
});
