import { join } from 'node:path';
import { outputOf } from '../command.ts';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Judge } from '../judge.ts';
import { buildLanguagePack } from '../languages/language-pack.ts';
import { browserSeeds, missingBlocks, turnedRound } from '../languages/missing-blocks.ts';

const pdfium = 'pypdfium2==5.15.2';

/** Running text in every language, as PDFium copies it, which is the reader of Chrome and Edge. */
export const pdfiumText: Judge = {
  name: 'pdfium-text',
  needs: [{ pypi: pdfium }, { debian: 'qpdf', command: 'qpdf' }],

  async judge(context) {
    const files = await buildLanguagePack(context.root, context.temporary);
    const texts = await textsOf(
      context,
      files.map(({ path }) => path),
    );
    const languages = new Set(files.map(({ locale }) => locale));
    return {
      tool: pdfium.replace('==', ' '),
      count: files.reduce((sum, file) => sum + file.blocks.length, 0),
      unit: `paragraphs in ${languages.size} languages`,
      faults: files.flatMap((file, index) => missingBlocks(file, texts[index]!)),
      notes: [`differs by intent: ar fa he: ${turnedRound}; and brackets are turned again that stand turned`],
    };
  },

  seeds: browserSeeds.map(({ fault, locale, codes }) => ({
    fault,
    expect: /^lacks/,
    async judge(context) {
      const { root, temporary } = context;
      const [file] = await buildLanguagePack(root, join(temporary, locale), [locale]);
      const pdf = await editPdf(file!.path, join(temporary, 'seeded.pdf'), (text) =>
        otherLetters(text, codes),
      );
      const [text] = await textsOf(context, [pdf]);
      return missingBlocks(file!, text!);
    },
  })),
};

/** The text of each page of each file. */
async function textsOf(
  { python, root }: Context,
  pdfs: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const script = join(root, 'test/conformance/languages/pdfium-text.py');
  const printed = await outputOf(python(pdfium), [script, ...pdfs]);
  return (JSON.parse(printed) as readonly (readonly string[])[]).map((pages) => pages.map(unbroken));
}

/** Lines as others end them, and a hyphen at the end of one (U+FFFE, or U+0002) as the others have it. */
function unbroken(page: string): string {
  return page.replace(/\r\n/g, '\n').replace(/[\ufffe\u0002]\n?/g, '-\n');
}
