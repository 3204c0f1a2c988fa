import { join } from 'node:path';
import type { ManifestFile } from '../../../src/pack/manifest.ts';
import { outputOf, runCommand } from '../command.ts';
import { editPdf, otherLetters } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { documentOf } from '../sample-pack.ts';
import { compareText } from '../text/compare-text.ts';
import { type Furniture, readFurniture } from '../text/furniture.ts';
import { readSourceText } from '../text/source-text.ts';
import { wordsOf } from '../text/words.ts';

/** The text of every PDF, as poppler reads it, against the Markdown it was made of. */
export const pdfText: Judge = {
  name: 'pdf-text',
  needs: [
    { debian: 'poppler-utils', command: 'pdftotext' },
    { debian: 'qpdf', command: 'qpdf' },
  ],

  async judge(context) {
    const faults: Fault[] = [];
    for (const file of context.pack.pdfs) {
      faults.push(...(await check(context, file, join(context.pack.folder, file.path))));
    }
    const { stderr } = await runCommand('pdftotext', ['-v']);
    return {
      tool: `pdftotext ${/[\d.]+/.exec(stderr)?.[0]}`,
      count: context.pack.pdfs.length,
      unit: 'PDF files against their Markdown',
      faults,
    };
  },

  seeds: [
    {
      fault: 'a line is not drawn',
      expect: /^missing/,
      judge: (context) => seeded(context, 'en', withoutLongestLine),
    },
    ...['en', 'ar'].map((locale) => ({
      fault: `glyphs say other letters than they show (${locale})`,
      expect: /^missing/,
      judge: (context: Context) =>
        seeded(context, locale, (text) => otherLetters(text, /<(00[46]|06[34])\w>/g)),
    })),
    {
      fault: 'the margins of pages are empty',
      expect: /^page 1 lacks/,
      judge: (context) =>
        seeded(context, 'en', (text) =>
          text.replace(/\/Artifact[\s\S]*?EMC/g, (artifact) => artifact.replace(/\[[^\]]*\]\s*TJ/g, '[]TJ')),
        ),
    },
  ],
};

/** Judges the text of a PDF as that of a file of the pack. */
async function check(context: Context, file: ManifestFile, pdf: string): Promise<readonly Fault[]> {
  const { root } = context;
  const templates = join(root, 'templates');
  const name = documentOf(file);
  const source = readSourceText(join(root, 'content'), templates, name);
  const printed = (await outputOf('pdftotext', ['-enc', 'UTF-8', pdf, '-'])).split('\f').slice(0, -1);
  const { pages, faults } = withoutFurniture(
    printed,
    readFurniture(templates, name, source.values, file.edition === 'large-print'),
  );
  // Where every sheet repeats its head, each is judged as a whole document.
  const wholes = source.repeats ? pages : [pages.join('\n')];
  const differences = wholes.flatMap((text) => compareText(text, source.blocks, source.phrases));
  return [...faults, ...differences].map((message) => ({ at: file.path, message }));
}

/** The pages without what their margins say; what is not there is told. */
function withoutFurniture(
  pages: readonly string[],
  furniture: Furniture,
): { readonly pages: readonly string[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const texts = pages.map((page, index) => {
    let lines = page.split('\n');
    for (const text of furniture(index + 1, pages.length)) {
      const line = lines.findLastIndex((candidate) => same(candidate, text));
      if (line < 0) faults.push(`page ${index + 1} lacks “${text}”`);
      lines = lines.filter((_, position) => position !== line);
    }
    return lines.join('\n');
  });
  return { pages: texts, faults };
}

const same = (a: string, b: string): boolean => wordsOf(a).join(' ') === wordsOf(b).join(' ');

async function seeded(
  context: Context,
  locale: string,
  edit: (text: string) => string,
): Promise<readonly Fault[]> {
  const { pdfs } = context.pack;
  const file = pdfs.find(
    (pdf) => pdf.kind === 'resolution' && pdf.locale === locale && pdf.edition === 'reading',
  )!;
  const copy = join(context.temporary, 'seeded.pdf');
  return check(context, file, await editPdf(join(context.pack.folder, file.path), copy, edit));
}

function withoutLongestLine(text: string): string {
  const lines = text.match(/^\[<.*\]TJ$/gm) ?? [];
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a), '');
  return text.replace(longest, '[]TJ');
}
