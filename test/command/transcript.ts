import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { temporaryFolder } from './tool.ts';

/** A part of a transcript: prose, or a fenced block with what stands behind its fence. */
interface Part {
  readonly info: string | undefined;
  readonly fence: string;
  readonly lines: readonly string[];
}

/** What depends on the machine, or on bytes that other tests hold to account, and what stands for it. */
const normalizations: readonly (readonly [RegExp, string])[] = [
  [/"sha256":"[0-9a-f]{64}"/g, '"sha256":"<sha256>"'],
  [/"bytes":\d+/g, '"bytes":<bytes>'],
];

/**
 * Plays a transcript and returns it with what really happened. Prose stays; each `##` begins in a new folder, into
 * which the files given before the first one are written too.
 *
 * - `file PATH` gives a file; `<pid>` in it stands for the id of this process.
 * - `run` is a command, `$ NAME=value campaign-pack …`, what it printed on stdout, then `--- stderr` and `--- exit N`.
 * - `left PATH` is what a file holds after that, or with a `/` at its end the files below a folder.
 */
export async function play(transcript: string): Promise<string> {
  const shared: Part[] = [];
  let folder: string | undefined;
  const played: Part[] = [];
  for (const part of partsOf(transcript)) {
    if (part.info === undefined && part.lines[0]?.startsWith('## ')) {
      folder = temporaryFolder();
      for (const given of shared) giveFile(given, folder);
    }
    if (!folder && part.info?.startsWith('file ')) shared.push(part);
    played.push(folder ? await act(part, folder) : part);
  }
  return played.map(written).join('\n');
}

/** Prose is cut at each `##`. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let current: { info: string | undefined; fence: string; lines: string[] } = prose();
  for (const line of text.split('\n')) {
    const fence = /^(`{3,})(.*)$/.exec(line);
    if (current.info !== undefined && line === current.fence) {
      parts.push(current);
      current = prose();
    } else if (current.info === undefined && (fence || line.startsWith('## '))) {
      if (current.lines.length > 0) parts.push(current);
      current = fence ? { info: fence[2]!, fence: fence[1]!, lines: [] } : { ...prose(), lines: [line] };
    } else current.lines.push(line);
  }
  if (current.info !== undefined) throw new Error(`a block is not closed: ${current.info}`);
  return [...parts, current];
}

const prose = () => ({ info: undefined, fence: '', lines: [] as string[] });

function written({ info, fence, lines }: Part): string {
  return info === undefined ? lines.join('\n') : [fence + info, ...lines, fence].join('\n');
}

async function act(part: Part, folder: string): Promise<Part> {
  const [verb, path = ''] = part.info?.split(' ') ?? [];
  if (verb === 'file') giveFile(part, folder);
  else if (verb === 'run') return { ...part, lines: await runLines(part.lines[0]!, folder) };
  else if (verb === 'left') return { ...part, lines: leftLines(join(folder, path), path.endsWith('/')) };
  return part;
}

function giveFile({ info, lines }: Part, folder: string): void {
  const path = join(folder, info!.slice('file '.length));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`.replace('<pid>', String(process.pid))).join(''));
}

async function runLines(command: string, folder: string): Promise<readonly string[]> {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3]!);
  const at = words.indexOf('campaign-pack');
  if (words[0] !== '$' || at < 1) throw new Error(`not a command: ${command}`);
  const environment = Object.fromEntries(words.slice(1, at).map((word) => word.split('=')));
  const { code, stdout, stderr } = await capture(words.slice(at + 1), folder, environment);
  const errors = stderr === '' ? [] : ['--- stderr', ...linesOf(stderr)];
  return [command, ...linesOf(stdout), ...errors, `--- exit ${code}`];
}

/** Runs the tool in this process, as if its output were piped. */
export async function capture(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  let stdout = '';
  let stderr = '';
  const terminal: Terminal = {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    colour: { out: false, err: false },
    progressCells: () => undefined,
    workingFolder: folder,
    environment,
    today: () => '2026-11-23',
  };
  const code = await run(args, terminal);
  return { code, stdout, stderr };
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Error('output that does not end its line');
  const plain = normalizations.reduce((said, [pattern, by]) => said.replace(pattern, by), text);
  return plain.slice(0, -1).split('\n');
}

function leftLines(path: string, isFolder: boolean): readonly string[] {
  if (!existsSync(path)) return ['(nothing)'];
  if (!isFolder) return linesOf(readFileSync(path, 'utf8'));
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length))
    .sort();
}
