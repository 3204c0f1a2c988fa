import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Job } from './plan.ts';
import { type JobResult, runJob } from './run-job.ts';
import type { Session, SessionPlaces } from './session.ts';
import type { WorkerTask } from './worker.ts';

/** Told after each job, with how many are done. */
export type Progress = (done: number, total: number, job: Job) => void;

/** What a worker is worth: fewer jobs than this a thread cost more to hand over than they take. */
const jobsAWorker = 12;

/** Runs the jobs here, or on threads where there are many; the results stand in the order of the jobs. */
export async function runJobs(
  jobs: readonly Job[],
  session: Session,
  places: SessionPlaces,
  options: { readonly threads: number | undefined; readonly write: boolean; readonly progress: Progress },
): Promise<readonly JobResult[]> {
  const threads = Math.min(options.threads ?? automaticThreads(jobs.length), jobs.length);
  if (threads > 1) return runOnThreads(jobs, places, threads, options);
  const results: JobResult[] = [];
  for (const job of jobs) {
    results.push(await runJob(job, session, options.write));
    options.progress(results.length, jobs.length, job);
  }
  return results;
}

function automaticThreads(jobs: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(jobs / jobsAWorker)));
}

async function runOnThreads(
  jobs: readonly Job[],
  places: SessionPlaces,
  threads: number,
  options: { readonly write: boolean; readonly progress: Progress },
): Promise<readonly JobResult[]> {
  const { Tinypool } = await import('tinypool');
  const filename = new URL('./worker.cjs', import.meta.url).href;
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads, name: 'runTask' });
  let done = 0;
  try {
    return await Promise.all(
      jobs.map(async (job) => {
        const task: WorkerTask = { job, places, write: options.write };
        const result: JobResult = await pool.run(task);
        options.progress(++done, jobs.length, job);
        return result;
      }),
    );
  } finally {
    await pool.destroy();
  }
}

/** Each finding once: what several documents share (a template, a style sheet) is told at its first. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const { code, message, span } = diagnostic;
    const key = JSON.stringify([code, message, span?.source.name, span?.start, span?.end]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
