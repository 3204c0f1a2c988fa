// Run after a change of dependencies: adds to package-lock.json the optional packages of other platforms that npm left
// out because the registry at hand does not have them. With `overrides` in package.json, `npm ci` refuses a lock
// that lacks them. They are pinned by version; npm fills in their integrity where it can.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;
const platform =
  /(?<os>aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(?<cpu>arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)(?:-(?<abi>\w+))?$/;

for (const [path, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (packages[`node_modules/${name}`] || packages[`${path}/node_modules/${name}`]) continue;
    const match = platform.exec(name);
    if (!match || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    const { os, cpu, abi } = match.groups;
    const libc = os === 'linux' && abi ? (abi.startsWith('musl') ? 'musl' : 'glibc') : undefined;
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev && { dev: true }),
      ...(libc && { libc: [libc] }),
      optional: true,
      os: [os],
    };
    console.log(`added ${name} ${version}`);
  }
}
const paths = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(paths.map((path) => [path, packages[path]]));
writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`);
