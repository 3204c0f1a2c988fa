import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { outputOf } from '../command.ts';
import { campaignYaml } from './campaign-cases.ts';
import { document, type HostileCase, withBody } from './hostile-case.ts';
import { png } from './pictures.ts';

/** Where cases run: a folder with a small campaign in `content/` and its pack in `out/`, and the command's launcher. */
export interface CaseGround {
  readonly launcher: string;
  readonly pattern: string;
  /** Empty; a folder a case is made in it and taken away again. */
  readonly work: string;
}

/** What a run of the command left. */
export interface CaseRun {
  readonly exit: number | string;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Peak resident memory of the process in MB; NaN where it did not live to tell. */
  readonly megabytes: number;
}

/** Most seconds and memory of a run that says nothing else (safety promise: bounded). */
const mostSeconds = 10;
const mostMegabytes = 1000;

/** Runs the command in a folder, with what it took. Killed after 60 seconds. */
function runCommand(launcher: string, args: readonly string[], cwd: string): Promise<CaseRun> {
  // Not maxRSS: that counts what the process that started it had taken.
  const memory = join(dirname(cwd), `memory-${process.hrtime.bigint()}`);
  const probe = `process.on('exit', () => { const use = process.resourceUsage(); const fs = require('node:fs'); const peak = Number(/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]); fs.writeFileSync(${JSON.stringify(memory)}, JSON.stringify([peak / 1024, (use.userCPUTime + use.systemCPUTime) / 1e6])); });`;
  const script = `${memory}.cjs`;
  writeFileSync(script, probe);
  const { PATH = '' } = process.env;
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--require', script, launcher, ...args], { cwd, env: { PATH } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    output.stdout += data;
  });
  child.stderr.on('data', (data) => {
    output.stderr += data;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const wall = Number(process.hrtime.bigint() - began) / 1e9;
      const used: [number, number] = existsSync(memory)
        ? JSON.parse(readFileSync(memory, 'utf8'))
        : [Number.NaN, Number.NaN];
      const [megabytes, processor] = used;
      // A machine that others use makes it wait; threads of the collector make it use more than it takes.
      const seconds = Math.min(wall, processor);
      for (const path of [memory, script]) rmSync(path, { force: true });
      resolve({ exit: code ?? String(signal), ...output, seconds, megabytes });
    });
  });
}

/** A small campaign that builds, with its pack, and what a way out of it would reach. Throws where it does not build. */
export async function makeGround(launcher: string, folder: string): Promise<CaseGround> {
  const [pattern, work] = [join(folder, 'pattern'), join(folder, 'work')];
  for (const path of [join(pattern, 'content/leaflets/stand'), join(pattern, 'content-evil'), work]) {
    mkdirSync(path, { recursive: true });
  }
  for (const path of ['secret.png', 'content-evil/secret.png']) writeFileSync(join(pattern, path), png(4, 4));
  writeFileSync(join(pattern, 'content/campaign.yaml'), campaignYaml());
  writeFileSync(join(pattern, 'content', document), withBody('Stand with them.'));
  const { exit, stderr } = await runCommand(launcher, ['build'], pattern);
  if (exit !== 0) throw new Error(`the small campaign does not build: ${stderr}`);
  return { launcher, pattern, work };
}

/** Runs one case through `build` and says what is wrong with how the tool took it; empty where nothing is. */
export async function runCase(
  hostile: HostileCase,
  ground: CaseGround,
  name: string,
): Promise<readonly string[]> {
  const folder = join(ground.work, name);
  cpSync(ground.pattern, folder, { recursive: true });
  layFiles(join(folder, 'content'), hostile.files);
  const before = packHash(join(folder, 'out'));
  const run = await runCommand(ground.launcher, ['build'], folder);
  const faults = [...judgeRun(hostile, run), ...judgeFolder(folder, before, run)];
  if (run.exit === 0 && hostile.keeps !== undefined) faults.push(...(await judgeText(hostile.keeps, folder)));
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

function layFiles(content: string, files: HostileCase['files']): void {
  for (const [path, file] of Object.entries(files)) {
    const target = join(content, path);
    rmSync(file === null ? (dirname(target) === content ? target : dirname(target)) : target, {
      recursive: true,
      force: true,
    });
    if (file === null) continue;
    mkdirSync(dirname(target), { recursive: true });
    if (typeof file === 'object' && 'link' in file) symlinkSync(file.link, target);
    else writeFileSync(target, file);
  }
}

function judgeRun(hostile: HostileCase, run: CaseRun): string[] {
  const faults: string[] = [];
  const lines = run.stderr.split('\n');
  if (run.exit !== hostile.exit) faults.push(`exit ${run.exit}, not ${hostile.exit}`);
  for (const tell of hostile.tells) {
    if (!lines.some((line) => line.startsWith(tell.startsWith('error ') ? tell : `content/${tell}`)))
      faults.push(`nothing is told at ${tell}`);
  }
  if (/^\s+at .+(:\d+:\d+\)?|\(native\))$/m.test(run.stderr)) faults.push('a stack trace');
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(run.stderr))
    faults.push('a raw control on the terminal');
  if (!(run.seconds <= (hostile.seconds ?? mostSeconds))) faults.push(`${run.seconds.toFixed(1)} s`);
  if (!(run.megabytes <= (hostile.megabytes ?? mostMegabytes))) faults.push(`${run.megabytes.toFixed(0)} MB`);
  if (faults.length) faults.push(`it said: ${run.stderr.slice(0, 600).replaceAll('\n', ' ⏎ ')}`);
  return faults;
}

/** Bidi controls are no text, and poppler adds some of its own. */
async function judgeText(expected: string, folder: string): Promise<readonly string[]> {
  const pdf = join(folder, 'out/en/leaflets/stand.pdf');
  const text = (await outputOf('pdftotext', [pdf, '-'])).replace(
    /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
  return text.replace(/\s+/g, ' ').includes(expected)
    ? []
    : [`the PDF does not hold ${JSON.stringify(expected)}`];
}

/** The old pack stays where the build fails, and nothing but the pack is ever written. */
function judgeFolder(folder: string, before: string, run: CaseRun): string[] {
  const faults: string[] = [];
  if (run.exit !== 0 && packHash(join(folder, 'out')) !== before) faults.push('the old pack was changed');
  const names = readdirSync(folder).filter(
    (name) => !['content', 'content-evil', 'out', 'secret.png'].includes(name),
  );
  if (names.length) faults.push(`left behind: ${names.join(', ')}`);
  return faults;
}

/** One hash of every path and byte of a pack. */
export function packHash(out: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })
    .map((e) => join(e.parentPath, e.name))
    .sort()) {
    hash.update(`${entry.slice(out.length)}\0`);
    try {
      hash.update(readFileSync(entry));
    } catch {} // a folder
  }
  return hash.digest('hex');
}
