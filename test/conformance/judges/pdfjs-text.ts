import { join } from 'node:path';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { buildLanguagePack, type LanguageFile } from '../languages/language-pack.ts';
import { type Pdfjs, pdfjsPackage, startPdfjs } from '../pdfjs/pdfjs.ts';
import { endOfBlock, plainText, withoutFurniture } from '../text/find-block.ts';

/** What pdf.js gives otherwise by its own ways, so that it is not asked for; with the reason. */
const differences = [
  'all: U+200D is left out of the comparison: ours stands for what a cluster draws besides its letters',
  'ar fa: it leaves out U+200C, as it does all that is invisible; and gives marks that follow a ligature a letter earlier or later, as it turns the letters round',
  'ar he: what stands on a line beside numbers, Latin letters or brackets is given in another order: it turns round what was drawn by rules of its own; so is a line with a mark that stands by itself, whose width it does not count, and a hyphen at the end of a line has a space after it. The letters are asked for',
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
    ['glyphs say other letters than they show', 'hi', /<091\w>/g],
    ['glyphs say other letters than they show', 'ar', /<06\w\w>/g],
    ['spaces that are none', 'he', /<0020>/g],
  ].map(([fault, locale, codes]) => ({
    fault: `${fault} (${locale})`,
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

async function check(pdfjs: Pdfjs, file: LanguageFile, pdf: string): Promise<readonly Fault[]> {
  const { name, locale, blocks } = file;
  const isRightToLeft = /^(?:ar|fa|he)$/.test(locale);
  const text = plainText(withoutFurniture(await pdfjs.textOf(pdf)));
  const printed = isRightToLeft ? withoutMarks(text) : text.replaceAll('\u200d', '');
  const faults: Fault[] = [];
  let from = 0;
  for (const block of blocks) {
    const end = isRightToLeft
      ? endOfTurned(block, printed, from)
      : endOfBlock(block.replaceAll('\u200d', ''), printed, from);
    if (end < 0) faults.push({ at: name, message: `lacks “${block.slice(0, 60)}”` });
    else from = end;
  }
  return faults;
}

/** What is compared of text from right to left: without joiners and marks, and one space for white space. */
function withoutMarks(text: string): string {
  return text.replace(/[\u200c-\u200f\p{Mn}]/gu, '').replace(/\s+/g, ' ');
}

/**
 * Where a block ends in a text that pdf.js has turned round; -1 where it is not. Every word and space is asked for in its
 * order, or, of a block that has what pdf.js gives in another (see {@link differences}), its letters in one place.
 */
function endOfTurned(block: string, printed: string, from: number): number {
  const wanted = withoutMarks(plainText(block));
  const at = printed.indexOf(wanted, from);
  if (at >= 0) return at + wanted.length;
  const isTurned = /[\p{Nd}\p{Mn}A-Za-z()[\]-]/u.test(block);
  return isTurned ? endOfLetters(wanted, printed, from) : -1;
}

/** Where a stretch of as many letters of each kind as a text has ends, white space aside; -1 where there is none. */
function endOfLetters(wanted: string, printed: string, from: number): number {
  const isSpace = (letter: string) => letter.trim() === '';
  const missing = new Map<string, number>();
  let off = 0;
  const count = (letter: string, change: number) => {
    const before = missing.get(letter) ?? 0;
    off += Math.abs(before + change) - Math.abs(before);
    missing.set(letter, before + change);
  };
  const letters = [...wanted].filter((letter) => !isSpace(letter));
  for (const letter of letters) count(letter, 1);
  const window: string[] = [];
  for (let at = from; at < printed.length; at++) {
    const letter = printed[at]!;
    if (isSpace(letter)) continue;
    window.push(letter);
    count(letter, -1);
    if (window.length > letters.length) count(window.shift()!, 1);
    if (off === 0) return at + 1;
  }
  return -1;
}
