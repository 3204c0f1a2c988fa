import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.ts';
import type { Need } from './judge.ts';

/** What could not be had, by need: why. */
export type Missing = ReadonlyMap<Need, string>;

const attempts = 3;

/** Where what is not Debian's goes: a folder for each artifact and requirement. */
export interface InstallPlaces {
  readonly maven: (artifact: string) => string;
  readonly pypi: (requirement: string) => string;
  readonly npm: (requirement: string) => string;
}

/** Installs what the judges need and this machine lacks. */
export async function install(needs: readonly Need[], places: InstallPlaces): Promise<Missing> {
  const absent = needs.filter((need) => 'debian' in need && !isThere(need));
  const packages = [...new Set(absent.flatMap((need) => ('debian' in need ? [need.debian] : [])))].sort();
  const said = packages.length > 0 ? await installDebian(packages) : '';
  const missing = new Map<Need, string>();
  for (const need of absent) if (!isThere(need)) missing.set(need, said);
  for (const need of needs) {
    const fault = await installOther(need, places);
    if (fault !== '') missing.set(need, fault);
  }
  return missing;
}

/** A need in words. */
export function describeNeed(need: Need): string {
  if ('maven' in need) return `${need.maven} of Maven Central`;
  if ('npm' in need) return `${need.npm} of npm`;
  return 'pypi' in need ? `${need.pypi} of PyPI` : `Debian’s package ${need.debian}`;
}

/** What is wrong where it cannot be had; Debian's packages are there by now. */
async function installOther(need: Need, places: InstallPlaces): Promise<string> {
  if ('maven' in need) {
    const folder = places.maven(need.maven);
    return existsSync(folder) ? '' : installMaven(need.maven, folder);
  }
  if ('pypi' in need) {
    const folder = places.pypi(need.pypi);
    return existsSync(folder) ? '' : installPython(need.pypi, folder);
  }
  if ('npm' in need) {
    const folder = places.npm(need.npm);
    return existsSync(folder) ? '' : installNpm(need.npm, folder);
  }
  return '';
}

function isThere(need: Need): boolean {
  if ('file' in need) return existsSync(need.file);
  return 'command' in need && isOnPath(need.command);
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

/** Makes a Python environment with a requirement in it; gives what Python said where it fails. */
async function installPython(requirement: string, folder: string): Promise<string> {
  process.stderr.write(`installing ${requirement}\n`);
  return retry(async () => {
    const made = await runCommand('python3', ['-m', 'venv', '--clear', folder]);
    const python = join(folder, 'bin/python3');
    const ended =
      made.code === 0 ? await runCommand(python, ['-m', 'pip', 'install', '--quiet', requirement]) : made;
    if (ended.code === 0) return '';
    rmSync(folder, { recursive: true, force: true });
    return (ended.stderr || ended.stdout).trim();
  });
}

/** Brings a package without what it may do without; gives what npm said where it fails. */
async function installNpm(requirement: string, folder: string): Promise<string> {
  process.stderr.write(`installing ${requirement}\n`);
  return retry(async () => {
    // A browser runs it: what version of Node it asks for is nothing to go by.
    const flags = ['--omit=optional', '--engine-strict=false', '--ignore-scripts', '--no-audit', '--no-fund'];
    mkdirSync(folder, { recursive: true });
    const { code, stderr } = await runCommand('npm', ['install', '--prefix', folder, ...flags, requirement]);
    if (code === 0) return '';
    rmSync(folder, { recursive: true, force: true });
    return stderr.trim();
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
