// How many of a campaign's DOCX have other bytes in a second run, in another time zone, or made in reversed order, as
// JSON. usage: node docx-bytes.mjs <campaign>
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openSession, planBuild, runJob } from '../../dist/bench.cjs';

const [campaign, order] = process.argv.slice(2);
if (order) process.stdout.write(JSON.stringify(await sums(order === 'reversed')));
else {
  const first = inProcess('forward', 'UTC');
  const others = [
    inProcess('forward', 'UTC'),
    inProcess('forward', 'Pacific/Auckland'),
    inProcess('reversed', 'America/St_Johns'),
  ];
  const names = Object.keys(first);
  if (names.length === 0) throw new Error('the campaign has no documents');
  const differing = names.filter((name) => others.some((sums) => sums[name] !== first[name]));
  process.stdout.write(JSON.stringify({ next: differing.length }));
}

function inProcess(name, TZ) {
  const script = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [script, campaign, name], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, TZ, USAGE_FILE: '' },
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** The SHA-256 of each file by its path, made in the order of the plan or from its end. */
async function sums(isReversed) {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const places = { campaignRoot: campaign, toolRoot: root, workingFolder: root, sourceDateEpoch: undefined };
  const session = openSession(places).value;
  const filter = { documents: undefined, locales: undefined, formats: ['docx'], editions: ['reading'] };
  const { jobs } = planBuild(session.campaign, session.files, filter).value;
  const found = {};
  for (const job of isReversed ? [...jobs].reverse() : jobs) {
    const { artifacts } = await runJob(job, session, true);
    for (const { path, bytes } of artifacts) found[path] = createHash('sha256').update(bytes).digest('hex');
  }
  session.close();
  return found;
}
