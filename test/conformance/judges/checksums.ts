import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../src/pack/manifest.ts';
import { outputOf, runCommand } from '../command.ts';
import { unpackZip } from '../edit-zip.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { copyOfPack, filesBelow } from '../sample-pack.ts';

/** The out folder and every unpacked zip: SHA256SUMS by sha256sum, and the manifest against the files there are. */
export const checksums: Judge = {
  name: 'checksums',
  needs: [
    { debian: 'coreutils', command: 'sha256sum' },
    { debian: 'python3', command: 'python3' },
  ],

  async judge({ pack, temporary }) {
    const faults = [...(await check(pack.folder, 'out'))];
    for (const zip of pack.zips) {
      const folder = await unpackZip(join(pack.folder, zip), join(temporary, 'unpacked'));
      faults.push(...(await check(folder, zip)));
    }
    const version = (await outputOf('sha256sum', ['--version'])).split('\n')[0]!;
    return { tool: version, count: 1 + pack.zips.length, unit: 'folders and unpacked zips', faults };
  },

  seeds: [
    {
      fault: 'a file is changed',
      expect: /^sha256sum: .*FAILED/,
      judge: (context) =>
        seeded(context, (folder) => writeFileSync(join(folder, context.pack.pdfs[0]!.path), 'changed')),
    },
    {
      fault: 'the manifest has another hash',
      expect: /^the manifest has another sha256/,
      judge: (context) =>
        seeded(context, (folder) => {
          const file = join(folder, 'manifest.json');
          writeFileSync(file, readFileSync(file, 'utf8').replace(/"sha256": "../, '"sha256": "zz'));
        }),
    },
    {
      fault: 'a file is missing',
      expect: /^the manifest lists/,
      judge: (context) => seeded(context, (folder) => rmSync(join(folder, context.pack.docxs[0]!.path))),
    },
    {
      fault: 'a file is there that nothing lists',
      expect: /^not in the manifest/,
      judge: (context) => seeded(context, (folder) => writeFileSync(join(folder, 'en/more.pdf'), '')),
    },
  ],
};

const unlisted = ['SHA256SUMS', 'manifest.json'];

async function check(folder: string, at: string): Promise<readonly Fault[]> {
  const faults: string[] = [];
  const { code, stdout, stderr } = await runCommand(
    'sha256sum',
    ['--check', '--strict', '--quiet', 'SHA256SUMS'],
    {
      cwd: folder,
    },
  );
  if (code !== 0) faults.push(`sha256sum: ${`${stdout}${stderr}`.trim().replaceAll('\n', '; ')}`);
  const sums = new Map(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = new Set(filesBelow(folder));
  for (const { path, sha256, bytes } of manifest.files) {
    if (!files.has(path)) faults.push(`the manifest lists ${path}, which is not there`);
    else if (readFileSync(join(folder, path)).length !== bytes)
      faults.push(`the manifest has another length of ${path}`);
    if (sums.get(path) !== sha256) faults.push(`the manifest has another sha256 of ${path} than SHA256SUMS`);
  }
  const listed = new Set(manifest.files.map(({ path }) => path));
  for (const path of files) {
    if (!listed.has(path) && !unlisted.includes(path)) faults.push(`not in the manifest: ${path}`);
    if (!sums.has(path) && path !== 'SHA256SUMS') faults.push(`not in SHA256SUMS: ${path}`);
  }
  return faults.map((message) => ({ at, message }));
}

async function seeded(context: Context, edit: (folder: string) => void): Promise<readonly Fault[]> {
  const copy = copyOfPack(context);
  edit(copy);
  return check(copy, 'seeded');
}
