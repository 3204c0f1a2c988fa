import type { Job } from './plan.ts';
import { type JobResult, runJob } from './run-job.ts';
import { openSession, type Session, type SessionPlaces } from './session.ts';

/** What a worker thread is asked; plain data. */
export interface WorkerTask {
  readonly job: Job;
  readonly places: SessionPlaces;
  readonly write: boolean;
}

/** A thread's sessions by campaign: documents and fonts stay open from job to job. */
const sessions = new Map<string, Session>();

/** Runs one job on this thread. */
export async function runTask({ job, places, write }: WorkerTask): Promise<JobResult> {
  return runJob(job, sessionOf(places), write);
}

function sessionOf(places: SessionPlaces): Session {
  const known = sessions.get(places.campaignRoot);
  if (known) return known;
  const session = openSession(places).value;
  if (!session) throw new Error('a campaign that was read by the main thread cannot be read by a worker');
  sessions.set(places.campaignRoot, session);
  return session;
}
