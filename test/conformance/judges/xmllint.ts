import { join } from 'node:path';
import { runCommand } from '../command.ts';
import { editZip, unpackZip } from '../edit-zip.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { filesBelow } from '../sample-pack.ts';

/** Every part of every DOCX is well-formed XML, by libxml2. */
export const xmllint: Judge = {
  name: 'xmllint',
  needs: [
    { debian: 'libxml2-utils', command: 'xmllint' },
    { debian: 'python3', command: 'python3' },
  ],

  async judge(context) {
    const { folder, docxs } = context.pack;
    const faults: Fault[] = [];
    let count = 0;
    for (const { path } of docxs) {
      const found = await checkParts(context, join(folder, path), path);
      faults.push(...found.faults);
      count += found.parts;
    }
    const { stderr } = await runCommand('xmllint', ['--version']);
    return {
      tool: `libxml2 ${/version (\d+)/.exec(stderr)?.[1]}`,
      count,
      unit: 'parts of DOCX files',
      faults,
    };
  },

  seeds: [
    {
      fault: 'a part is cut off',
      expect: /Premature end|EndTag|not terminated|parser error/,
      async judge(context) {
        const { folder, docxs } = context.pack;
        const copy = join(context.temporary, 'seeded.docx');
        await editZip(join(folder, docxs[0]!.path), copy, 'word/styles.xml', (text) => text.slice(0, -20));
        return (await checkParts(context, copy, 'seeded.docx')).faults;
      },
    },
  ],
};

async function checkParts(
  context: Context,
  docx: string,
  at: string,
): Promise<{ readonly parts: number; readonly faults: readonly Fault[] }> {
  const folder = await unpackZip(docx, join(context.temporary, 'parts'));
  const parts = filesBelow(folder).filter((part) => /\.(?:xml|rels)$/.test(part));
  const { code, stderr } = await runCommand('xmllint', ['--noout', '--nonet', ...parts], { cwd: folder });
  const lines = stderr.split('\n').filter((line) => /^\S+:\d+:/.test(line));
  const faults = lines.map((message) => ({ at, message }));
  if (code !== 0 && faults.length === 0) faults.push({ at, message: stderr.trim() });
  return { parts: parts.length, faults };
}
