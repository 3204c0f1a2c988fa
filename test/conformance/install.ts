import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.ts';
import type { Need } from './judge.ts';

/** What could not be had, by need: why. */
export type Missing = ReadonlyMap<Need, string>;

const attempts = 3;

/** Installs what the judges need and this machine lacks. */
export async function install(needs: readonly Need[], jars: (artifact: string) => string): Promise<Missing> {
  const absent = needs.filter((need) => 'debian' in need && !isThere(need));
  const packages = [...new Set(absent.flatMap((need) => ('debian' in need ? [need.debian] : [])))].sort();
  const said = packages.length > 0 ? await installDebian(packages) : '';
  const missing = new Map<Need, string>();
  for (const need of absent) if (!isThere(need)) missing.set(need, said);
  for (const need of needs) {
    if (!('maven' in need) || existsSync(jars(need.maven))) continue;
    const fault = await installMaven(need.maven, jars(need.maven));
    if (fault) missing.set(need, fault);
  }
  return missing;
}

/** A need in words. */
export function describeNeed(need: Need): string {
  return 'maven' in need ? `${need.maven} of Maven Central` : `Debian’s package ${need.debian}`;
}

function isThere(need: Need): boolean {
  if ('maven' in need) return false;
  return 'file' in need ? existsSync(need.file) : isOnPath(need.command);
}

function isOnPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What apt said where it failed. */
async function installDebian(packages: readonly string[]): Promise<string> {
  process.stderr.write(`installing ${packages.join(' ')}\n`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: readonly string[]) => {
    const whole = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=600',
      ...args,
    ];
    return runCommand(whole[0]!, whole.slice(1), { timeout: 900 });
  };
  return retry(async () => {
    await apt('update', '-q');
    const { code, stderr } = await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
    return code === 0 ? '' : stderr.trim();
  });
}

/** Brings an artifact and all that it depends on into a folder; gives what Maven said where it fails. */
async function installMaven(artifact: string, folder: string): Promise<string> {
  process.stderr.write(`installing ${artifact}\n`);
  const [group, id, version] = artifact.split(':');
  const project = `${folder}.project`;
  mkdirSync(project, { recursive: true });
  writeFileSync(
    join(project, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>conformance</groupId><artifactId>${id}</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency>
<groupId>${group}</groupId><artifactId>${id}</artifactId><version>${version}</version>
<exclusions><exclusion><groupId>org.apache.maven.plugins</groupId><artifactId>*</artifactId></exclusion></exclusions>
</dependency></dependencies>
</project>
`,
  );
  return retry(async () => {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
    const { code, stdout } = await runCommand('mvn', ['-B', '-q', '-U', ...goal], { cwd: project });
    if (code === 0) return '';
    rmSync(folder, { recursive: true, force: true });
    return stdout.trim();
  });
}

/** Tries until there is nothing to complain of; gives the last complaint. */
async function retry(action: () => Promise<string>): Promise<string> {
  let said = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, attempt * 5000));
    try {
      said = await action();
    } catch (error) {
      said = error instanceof Error ? error.message : String(error);
    }
    if (said === '') break;
  }
  return said;
}
