import { join } from 'node:path';
import type { ManifestFile } from '../../../src/pack/manifest.ts';
import { outputOf, runCommand } from '../command.ts';
import { editPdf } from '../edit-pdf.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { documentOf } from '../sample-pack.ts';
import { readSourceText } from '../text/source-text.ts';

/** Tags, title and language of every PDF, and that each font is embedded, a subset, and maps to Unicode. */
export const pdfProperties: Judge = {
  name: 'pdf-properties',
  needs: [
    { debian: 'poppler-utils', command: 'pdffonts' },
    { debian: 'qpdf', command: 'qpdf' },
  ],

  async judge(context) {
    const faults: Fault[] = [];
    for (const file of context.pack.pdfs) {
      faults.push(...(await check(context, file, join(context.pack.folder, file.path))));
    }
    const { stderr } = await runCommand('pdffonts', ['-v']);
    return {
      tool: `poppler ${/[\d.]+/.exec(stderr)?.[0]}`,
      count: context.pack.pdfs.length,
      unit: 'PDF files',
      faults,
    };
  },

  seeds: [
    {
      fault: 'a font is not embedded',
      expect: /^font .* is not embedded/,
      judge: (context) => seeded(context, (text) => text.replace(/\/FontFile[23] \d+ 0 R/g, '')),
    },
    {
      fault: 'a font does not map to Unicode',
      expect: /^font .* does not map to Unicode/,
      judge: (context) => seeded(context, (text) => text.replace(/\/ToUnicode \d+ 0 R/, '')),
    },
    {
      fault: 'there is no title',
      expect: /^Title/,
      judge: (context) => seeded(context, (text) => text.replace(/^ {2}\/Title (.*\n>>)/m, '  /Titel $1')),
    },
    {
      fault: 'the document is not marked as tagged',
      expect: /^Tagged/,
      judge: (context) => seeded(context, (text) => text.replace(/\/Marked true/, '/Marked false')),
    },
    {
      fault: 'the language is another',
      expect: /^Lang/,
      judge: (context) => seeded(context, (text) => text.replace('/Lang (en)', '/Lang (fr)')),
    },
  ],
};

async function check(context: Context, file: ManifestFile, pdf: string): Promise<readonly Fault[]> {
  const { root } = context;
  const source = readSourceText(join(root, 'content'), join(root, 'templates'), documentOf(file));
  const info = await outputOf('pdfinfo', ['-enc', 'UTF-8', pdf]);
  const property = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(info)?.[1] ?? 'none';
  const faults = [
    ...differs('Tagged', property('Tagged'), 'yes'),
    ...differs('Title', property('Title'), source.title),
    ...differs('Pages', property('Pages'), String(file.pages)),
    ...(await languageFaults(pdf, file.locale!)),
    ...fontFaults(await outputOf('pdffonts', [pdf])),
  ];
  return faults.map((message) => ({ at: file.path, message }));
}

const differs = (name: string, found: string, expected: string): readonly string[] =>
  found === expected ? [] : [`${name} is “${found}”, not “${expected}”`];

/** The catalogue's language has to be the locale's, with or without a region. */
async function languageFaults(pdf: string, locale: string): Promise<readonly string[]> {
  const catalogue = await outputOf('qpdf', ['--show-object=trailer', pdf]);
  const root = /\/Root (\d+)/.exec(catalogue)?.[1] ?? '';
  const language = /\/Lang \((.*?)\)/.exec(await outputOf('qpdf', [`--show-object=${root}`, pdf]))?.[1] ?? '';
  const belongs = language === locale || language.startsWith(`${locale}-`);
  return belongs ? [] : [`Lang is “${language}”, not “${locale}”`];
}

function fontFaults(table: string): readonly string[] {
  const rows = table.trim().split('\n').slice(2);
  if (rows.length === 0) return ['there are no fonts'];
  return rows.flatMap((row) => {
    const name = row.split(' ')[0];
    const [, embedded, subset, unicode] = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row) ?? [];
    return [
      ...(embedded === 'yes' ? [] : [`font ${name} is not embedded`]),
      ...(subset === 'yes' ? [] : [`font ${name} is not a subset`]),
      ...(unicode === 'yes' ? [] : [`font ${name} does not map to Unicode`]),
    ];
  });
}

async function seeded(context: Context, edit: (text: string) => string): Promise<readonly Fault[]> {
  const file = context.pack.pdfs.find(({ locale }) => locale === 'en')!;
  const copy = join(context.temporary, 'seeded.pdf');
  return check(context, file, await editPdf(join(context.pack.folder, file.path), copy, edit));
}
