import { join } from 'node:path';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { buildLanguagePack, type LanguageFile } from '../languages/language-pack.ts';
import { type Pdfjs, pdfjsPackage, startPdfjs } from '../pdfjs/pdfjs.ts';
import { endOfBlock, plainText, withoutFurniture } from '../text/find-block.ts';

/** What pdf.js gives otherwise by its own ways, so that it is not asked for; with the reason. */
const differences = [
  'all: U+200D is left out of the comparison: ours stands for what a cluster draws besides its letters',
  'ar fa he: pdf.js gives no space where the next word stands to the left of the last: it goes by places, not by the spaces that are drawn',
  'ar fa: it leaves out U+200C, as it does all that is invisible; and gives marks that follow a ligature a letter earlier or later, as it turns the letters round',
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

  seeds: [
    ['hi', /<091\w>/g],
    ['ar', /<06\w\w>/g],
  ].map(([locale, codes]) => ({
    fault: `glyphs say other letters than they show (${locale})`,
    expect: /^lacks/,
    async judge(context: Context) {
      const { root, temporary } = context;
      const [file] = await buildLanguagePack(root, join(temporary, String(locale)), [String(locale)]);
      const edit = (text: string) => otherLetters(text, codes as RegExp);
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

async function check(
  pdfjs: Pdfjs,
  { name, locale, blocks }: LanguageFile,
  pdf: string,
): Promise<readonly Fault[]> {
  const isRightToLeft = /^(?:ar|fa|he)$/.test(locale);
  const text = plainText(withoutFurniture(await pdfjs.textOf(pdf)));
  const printed = isRightToLeft ? letters(text) : text.replaceAll('\u200d', '');
  const faults: Fault[] = [];
  let from = 0;
  for (const block of blocks) {
    const wanted = isRightToLeft ? letters(plainText(block)) : block.replaceAll('\u200d', '');
    const at = isRightToLeft ? printed.indexOf(wanted, from) : endOfBlock(wanted, printed, from);
    if (at < 0) faults.push({ at: name, message: `lacks “${block.slice(0, 60)}”` });
    else from = at;
  }
  return faults;
}

/** Letters without white space, joiners and marks. */
function letters(text: string): string {
  return text.replace(/[\s\u200c\u200d\p{Mn}]/gu, '');
}
