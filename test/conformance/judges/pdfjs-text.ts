import { join } from 'node:path';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { buildLanguagePack, type LanguageFile } from '../languages/language-pack.ts';
import { browserSeeds, missingBlocks, turnedRound } from '../languages/missing-blocks.ts';
import { type Pdfjs, pdfjsPackage, startPdfjs } from '../pdfjs/pdfjs.ts';

/** What pdf.js gives otherwise by its own ways, so that it is not asked for; with the reason. */
const differences = [
  'all: U+200D is left out of the comparison: ours stands for what a cluster draws besides its letters',
  'ar fa: it leaves out U+200C, as it does all that is invisible; and gives marks that follow a ligature a letter earlier or later, as it turns the letters round',
  `ar he: ${turnedRound}; as does a line with a mark that stands by itself, whose width it does not count, or with a hyphen at its end, behind which it puts a space`,
];

/** Running text in every language, as pdf.js in a browser reads it: the same words, but for the differences that are listed. */
export const pdfjsText: Judge = {
  name: 'pdfjs-text',
  needs: [
    { npm: pdfjsPackage },
    { debian: 'chromium', command: 'chromium' },
    { debian: 'qpdf', command: 'qpdf' },
  ],

  async judge(context) {
    const files = await buildLanguagePack(context.root, context.temporary);
    return withPdfjs(context, async (pdfjs) => {
      const faults: Fault[] = [];
      for (const file of files) faults.push(...(await check(pdfjs, file, file.path)));
      const blocks = files.reduce((sum, file) => sum + file.blocks.length, 0);
      const languages = new Set(files.map(({ locale }) => locale));
      return {
        tool: `pdf.js ${pdfjs.version}`,
        count: blocks,
        unit: `paragraphs in ${languages.size} languages`,
        faults,
        notes: differences.map((difference) => `differs by intent: ${difference}`),
      };
    });
  },

  seeds: browserSeeds.map(({ fault, locale, codes }) => ({
    fault,
    expect: /^lacks/,
    async judge(context: Context) {
      const { root, temporary } = context;
      const [file] = await buildLanguagePack(root, join(temporary, locale), [locale]);
      const edit = (text: string) => otherLetters(text, codes);
      const pdf = await editPdf(file!.path, join(temporary, 'seeded.pdf'), edit);
      return withPdfjs(context, (pdfjs) => check(pdfjs, file!, pdf));
    },
  })),
};

/** Gives pdf.js, and ends it. */
async function withPdfjs<T>({ npm, temporary }: Context, use: (pdfjs: Pdfjs) => Promise<T>): Promise<T> {
  const pdfjs = await startPdfjs(npm(pdfjsPackage), temporary);
  try {
    return await use(pdfjs);
  } finally {
    await pdfjs.close();
  }
}

async function check(pdfjs: Pdfjs, file: LanguageFile, pdf: string): Promise<readonly Fault[]> {
  return missingBlocks(file, await pdfjs.textOf(pdf));
}
