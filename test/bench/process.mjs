import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const usage = new URL('./usage.mjs', import.meta.url).href;

/** Makes a temporary folder, hands it to the action, and removes it. */
export function inTemporaryFolder(action) {
  const folder = mkdtempSync(join(tmpdir(), 'campaign-pack-bench-'));
  try {
    return action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs Node with some arguments, and returns what was printed. Throws where it fails. */
export function run(args, options = {}) {
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  if (child.status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${child.stderr}`);
  return child.stdout;
}

/**
 * What a contender uses in a process of its own: `{ cpu, wall, rss, bytes, printed }`; user and system CPU and wall in
 * ms, peak memory in MB. It begins in an empty folder that goes away afterwards, so that it finds no cache of its own.
 */
export function measure({ args, out }) {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'usage.json');
    const target = join(folder, 'out');
    const env = { ...process.env, USAGE_FILE: file };
    const printed = run(['--import', usage, ...args(target)], { cwd: folder, env });
    const bytes = out && bytesOf(folder, out);
    return { ...JSON.parse(readFileSync(file, 'utf8')), bytes, printed };
  });
}

/** The size of all files below a folder whose path, from there, matches. */
function bytesOf(folder, pattern) {
  const sizes = readdirSync(folder, { recursive: true })
    .filter((path) => pattern.test(path))
    .map((path) => statSync(join(folder, path)).size);
  if (sizes.length === 0) throw new Error(`no output matches ${pattern}`);
  return sizes.reduce((sum, size) => sum + size, 0);
}
