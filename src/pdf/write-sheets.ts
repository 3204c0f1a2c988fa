import type { Page, PagedDocument } from '../layout/paged-document.ts';
import { type DrawingContext, drawStream } from './content/draw-stream.ts';
import { decimal, decimals } from './content/numbers.ts';
import { pageContent } from './content/page-content.ts';
import { pagePlace } from './content/page-place.ts';
import { noNames } from './content/resources.ts';
import { convertImages } from './image/document-images.ts';
import type { Sheet, SheetPage, Sheets } from './imposition/sheet.ts';
import { writeMetadata } from './metadata.ts';
import { createPdfFile, informationOf, type PdfFile, type PdfInformation } from './pdf-file.ts';
import type { PdfReference } from './pdf-object.ts';
import { untaggedContext } from './untagged.ts';

/** Writes the page once, however often it stands on sheets; the name of its form XObject. */
type FormOf = (page: number) => string;

/**
 * Writes sheets of a document's pages as a PDF to be printed: each page is a form XObject (ISO 32000-1 §8.10), nothing is
 * tagged or linked, and a viewer is asked to print at actual size and to turn the sheets as they need it.
 */
export async function writeSheets(
  laid: PagedDocument,
  { sides, flip }: Sheets,
  info: PdfInformation,
): Promise<Uint8Array> {
  const document = await convertImages(laid, 'rgb');
  const information = informationOf(document.title, info);
  const file = await createPdfFile(information, document.language, document.direction);
  const context = untaggedContext(file, document);
  const formOf = pageForms(file, document.pages, context);
  const references = sides.map((side) => writeSide(file, side, document.pages, formOf, context));
  file.pages.data.Kids = references;
  file.pages.data.Count = references.length;
  file.viewer.PrintScaling = 'None';
  if (flip !== undefined)
    file.viewer.Duplex = flip === 'short-edge' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
  writeMetadata(file, information, document.language, { accessible: false, archival: false });
  return file.finish();
}

function pageForms(file: PdfFile, pages: readonly Page[], context: DrawingContext): FormOf {
  const known = new Map<number, string>();
  return (index) => {
    const name = known.get(index) ?? `S${index + 1}`;
    if (!known.has(index)) {
      known.set(index, name);
      context.resources.define('XObject', name, pageForm(file, pages[index]!, index, context));
    }
    return name;
  };
}

function pageForm(file: PdfFile, page: Page, index: number, context: DrawingContext): PdfReference {
  const { operators, used } = pageContent(page, index, context);
  const around = 2 * (page.bleed + page.slug);
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, page.width + around, page.height + around].map(round),
    Resources: context.resources.dictionary(used),
  };
  return file.stream(dictionary, Buffer.from(operators, 'latin1'));
}

function writeSide(
  file: PdfFile,
  side: Sheet,
  pages: readonly Page[],
  formOf: FormOf,
  context: DrawingContext,
): PdfReference {
  const used = noNames();
  const place = pagePlace({ ...side, bleed: 0, slug: 0 });
  const scope = {
    kind: 'page',
    place,
    marks: context.marks.ofForm(0),
    visible: { x: 0, y: 0, width: side.width, height: side.height },
  } as const;
  const placed = side.pages.map((sheetPage) => {
    const name = formOf(sheetPage.page);
    used.XObject.add(name);
    return drawPage(sheetPage, pages[sheetPage.page]!, name, side.height);
  });
  const marks = drawStream(side.marks, scope, context);
  return file.object({
    Type: 'Page',
    Parent: file.pages,
    MediaBox: [0, 0, side.width, side.height].map(round),
    Contents: file.stream({}, Buffer.from(placed.join('') + marks.operators, 'latin1')),
    Resources: context.resources.dictionary(used),
  });
}

/** Cuts to what is shown and draws the page's form, whose origin is the bottom left corner of its media. */
function drawPage({ x, y, scale, clip }: SheetPage, page: Page, name: string, height: number): string {
  const around = (page.bleed + page.slug) * scale;
  const left = x - around;
  const bottom = height - (y + page.height * scale) - around;
  const cut = decimals(clip.x, height - clip.y - clip.height, clip.width, clip.height);
  const size = decimal(scale, 6);
  return `q\n${cut} re W n\n${size} 0 0 ${size} ${decimals(left, bottom)} cm\n/${name} Do\nQ\n`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
