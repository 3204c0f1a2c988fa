import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeNeed, type Missing } from './install.ts';
import type { Context, Fault, Judge, Verdict } from './judge.ts';

/** What came of a judge. */
export interface Result {
  readonly judge: Judge;
  /** Undefined where it could not judge; the faults say why. */
  readonly verdict: Verdict | undefined;
  readonly faults: readonly Fault[];
  /** Seeded faults, and whether they were caught. */
  readonly seeds: readonly { readonly fault: string; readonly caught: boolean; readonly found: string }[];
  readonly seconds: number;
}

/** Whether a judge has nothing to say against the tool, or only what fails nothing, and sees what it should. */
export function passes({ judge, verdict, faults, seeds }: Result): boolean {
  const seesFaults = seeds.length > 0 && seeds.every(({ caught }) => caught);
  return verdict !== undefined && seesFaults && (judge.reportOnly === true || faults.length === 0);
}

/** Runs the judges, two at a time, and gives the results in their order. */
export async function runJudges(
  judges: readonly Judge[],
  missing: Missing,
  context: Omit<Context, 'temporary'>,
  temporary: string,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = judges.map((judge, index) => ({ judge, index }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const folder = join(temporary, next.judge.name);
      mkdirSync(folder, { recursive: true });
      const result = await runJudge(next.judge, missing, { ...context, temporary: folder });
      rmSync(folder, { recursive: true, force: true });
      results[next.index] = result;
      process.stderr.write(`${next.judge.name}: ${result.seconds.toFixed(1)} s\n`);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

async function runJudge(judge: Judge, missing: Missing, context: Context): Promise<Result> {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  const lacking = judge.needs.filter((need) => missing.has(need));
  if (lacking.length > 0) {
    const faults = lacking.map((need) => ({
      at: describeNeed(need),
      message: `not to be had: ${missing.get(need)}`,
    }));
    return { judge, verdict: undefined, faults, seeds: [], seconds: seconds() };
  }
  try {
    const verdict = await judge.judge(context);
    const seeds = [];
    for (const seed of judge.seeds) {
      const found = await seed.judge(context);
      const caught = found.some(({ message }) => seed.expect.test(message));
      seeds.push({ fault: seed.fault, caught, found: found.map(({ message }) => message).join('; ') });
    }
    const nothing = verdict.count === 0 ? [{ at: judge.name, message: 'nothing was judged' }] : [];
    return { judge, verdict, faults: [...nothing, ...verdict.faults], seeds, seconds: seconds() };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      judge,
      verdict: undefined,
      faults: [{ at: judge.name, message }],
      seeds: [],
      seconds: seconds(),
    };
  }
}
