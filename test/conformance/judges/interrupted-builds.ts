import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runCommand } from '../command.ts';
import { document, withBody } from '../hostile/hostile-case.ts';
import { type CaseGround, makeGround, packHash } from '../hostile/run-case.ts';
import type { Context, Fault, Judge } from '../judge.ts';

/** Builds that are killed after a delay, and as many while they move files, each at another move. */
const kills = 12;

/** The folder beside `out` that files are moved from, and what they replace into. */
const staging = '.out.staging';

/**
 * Builds that are killed at any moment, or to which the machine denies disk, files or rights: `out` holds the old pack
 * or the whole new one, if need be once the next build has begun; what is told is one line.
 */
export const interruptedBuilds: Judge = {
  name: 'interrupted-builds',
  needs: [
    { debian: 'mount', command: 'mount' },
    { debian: 'util-linux', command: 'unshare' },
  ],

  async judge(context) {
    const ground = await groundOf(context);
    const packs = await packsOf(ground);
    const faults: Fault[] = [];
    for (let i = 0; i < kills; i++) {
      faults.push(...(await killBuild(ground, packs, `after ${i * 80} ms`, afterDelay(i * 80))).faults);
    }
    const moves = aimedMoves(packs.moves);
    for (const move of moves) {
      const { faults: found, isMidway } = await killBuild(ground, packs, `at move ${move}`, atMove(move));
      faults.push(...found);
      if (!isMidway)
        faults.push({ at: `at move ${move}`, message: 'the build was not killed while it moved files' });
    }
    for (const denial of denials) faults.push(...(await deny(ground, packs, denial)));
    const notes = [`${moves.length} builds were killed in the midst of ${packs.moves} moves of files`];
    const count = kills + moves.length + denials.length;
    return { tool: 'SIGKILL, mount, ulimit', count, unit: 'builds', faults, notes };
  },

  seeds: [
    {
      fault: 'a command that writes into the pack before it is done',
      expect: /neither the old pack nor the new one/,
      judge: async (context) => {
        const ground = await groundOf(context);
        const packs = await packsOf(ground);
        const launcher = join(context.temporary, 'careless.mjs');
        writeFileSync(
          launcher,
          "import fs from 'node:fs'; fs.writeFileSync('out/manifest.json', '{'); process.exitCode = 1;",
        );
        return (await killBuild({ ...ground, launcher }, packs, 'at once', afterDelay(0))).faults;
      },
    },
  ],
};

/** Hashes of the pack as it was, and of the one that the changed text makes. */
interface Packs {
  readonly old: string;
  readonly fresh: string;
  /** What moving takes: each file of the old pack gets a second name, and the new one its place. */
  readonly moves: number;
}

async function groundOf({ root, temporary }: Context): Promise<CaseGround> {
  const folder = join(temporary, `ground-${process.hrtime.bigint()}`);
  mkdirSync(folder);
  return makeGround(join(root, 'bin/campaign-pack.js'), folder);
}

async function packsOf(ground: CaseGround): Promise<Packs> {
  const folder = changedCopy(ground, 'whole');
  const old = packHash(join(folder, 'out'));
  const { code, stderr } = await build(ground, folder);
  if (code !== 0) throw new Error(`the changed campaign does not build: ${stderr}`);
  const files = readFileSync(join(folder, 'out/SHA256SUMS'), 'utf8').trimEnd().split('\n').length + 1;
  return { old, fresh: packHash(join(folder, 'out')), moves: 2 * files };
}

/** A campaign with its pack, and a text that was changed since. */
function changedCopy({ pattern, work }: CaseGround, name: string): string {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(pattern, folder, { recursive: true });
  writeFileSync(join(folder, 'content', document), withBody('Another text.'));
  return folder;
}

function build({ launcher }: CaseGround, cwd: string) {
  return runCommand(process.execPath, [launcher, 'build'], { cwd, timeout: 60 });
}

/** Starts a build in a folder, and returns when it was killed or has ended. */
type Kill = (ground: CaseGround, folder: string) => Promise<void>;

const afterDelay =
  (milliseconds: number): Kill =>
  async ({ launcher }, folder) => {
    const child = spawn(process.execPath, [launcher, 'build'], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([wait(milliseconds), ended]);
    child.kill('SIGKILL');
    await ended;
  };

/**
 * Nothing outside is quick enough to hit the moves, which take a millisecond: what is loaded before the tool counts its
 * calls of the file system, and kills the process when so many are done.
 */
const atMove =
  (move: number): Kill =>
  async ({ launcher }, folder) => {
    const counting = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = ${move};
for (const name of ['linkSync', 'renameSync']) {
  const call = fs[name];
  fs[name] = (...paths) => {
    call(...paths);
    if (paths.join().includes(${JSON.stringify(staging)}) && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
syncBuiltinESMExports();`;
    const preload = ['--import', `data:text/javascript,${encodeURIComponent(counting)}`];
    const child = spawn(process.execPath, [...preload, launcher, 'build'], { cwd: folder, stdio: 'ignore' });
    await new Promise((resolve) => child.once('exit', resolve));
  };

/** As many moves as builds are killed, from the first to the last. */
function aimedMoves(moves: number): readonly number[] {
  const step = Math.max(1, (moves - 1) / (kills - 1));
  return Array.from({ length: Math.min(kills, moves) }, (_, i) => 1 + Math.floor(i * step));
}

async function killBuild(
  ground: CaseGround,
  packs: Packs,
  moment: string,
  kill: Kill,
): Promise<{ readonly faults: readonly Fault[]; readonly isMidway: boolean }> {
  const folder = changedCopy(ground, 'killed');
  await kill(ground, folder);
  const [out, at] = [join(folder, 'out'), `killed ${moment}`];
  const isMidway = existsSync(join(folder, staging, 'moving.json'));
  // A build that fails writes nothing, but puts back what the killed one had moved.
  writeFileSync(join(folder, 'content', document), withBody('[x](file:///x)'));
  await build(ground, folder);
  const faults: Fault[] = [];
  if (!isEither(packHash(out), packs))
    faults.push({ at, message: 'neither the old pack nor the new one is in out' });
  writeFileSync(join(folder, 'content', document), withBody('Another text.'));
  const { code, stderr } = await build(ground, folder);
  if (code !== 0 || packHash(out) !== packs.fresh)
    faults.push({ at, message: `the next build ended with ${code}: ${stderr}` });
  rmSync(folder, { recursive: true, force: true });
  return { faults, isMidway };
}

function isEither(hash: string, { old, fresh }: Packs): boolean {
  return hash === old || hash === fresh;
}

/** What the machine denies, or has otherwise than usual: a shell command around the build, in a mount namespace of its own. */
interface Denial {
  readonly name: string;
  readonly shell: string;
  readonly exits: readonly number[];
  readonly says: RegExp;
}

const denials: readonly Denial[] = [
  {
    name: 'files of at most 4 KB',
    shell: 'ulimit -f 4; exec "$@"',
    exits: [74],
    says: /: error output-failed: /,
  },
  {
    name: 'a full disk',
    shell:
      // Room for what there is, and for a part of what is to come.
      'room=$(($(du -ck content out | tail -n 1 | cut -f 1) + 60)) && mount -t tmpfs -o size="$room"k tmpfs "$ROOM" && cp -r content out "$ROOM" && cd "$ROOM" && "$@"; code=$?; rm -rf "$HOME_FOLDER/out" && cp -r out "$HOME_FOLDER/out"; exit $code',
    exits: [74],
    says: /: error output-failed: does not fit on the disk$/m,
  },
  {
    name: 'a folder that is mounted',
    shell: 'mount --bind "$PWD/out" "$PWD/out" && exec "$@"',
    exits: [0],
    says: /files in out/,
  },
  {
    name: 'a read-only folder',
    shell: 'mount --bind "$PWD/out" "$PWD/out" && mount -o remount,ro,bind "$PWD/out" && exec "$@"',
    exits: [73],
    says: /: error output-blocked: is on a read-only file system$/m,
  },
  {
    name: 'few open files',
    shell: 'ulimit -n 21; exec "$@"',
    exits: [74],
    says: /error file-unreadable: too many files are open|error output-failed: /,
  },
];

async function deny(ground: CaseGround, packs: Packs, denial: Denial): Promise<readonly Fault[]> {
  const folder = changedCopy(ground, 'denied');
  const room = join(ground.work, 'room');
  mkdirSync(room, { recursive: true });
  const args = ['-m', 'bash', '-c', denial.shell, 'bash', process.execPath, ground.launcher, 'build'];
  const env = { PATH: process.env.PATH, ROOM: room, HOME_FOLDER: folder };
  const { code, stderr } = await runCommand('unshare', args, { cwd: folder, env, timeout: 60 });
  const faults: string[] = [];
  if (!denial.exits.includes(code ?? -1) || !denial.says.test(stderr)) faults.push(`exit ${code}: ${stderr}`);
  const expected = denial.exits.includes(0) ? packs.fresh : packs.old;
  if (packHash(join(folder, 'out')) !== expected) faults.push('out holds another pack than it should');
  rmSync(folder, { recursive: true, force: true });
  return faults.map((message) => ({ at: denial.name, message }));
}
