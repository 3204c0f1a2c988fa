/** What the bench drives directly: one process, several documents. */
export { planBuild } from './plan.ts';
export { runJob } from './run-job.ts';
export { openSession } from './session.ts';
