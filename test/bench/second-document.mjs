// One process, one worker: how long the first Chinese document takes and how long the next one, as JSON.
import { performance } from 'node:perf_hooks';

const { openSession, planBuild, runJob } = await import('../../dist/bench.cjs');
const places = { campaignRoot: 'content', toolRoot: '.', workingFolder: '.', sourceDateEpoch: undefined };
const root = new URL('../../', import.meta.url).pathname;
const session = openSession({
  ...places,
  campaignRoot: `${root}content`,
  toolRoot: root,
  workingFolder: root,
}).value;
const filter = { documents: undefined, locales: ['zh-Hant'], formats: ['pdf'] };
const { jobs } = planBuild(session.campaign, session.files, filter).value;
const times = [];
for (const job of jobs.slice(0, 2)) {
  const before = process.cpuUsage();
  const start = performance.now();
  await runJob(job, session, true);
  const { user, system } = process.cpuUsage(before);
  times.push({ cpu: (user + system) / 1000, wall: performance.now() - start });
}
session.close();
process.stdout.write(JSON.stringify(times));
