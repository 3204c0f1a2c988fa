import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const usage = new URL('./usage.mjs', import.meta.url).href;
const treeUsage = fileURLToPath(new URL('./peers/usage.py', import.meta.url));

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
 * What a contender uses in a process of its own: `{ cpu, page, wall, rss, bytes, printed }`; user and system CPU, that by
 * its pages, and wall in ms, peak memory in MB. It begins in an empty folder that goes away afterwards, so that it finds
 * no cache of its own. A contender with a command is measured with all processes that it starts.
 */
export function measure(contender) {
  return inTemporaryFolder((folder) => {
    const file = join(folder, 'usage.json');
    const target = join(folder, contender.target ?? (contender.command ? 'out.pdf' : 'out'));
    const printed = contender.command ? runAll(contender, target, file) : runOne(contender, target, file);
    const bytes = contender.out && bytesOf(folder, contender.out);
    const used = JSON.parse(readFileSync(file, 'utf8'));
    return { ...used, page: used.cpu / (contender.pages ?? 1), bytes, printed };
  });
}

function runOne({ args }, target, file) {
  return run(['--import', usage, ...args(target)], { cwd: dirname(target), env: environmentOf(file) });
}

/** Where a contender may fail, it must say at which place. */
function runAll({ command, mayFail }, target, file) {
  const given = command(target);
  const child = spawnSync('python3', [treeUsage, ...given], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    cwd: dirname(target),
    env: environmentOf(file),
  });
  if (child.error) throw child.error;
  const isRefused = mayFail && child.status === 1 && /^\S+:\d+:\d+: error /m.test(child.stderr);
  if (child.status !== 0 && !isRefused) throw new Error(`${given.join(' ')} failed:\n${child.stderr}`);
  return undefined;
}

const environmentOf = (file) => ({ ...process.env, USAGE_FILE: file });

/** The size of all files below a folder whose path, from there, matches. */
function bytesOf(folder, pattern) {
  const sizes = readdirSync(folder, { recursive: true })
    .filter((path) => pattern.test(path))
    .map((path) => statSync(join(folder, path)).size);
  if (sizes.length === 0) throw new Error(`no output matches ${pattern}`);
  return sizes.reduce((sum, size) => sum + size, 0);
}
