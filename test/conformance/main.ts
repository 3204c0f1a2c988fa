import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type InstallPlaces, install } from './install.ts';
import { judges } from './judges.ts';
import { reportOf } from './report.ts';
import { passes, runJudges } from './run-judges.ts';
import { buildSamplePack } from './sample-pack.ts';

/** Runs the judges, or those named by `--only a,b`, and prints what they say; gives the exit code. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? judges.map(({ name }) => name);
  const unknown = names.filter((name) => !judges.some((judge) => judge.name === name));
  if (unknown.length > 0) {
    console.error(`no judge ${unknown.join(', ')}; there are ${judges.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const chosen = judges.filter(({ name }) => names.includes(name));
  const cache = join(root, 'node_modules/.cache/conformance');
  const places: InstallPlaces = {
    maven: (artifact) => join(cache, 'maven', artifact.replaceAll(':', '-')),
    pypi: (requirement) => join(cache, 'pypi', requirement.replace('==', '-')),
    npm: (requirement) => join(cache, 'npm', requirement.replace('@', '-')),
  };
  const missing = await install(
    chosen.flatMap(({ needs }) => needs),
    places,
  );
  const temporary = mkdtempSync(join(tmpdir(), 'conformance-'));
  // Another user builds in it too.
  chmodSync(temporary, 0o755);
  try {
    const pack = await buildSamplePack(root, join(temporary, 'pack'));
    const jars = (artifact: string) => join(places.maven(artifact), '*');
    const python = (requirement: string) => join(places.pypi(requirement), 'bin/python3');
    const npm = (requirement: string) =>
      join(places.npm(requirement), 'node_modules', requirement.split('@')[0]!);
    const results = await runJudges(chosen, missing, { root, pack, jars, python, npm }, temporary);
    console.log(reportOf(results));
    return results.every(passes) ? 0 : 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
