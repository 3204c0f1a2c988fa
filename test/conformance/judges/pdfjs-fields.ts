import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, PDFName } from 'pdf-lib';
import { outputOf } from '../command.ts';
import type { Context, Fault, Judge } from '../judge.ts';
import { rasterizePages } from '../layout/raster.ts';
import { type Area, type Pdfjs, pdfjsPackage, startPdfjs } from '../pdfjs/pdfjs.ts';
import { plainText } from '../text/find-block.ts';

/** What is filled into a resolution of the pack, and the face that the other program embeds for it. */
interface Filling {
  readonly locale: string;
  readonly value: string;
  /** In node_modules. */
  readonly face: string;
}

const fonts = '@expo-google-fonts';
const fillings: readonly Filling[] = [
  {
    locale: 'en',
    value: 'Łódź – Zoë Ångström',
    face: `${fonts}/noto-sans/400Regular/NotoSans_400Regular.ttf`,
  },
  {
    locale: 'zh-Hant',
    value: '香港職工會聯盟九龍分會',
    face: `${fonts}/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf`,
  },
  {
    locale: 'ar',
    value: 'فرع القاهرة للنقابات',
    face: `${fonts}/vazirmatn/400Regular/Vazirmatn_400Regular.ttf`,
  },
];

/** Poppler's and pdf.js's ink of one field may differ by so much of it: they smooth edges in their own ways. */
const likeness = 0.25;

/**
 * Fields of the pack's resolutions, filled by pdf-lib with a font that it embeds: poppler reads the value, and both it
 * and pdf.js show as much ink for it.
 */
export const pdfjsFields: Judge = {
  name: 'pdfjs-fields',
  needs: [
    { npm: pdfjsPackage },
    { debian: 'chromium', command: 'chromium' },
    { debian: 'poppler-utils', command: 'pdftotext' },
  ],

  async judge(context) {
    return withPdfjs(context, async (pdfjs) => {
      const faults: Fault[] = [];
      const notes: string[] = [];
      for (const filling of fillings) {
        const { found, ink } = await check(context, pdfjs, filling);
        faults.push(...found);
        notes.push(`${filling.locale}: ink of the field ${ink.map((part) => part.toFixed(3)).join(' / ')}`);
      }
      const tool = `poppler and pdf.js ${pdfjs.version}`;
      return { tool, count: fillings.length, unit: 'fields filled by another program', faults, notes };
    });
  },

  seeds: [
    {
      fault: 'the font that is embedded has none of the letters',
      expect: /^poppler reads/,
      judge: (context) =>
        withPdfjs(
          context,
          async (pdfjs) => (await check(context, pdfjs, { ...fillings[1]!, face: fillings[0]!.face })).found,
        ),
    },
    {
      fault: 'nothing is drawn in the field',
      expect: /^pdf\.js shows nothing/,
      judge: (context) =>
        withPdfjs(context, async (pdfjs) => (await check(context, pdfjs, fillings[2]!, erase)).found),
    },
  ],
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

/** Leaves the first field without what it looks like. */
function erase(document: PDFDocument): void {
  const [widget] = document.getForm().getFields()[0]!.acroField.getWidgets();
  widget!.dict.delete(PDFName.of('AP'));
  document.getForm().getFields()[0]!.acroField.dict.delete(PDFName.of('V'));
}

async function check(
  { pack, temporary }: Context,
  pdfjs: Pdfjs,
  filling: Filling,
  edit: (document: PDFDocument) => void = () => undefined,
): Promise<{ readonly found: readonly Fault[]; readonly ink: readonly [poppler: number, pdfjs: number] }> {
  const { locale, value } = filling;
  const file = pack.pdfs.find(
    (pdf) => pdf.kind === 'resolution' && pdf.locale === locale && pdf.edition === 'reading',
  )!;
  const empty = join(pack.folder, file.path);
  const path = join(temporary, `filled-${locale}.pdf`);
  const area = await fill(empty, path, filling, edit);
  const ink = [
    (await popplerInk(path, area, temporary)) - (await popplerInk(empty, area, temporary)),
    (await pdfjs.inkOf(path, area)) - (await pdfjs.inkOf(empty, area)),
  ] as const;
  // pdftotext passes over fields; what poppler draws of them into the page it reads.
  const drawn = join(temporary, 'drawn.pdf');
  await outputOf('pdftocairo', ['-pdf', path, drawn]);
  const read = plainText(await outputOf('pdftotext', ['-enc', 'UTF-8', drawn, '-']));
  const messages = [
    read.includes(plainText(value)) ? '' : `poppler reads no “${value}”`,
    ink[1] > 0.005 ? '' : 'pdf.js shows nothing of it',
    Math.abs(ink[0] - ink[1]) <= likeness * ink[0]
      ? ''
      : `poppler and pdf.js show other ink of it: ${ink.join(' and ')}`,
  ];
  return { found: messages.filter(Boolean).map((message) => ({ at: file.path, message })), ink };
}

/** Fills the first text field of a file; gives its area. */
async function fill(
  from: string,
  to: string,
  { value, face }: Filling,
  edit: (document: PDFDocument) => void,
): Promise<Area> {
  const document = await PDFDocument.load(readFileSync(from));
  document.registerFontkit(fontkit);
  const bytes = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(face));
  const font = await document.embedFont(bytes, { subset: false });
  const form = document.getForm();
  const field = form.getTextField(form.getFields()[0]!.getName());
  field.setText(value);
  field.updateAppearances(font);
  edit(document);
  writeFileSync(to, await document.save({ updateFieldAppearances: false }));
  const { x, y, width, height } = field.acroField.getWidgets()[0]!.getRectangle();
  return [x, y, x + width, y + height];
}

/** How much of an area of the first page is dark, as poppler draws it. */
async function popplerInk(pdf: string, [left, bottom, right, top]: Area, temporary: string): Promise<number> {
  const height = (await PDFDocument.load(readFileSync(pdf))).getPage(0).getHeight();
  const [page] = await rasterizePages(pdf, join(temporary, 'raster'));
  const scale = page!.height / height;
  const [x0, y0, x1, y1] = [left, height - top, right, height - bottom].map((length) =>
    Math.round(length * scale),
  ) as [number, number, number, number];
  let dark = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (page!.pixels[(y * page!.width + x) * 3]! < 128) dark++;
  }
  return dark / ((x1 - x0) * (y1 - y0));
}
