import { chownSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.ts';
import type { Context, Fault, Judge, Need } from '../judge.ts';
import { copyOfPack, filesBelow } from '../sample-pack.ts';

/** A build in other surroundings. */
interface Surroundings {
  readonly name: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of `build`. */
  readonly options?: readonly string[];
  /** Octal; 022 where it is not given. */
  readonly umask?: string;
  /** Commands that start the build: each takes the rest of the line as a command. */
  readonly within?: readonly string[];
  /** Who builds; this process's user where it is not given. */
  readonly userId?: number;
}

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

/** Every way in which two builds of one campaign may differ. */
const surroundings: readonly Surroundings[] = [
  {
    name: 'another time zone, language, home, umask; one thread',
    environment: {
      TZ: 'Pacific/Chatham',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      HOME: '/nowhere',
      USER: 'someone',
    },
    options: ['--jobs', '1'],
    umask: '077',
  },
  {
    name: 'a third time zone and language; four threads',
    environment: { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LANGUAGE: 'ar', CI: '1', NO_COLOR: '1' },
    options: ['--jobs', '4'],
    umask: '002',
  },
  { name: 'no network', within: ['unshare', ...(isRoot ? [] : ['--map-root-user']), '--net'] },
  {
    name: 'a clock seven years ahead',
    environment: { FAKETIME_DONT_FAKE_MONOTONIC: '1' },
    within: ['faketime', '2033-07-08 09:10:11'],
  },
  ...(isRoot
    ? [
        {
          name: 'another user',
          within: ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'],
          userId: nobody,
        },
      ]
    : []),
];

const needs: readonly Need[] = [
  { debian: 'util-linux', command: 'unshare' },
  { debian: 'util-linux', command: 'setpriv' },
  { debian: 'faketime', command: 'faketime' },
];

/** The same bytes whatever surrounds a build, the network among it. */
export const reproducible: Judge = {
  name: 'reproducible',
  needs,

  async judge(context) {
    const faults: Fault[] = [];
    for (const one of surroundings) {
      const built = await build(context, one);
      const found = typeof built === 'string' ? differences(context.pack.folder, built) : [built.message];
      faults.push(...found.map((message) => ({ at: one.name, message })));
    }
    return {
      tool: `Node ${process.versions.node}`,
      count: surroundings.length,
      unit: 'builds in other surroundings',
      faults,
      notes: isRoot ? [] : ['not run by root, so that no build was made as another user'],
    };
  },

  seeds: [
    {
      fault: 'a byte of a file differs',
      expect: /^differs/,
      judge: (context) =>
        seeded(context, (folder) => {
          const file = join(folder, context.pack.docxs[0]!.path);
          const bytes = readFileSync(file);
          bytes[bytes.length - 1]! ^= 1;
          writeFileSync(file, bytes);
        }),
    },
    {
      fault: 'a file is missing',
      expect: /^is missing/,
      judge: (context) => seeded(context, (folder) => rmSync(join(folder, context.pack.pdfs[0]!.path))),
    },
  ],
};

/** Builds from and into folders of its own; gives the out folder, or what went wrong. */
async function build(
  { root, temporary }: Context,
  { name, environment, options = [], umask = '022', within = [], userId }: Surroundings,
): Promise<string | { readonly message: string }> {
  const folder = join(temporary, name.replace(/\W+/g, '-'));
  mkdirSync(folder);
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  if (userId !== undefined) for (const path of [temporary, folder]) chownSync(path, userId, userId);
  const tool = [process.execPath, join(root, 'bin/campaign-pack.js'), 'build', '--out', 'pack', ...options];
  const command = ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...within, ...tool];
  const env = { PATH: process.env.PATH, ...environment };
  const { code, stderr } = await runCommand(command[0]!, command.slice(1), { cwd: folder, env });
  return code === 0
    ? join(folder, 'pack')
    : { message: `ended with ${code ?? 'a signal'}: ${stderr.trim()}` };
}

function differences(expected: string, found: string): readonly string[] {
  const [own, other] = [filesBelow(expected), filesBelow(found)];
  const both = other.filter((path) => own.includes(path));
  const changed = both.filter(
    (path) => !readFileSync(join(expected, path)).equals(readFileSync(join(found, path))),
  );
  return [
    ...own.filter((path) => !other.includes(path)).map((path) => `is missing: ${path}`),
    ...other.filter((path) => !own.includes(path)).map((path) => `is more: ${path}`),
    ...changed.map((path) => `differs: ${path}`),
  ];
}

async function seeded(context: Context, edit: (folder: string) => void): Promise<readonly Fault[]> {
  const copy = copyOfPack(context);
  edit(copy);
  return differences(context.pack.folder, copy).map((message) => ({ at: 'seeded', message }));
}
