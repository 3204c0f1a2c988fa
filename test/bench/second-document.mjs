// One process, one worker: how long the first Chinese document takes and how long the next one, as JSON.
import { fileURLToPath } from 'node:url';
import { openSession, planBuild, runJob } from '../../dist/bench.cjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const places = {
  campaignRoot: `${root}content`,
  toolRoot: root,
  workingFolder: root,
  sourceDateEpoch: undefined,
};
const session = openSession(places).value;
const filter = { documents: undefined, locales: ['zh-Hant'], formats: ['pdf'], editions: ['reading'] };
const { jobs } = planBuild(session.campaign, session.files, filter).value;
const times = [];
for (const job of jobs.slice(0, 2)) {
  const before = process.cpuUsage();
  await runJob(job, session, true);
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
session.close();
const [first, next] = times;
process.stdout.write(JSON.stringify({ next: next / first }));
