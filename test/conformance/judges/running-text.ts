import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadPdf, readPdf } from '../../pdf/support/read-pdf.ts';
import { structureText } from '../../pdf/support/structure-text.ts';
import { outputOf, runCommand } from '../command.ts';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { buildLanguagePack, type LanguageFile } from '../languages/language-pack.ts';
import { endOfBlock, plainText, withoutFurniture } from '../text/find-block.ts';

/**
 * A leaflet and a resolution of running text in every language that has one, against their source: letter by letter as
 * poppler copies it, and as the structure tells it to who reads it aloud.
 */
export const runningText: Judge = {
  name: 'running-text',
  needs: [
    { debian: 'poppler-utils', command: 'pdftotext' },
    { debian: 'qpdf', command: 'qpdf' },
  ],

  async judge({ root, temporary }) {
    const files = await buildLanguagePack(root, temporary);
    const faults: Fault[] = [];
    for (const file of files) {
      faults.push(...(await checkText(file, file.path)), ...checkStructure(file, readFile(file)));
    }
    const { stderr } = await runCommand('pdftotext', ['-v']);
    const languages = new Set(files.map(({ locale }) => locale));
    const blocks = files.reduce((sum, file) => sum + file.blocks.length, 0);
    return {
      tool: `pdftotext ${/[\d.]+/.exec(stderr)?.[0]}, and a reader of structure`,
      count: blocks,
      unit: `paragraphs in ${languages.size} languages, read twice`,
      faults,
    };
  },

  seeds: [
    ...[
      ['bn', /<09[AB]\w>/g],
      ['hi', /<091\w>/g],
      ['th', /<0E2\w>/g],
      ['ko', /<C\w{3}>/g],
    ].map(([locale, codes]) => ({
      fault: `glyphs say other letters than they show (${locale})`,
      expect: /^poppler lacks/,
      judge: (context: Context) =>
        seeded(context, String(locale), (text) => otherLetters(text, codes as RegExp)),
    })),
    {
      fault: 'the structure says nothing of what is drawn from right to left (ar)',
      expect: /^the structure lacks/,
      async judge(context) {
        const file = await seededFile(context, 'ar');
        const pdf = readFile(file);
        for (const { value } of pdf.objects.values()) if (value instanceof Map) value.delete('ActualText');
        return checkStructure(file, pdf);
      },
    },
  ],
};

const readFile = ({ path }: LanguageFile): ReadPdf => readPdf(readFileSync(path));

async function checkText(file: LanguageFile, pdf: string): Promise<readonly Fault[]> {
  const pages = (await outputOf('pdftotext', ['-enc', 'UTF-8', pdf, '-'])).split('\f').slice(0, -1);
  return missing(file, 'poppler', withoutFurniture(pages));
}

function checkStructure(file: LanguageFile, pdf: ReadPdf): readonly Fault[] {
  return missing(file, 'the structure', structureText(pdf));
}

/** Blocks that a text has not, one after the other. */
function missing({ name, blocks }: LanguageFile, reader: string, text: string): readonly Fault[] {
  const printed = plainText(text);
  const faults: Fault[] = [];
  let from = 0;
  for (const block of blocks) {
    const end = endOfBlock(block, printed, from);
    if (end < 0) faults.push({ at: name, message: `${reader} lacks “${block.slice(0, 60)}”` });
    else from = end;
  }
  return faults;
}

async function seededFile({ root, temporary }: Context, locale: string): Promise<LanguageFile> {
  const [file] = await buildLanguagePack(root, join(temporary, locale), [locale]);
  return file!;
}

async function seeded(
  context: Context,
  locale: string,
  edit: (text: string) => string,
): Promise<readonly Fault[]> {
  const file = await seededFile(context, locale);
  return checkText(file, await editPdf(file.path, join(context.temporary, 'seeded.pdf'), edit));
}
