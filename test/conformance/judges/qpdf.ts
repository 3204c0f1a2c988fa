import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf, runCommand } from '../command.ts';
import type { Fault, Judge } from '../judge.ts';

/** Syntax, streams and cross-references of every PDF, by `qpdf --check`. */
export const qpdf: Judge = {
  name: 'qpdf',
  needs: [{ debian: 'qpdf', command: 'qpdf' }],

  async judge({ pack }) {
    const faults: Fault[] = [];
    const pdfs = [...pack.pdfs, ...pack.printPdfs];
    for (const { path } of pdfs) faults.push(...(await check(join(pack.folder, path), path)));
    const version = (await outputOf('qpdf', ['--version'])).split('\n')[0]!.replace('version ', '');
    return { tool: version, count: pdfs.length, unit: 'PDF files', faults };
  },

  seeds: [
    {
      fault: 'the place of the cross-references is wrong',
      expect: /xref|cross-reference/,
      judge: ({ pack, temporary }) => {
        const broken = readFileSync(join(pack.folder, pack.pdfs[0]!.path), 'latin1').replace(
          /startxref\n\d+/,
          'startxref\n9',
        );
        const file = join(temporary, 'broken.pdf');
        writeFileSync(file, broken, 'latin1');
        return check(file, 'broken.pdf');
      },
    },
  ],
};

async function check(file: string, at: string): Promise<readonly Fault[]> {
  const { code, stdout, stderr } = await runCommand('qpdf', ['--check', file]);
  if (code === 0) return [];
  const said = `${stderr}${stdout}`.trim().replaceAll(file, at).split('\n');
  return said.map((message) => ({ at, message }));
}
