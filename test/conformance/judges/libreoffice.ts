import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ManifestFile } from '../../../src/pack/manifest.ts';
import { outputOf } from '../command.ts';
import { editZip } from '../edit-zip.ts';
import type { Context, Fault, Judge, Need } from '../judge.ts';

/** A DOCX to convert, and the PDF that the tool made of the same document. */
interface Pair {
  readonly at: string;
  readonly docx: string;
  readonly pdf: string;
}

/** Fonts that are as wide as those the files name, Calibri, Arial and Arial Narrow; and some for the other scripts. */
const fonts: readonly Need[] = [
  { debian: 'fonts-crosextra-carlito', file: '/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf' },
  { debian: 'fonts-liberation', file: '/usr/share/fonts/truetype/liberation/LiberationSansNarrow-Bold.ttf' },
  { debian: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  { debian: 'fonts-noto-core', file: '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf' },
];

/**
 * LibreOffice opens every DOCX and exports it as a tagged PDF: about as long as the tool's own, with a main heading,
 * and header cells where the tool's own has some.
 */
export const libreoffice: Judge = {
  name: 'libreoffice',
  needs: [
    { debian: 'libreoffice-writer-nogui', command: 'soffice' },
    ...fonts,
    { debian: 'poppler-utils', command: 'pdfinfo' },
    { debian: 'python3', command: 'python3' },
  ],

  async judge(context) {
    const pairs = context.pack.docxs.map((file) => ({
      at: file.path,
      docx: join(context.pack.folder, file.path),
      pdf: pdfOf(context, file),
    }));
    const compared = await comparePairs(context, pairs);
    const version = /[\d.]+/.exec(await outputOf('soffice', ['--version']))?.[0];
    return {
      tool: `LibreOffice ${version}`,
      count: pairs.length,
      unit: 'DOCX files',
      faults: compared.flatMap(({ faults }) => faults),
      notes: [figuresOf(compared)],
    };
  },

  seeds: [
    {
      fault: 'a document is two pages longer',
      expect: /pages/,
      judge: (context) => seeded(context, 'leaflet', 'word/document.xml', withTwoPages),
    },
    {
      fault: 'the main heading has no outline level',
      expect: /no H1/,
      judge: (context) =>
        seeded(context, 'leaflet', 'word/styles.xml', (text) =>
          text.replaceAll('<w:outlineLvl w:val="0"/>', ''),
        ),
    },
    {
      fault: 'a table has no header row',
      expect: /no TH/,
      judge: (context) =>
        seeded(context, 'petition', 'word/document.xml', (text) =>
          // LibreOffice takes the header row that a table style gives whatever the table's own look says.
          text.replace(/<w:tblHeader\/>|<w:tblStyle [^>]*\/>/g, ''),
        ),
    },
  ],
};

/** Two pages more before the properties of the last section. */
function withTwoPages(text: string): string {
  const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  return text.replace(/<w:sectPr[^>]*>(?:(?!<w:sectPr)[\s\S])*<\/w:body>/, (end) => `${page}${page}${end}`);
}

/** The tool's PDF of the document that a DOCX holds. */
function pdfOf({ pack }: Context, file: ManifestFile): string {
  const same = pack.pdfs.find(
    ({ document, locale, edition }) =>
      document === file.document && locale === file.locale && edition === 'reading',
  );
  if (!same) throw new Error(`${file.path} has no PDF beside it`);
  return join(pack.folder, same.path);
}

/** A DOCX as LibreOffice shows it beside the tool's own PDF. */
interface Compared {
  readonly faults: readonly Fault[];
  /** How many pages more than the PDF it takes; undefined where it was not converted. */
  readonly more: number | undefined;
  readonly hasHeaderCells: boolean;
}

/** Converts all in one process with a profile of its own, and compares. */
async function comparePairs(context: Context, pairs: readonly Pair[]): Promise<readonly Compared[]> {
  const work = join(context.temporary, 'converted');
  mkdirSync(work, { recursive: true });
  const copies = pairs.map(({ docx }, index) => {
    const copy = join(work, `${index}.docx`);
    copyFileSync(docx, copy);
    return copy;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(context.temporary, 'profile'))}`;
  const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
  await outputOf('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', work, ...copies], {
    timeout: 400,
  });
  const compared: Compared[] = [];
  for (const [index, pair] of pairs.entries()) {
    compared.push(await compare(pair, join(work, `${index}.pdf`)));
  }
  return compared;
}

async function compare({ at, pdf }: Pair, converted: string): Promise<Compared> {
  if (!existsSync(converted)) {
    return { faults: [{ at, message: 'was not converted' }], more: undefined, hasHeaderCells: false };
  }
  const [own, theirs] = [await pagesOf(pdf), await pagesOf(converted)];
  const [ownTags, tags] = [await tagsOf(pdf), await tagsOf(converted)];
  const messages = [
    ...(Math.abs(own - theirs) > 1 ? [`${theirs} pages, and the PDF has ${own}`] : []),
    ...(tags.has('H1') ? [] : ['the export has no H1']),
    ...(ownTags.has('TH') && !tags.has('TH') ? ['the export has no TH, and the PDF has'] : []),
  ];
  return {
    faults: messages.map((message) => ({ at, message })),
    more: theirs - own,
    hasHeaderCells: tags.has('TH'),
  };
}

function figuresOf(compared: readonly Compared[]): string {
  const count = (test: (one: Compared) => boolean) => compared.filter(test).length;
  const equal = count(({ more }) => more === 0);
  const near = count(({ more }) => Math.abs(more ?? 0) === 1);
  const headers = count(({ hasHeaderCells }) => hasHeaderCells);
  return `as many pages as the PDF in ${equal} of ${compared.length}, one more or less in ${near}; header cells in ${headers}`;
}

async function pagesOf(pdf: string): Promise<number> {
  return Number(/^Pages:\s*(\d+)/m.exec(await outputOf('pdfinfo', [pdf]))?.[1]);
}

async function tagsOf(pdf: string): Promise<ReadonlySet<string>> {
  const printed = await outputOf('pdfinfo', ['-struct', pdf]);
  return new Set(printed.split('\n').map((line) => line.trim().split(/[ :]/)[0]!));
}

async function seeded(
  context: Context,
  kind: string,
  part: string,
  edit: (text: string) => string,
): Promise<readonly Fault[]> {
  const file = context.pack.docxs.find((docx) => docx.kind === kind && docx.locale === 'en')!;
  const docx = join(context.temporary, 'seeded.docx');
  await editZip(join(context.pack.folder, file.path), docx, part, edit);
  const compared = await comparePairs(context, [{ at: 'seeded.docx', docx, pdf: pdfOf(context, file) }]);
  return compared.flatMap(({ faults }) => faults);
}
