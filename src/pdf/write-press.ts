import { intersection } from '../layout/geometry.ts';
import type { Page, PagedDocument } from '../layout/paged-document.ts';
import type { Inks } from './content/inks.ts';
import { pageContent } from './content/page-content.ts';
import { pagePlace } from './content/page-place.ts';
import { convertImages } from './image/document-images.ts';
import { neededArea } from './imposition/needed-area.ts';
import { writeMetadata } from './metadata.ts';
import { createPdfFile, informationOf, type PdfInformation } from './pdf-file.ts';
import { untaggedContext } from './untagged.ts';
import { pageBoxes } from './write-pages.ts';

/** Writes pages for a print shop: each with its trim and bleed, in the inks of the press, neither tagged nor linked. */
export async function writePress(made: PagedDocument, inks: Inks, info: PdfInformation): Promise<Uint8Array> {
  const document = inks.pictures ? await convertImages(made, inks.pictures) : made;
  const information = informationOf(document.title, info);
  const file = await createPdfFile(information, document.language, document.direction);
  const context = untaggedContext(file, document, inks);
  const references = document.pages.map((page, index) => {
    const { operators, used } = pageContent(page, index, context);
    return file.object({
      Type: 'Page',
      Parent: file.pages,
      ...pageBoxes(page),
      ArtBox: artBox(page),
      Contents: file.stream({}, Buffer.from(operators, 'latin1')),
      Resources: context.resources.dictionary(used),
      Group: { S: 'Transparency', CS: inks.space },
    });
  });
  file.pages.data.Kids = references;
  file.pages.data.Count = references.length;
  file.viewer.PrintScaling = 'None';
  writeMetadata(file, information, document.language, { accessible: false, archival: false });
  return file.finish();
}

/**
 * What of a page means something (ISO 32000-1 §14.11.2): inside the trim, which it is where the page is empty. It is said beside the trim for
 * those who place pages by it; PDF/X, which the file does not claim to be, wants one of the two.
 */
function artBox(page: Page): readonly number[] {
  const trim = { x: 0, y: 0, width: page.width, height: page.height };
  const { x, y, width, height } = intersection(trim, neededArea(page) ?? trim);
  const place = pagePlace(page);
  return [place.x(x), place.y(y + height), place.x(x + width), place.y(y)].map(
    (value) => Math.round(value * 1000) / 1000,
  );
}
