import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, runCommand } from '../command.ts';
import type { Context, Fault, Judge } from '../judge.ts';

/** Every zip by three readers, and what its entries are named and dated. */
export const zips: Judge = {
  name: 'zips',
  needs: [
    { debian: 'unzip', command: 'unzip' },
    { debian: 'p7zip-full', command: '7z' },
    { debian: 'python3', command: 'python3' },
  ],

  async judge({ pack }) {
    const faults: Fault[] = [];
    for (const path of pack.zips) faults.push(...(await check(join(pack.folder, path), path)));
    return { tool: await versions(), count: pack.zips.length, unit: 'zips', faults };
  },

  seeds: [
    {
      fault: 'a byte of an entry is flipped',
      expect: /^(?:unzip|7z|zipfile):/,
      judge: (context) =>
        seeded(context, (zip) => {
          zip[200]! ^= 0xff;
        }),
    },
    {
      fault: 'an entry leads out of its folder',
      expect: /^the name/,
      judge: (context) => rewritten(context, `archive.writestr(zipfile.ZipInfo('en/../../away'), '')`),
    },
    {
      fault: 'names differ in case only',
      expect: /^the names/,
      judge: (context) => rewritten(context, `archive.writestr(zipfile.ZipInfo('start-here.HTML'), '')`),
    },
    {
      fault: 'an entry is dated by the clock',
      expect: /^dated/,
      judge: (context) => rewritten(context, `archive.writestr('dated', '')`),
    },
  ],
};

/** What 7-Zip and unzip say of themselves, and Python. */
async function versions(): Promise<string> {
  const unzip = /UnZip ([\d.]+)/.exec(await outputOf('unzip', ['-v']))?.[1];
  const sevenZip = /7-Zip.*? ([\d.]+)/.exec(await outputOf('7z', []))?.[1];
  const python = (await outputOf('python3', ['--version'])).trim();
  return `unzip ${unzip}, 7-Zip ${sevenZip}, ${python}`;
}

async function check(zip: string, at: string): Promise<readonly Fault[]> {
  const faults: string[] = [];
  const readers: readonly (readonly [string, string, readonly string[]])[] = [
    ['unzip', 'unzip', ['-tqq', zip]],
    ['7z', '7z', ['t', '-bd', zip]],
    ['zipfile', 'python3', ['-c', tester, zip]],
  ];
  for (const [name, command, args] of readers) {
    const { code, stdout, stderr } = await runCommand(command, args);
    if (code !== 0) faults.push(`${name}: ${`${stderr}${stdout}`.trim().replaceAll('\n', ' ')}`);
  }
  return [...faults, ...(await entryFaults(zip))].map((message) => ({ at, message }));
}

const tester = `
import sys, zipfile
bad = zipfile.ZipFile(sys.argv[1]).testzip()
if bad: sys.exit('bad entry ' + bad)
`;
const lister = `
import json, sys, zipfile
print(json.dumps([[e.orig_filename, list(e.date_time)] for e in zipfile.ZipFile(sys.argv[1]).infolist()]))
`;

/** Names that every system can unpack, into the folder alone; and no date of this build. */
async function entryFaults(zip: string): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runCommand('python3', ['-c', lister, zip]);
  if (code !== 0) return [`zipfile: ${stderr.trim()}`];
  const entries: readonly [string, readonly number[]][] = JSON.parse(stdout);
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const [name, date] of entries) {
    if (!isPortable(name)) faults.push(`the name ${JSON.stringify(name)} is not safe everywhere`);
    const folded = name.normalize('NFC').toLowerCase();
    if (seen.has(folded)) faults.push(`the names ${seen.get(folded)} and ${name} are one on some systems`);
    seen.set(folded, name);
    if (date.join(' ') !== '1980 1 1 0 0 0') faults.push(`dated ${date.join(' ')}: ${name}`);
  }
  if (entries.length === 0) faults.push('there are no entries');
  return faults;
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function isPortable(name: string): boolean {
  return name.split('/').every((part) => {
    if (part === '' || part === '.' || part === '..' || reserved.test(part)) return false;
    return !/[\u0000-\u001f<>:"|?*\\]|[. ]$/.test(part);
  });
}

async function seeded({ pack, temporary }: Context, edit: (zip: Buffer) => void): Promise<readonly Fault[]> {
  const bytes = readFileSync(join(pack.folder, pack.zips[0]!));
  edit(bytes);
  const copy = join(temporary, 'seeded.zip');
  writeFileSync(copy, bytes);
  return check(copy, 'seeded.zip');
}

/** Judges a copy to which Python appends something. */
async function rewritten({ pack, temporary }: Context, statement: string): Promise<readonly Fault[]> {
  const copy = join(temporary, 'seeded.zip');
  cpSync(join(pack.folder, pack.zips[0]!), copy);
  await outputOf('python3', [
    '-c',
    `import zipfile\nwith zipfile.ZipFile('${copy}', 'a') as archive: ${statement}`,
  ]);
  return check(copy, 'seeded.zip');
}
