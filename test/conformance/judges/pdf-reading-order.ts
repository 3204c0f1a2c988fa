import { join } from 'node:path';
import type { ManifestFile } from '../../../src/pack/manifest.ts';
import { outputOf, runCommand } from '../command.ts';
import { editPdf } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { documentOf } from '../sample-pack.ts';
import { compareText } from '../text/compare-text.ts';
import { readSourceText } from '../text/source-text.ts';
import { wordsOf } from '../text/words.ts';

/**
 * The text of every PDF in the order of its tags, which is what a screen reader follows, against its Markdown. Poppler
 * prints letters of a tagged text in the order in which they are drawn, so that of a text written from right to left
 * only the order of the blocks and the letters of each are judged here; the words are judged by `pdf-text`.
 */
export const pdfReadingOrder: Judge = {
  name: 'pdf-reading-order',
  needs: [
    { debian: 'poppler-utils', command: 'pdfinfo' },
    { debian: 'qpdf', command: 'qpdf' },
  ],

  async judge(context) {
    const faults: Fault[] = [];
    for (const file of context.pack.pdfs) {
      faults.push(...(await check(context, file, join(context.pack.folder, file.path))));
    }
    const { stderr } = await runCommand('pdfinfo', ['-v']);
    return {
      tool: `pdfinfo ${/[\d.]+/.exec(stderr)?.[0]}`,
      count: context.pack.pdfs.length,
      unit: 'trees of tags',
      faults,
    };
  },

  seeds: ['en', 'ar'].map((locale) => ({
    fault: `the first two parts of a document change places (${locale})`,
    expect: /^missing|^not in the source|^out of order/,
    async judge(context: Context) {
      const file = context.pack.pdfs.find((pdf) => pdf.kind === 'leaflet' && pdf.locale === locale)!;
      const copy = join(context.temporary, 'seeded.pdf');
      const pdf = await editPdf(join(context.pack.folder, file.path), copy, reverseDocument);
      return check(context, file, pdf);
    },
  })),
};

async function check(context: Context, file: ManifestFile, pdf: string): Promise<readonly Fault[]> {
  const { root } = context;
  const source = readSourceText(join(root, 'content'), join(root, 'templates'), documentOf(file));
  const blocks = blocksOf(await outputOf('pdfinfo', ['-struct-text', pdf]));
  const isRightToLeft = new Intl.Locale(file.locale!).maximize().script === 'Arab';
  const faults = isRightToLeft
    ? compareLetters(blocks, source.blocks)
    : compareText(blocks.join('\n'), source.blocks, source.phrases);
  return faults.map((message) => ({ at: file.path, message }));
}

/** The texts of the elements that are blocks; those of inline elements belong to the block around them. */
function blocksOf(printed: string): readonly string[] {
  const blocks: string[] = [];
  for (const line of printed.split('\n')) {
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    if (text !== undefined) blocks.push(`${blocks.pop() ?? ''}${text}`);
    else if (!/\(inline\)|^\s*(?:\/|Object)/.test(line)) blocks.push('');
  }
  return blocks;
}

/** Holds blocks to those of a source in their order, each by the letters it is made of. */
function compareLetters(blocks: readonly string[], expected: readonly string[]): readonly string[] {
  const keys = blocks.map(lettersOf);
  let position = 0;
  return expected.flatMap((block) => {
    const at = keys.indexOf(lettersOf(block), position);
    if (at >= 0) position = at + 1;
    return at >= 0 ? [] : [`out of order or missing: “${block.slice(0, 60)}”`];
  });
}

const lettersOf = (text: string): string => [...wordsOf(text).join('')].sort().join('');

/** Reverses the children of the element Document. */
function reverseDocument(text: string): string {
  return text.replace(/\d+ 0 obj\n<<(?:(?!endobj)[\s\S])*?\/S \/Document[\s\S]*?endobj/, (element) =>
    element.replace(/(\/K \[)([^\]]*)(\])/, (_, open, kids: string, close) => {
      const references = kids.match(/\d+ 0 R/g) ?? [];
      return `${open}\n${references.reverse().join('\n')}\n${close}`;
    }),
  );
}
