import type { PagedDocument } from '../layout/paged-document.ts';
import type { Inks } from './content/inks.ts';
import { pageContent } from './content/page-content.ts';
import { writeMetadata } from './metadata.ts';
import { createPdfFile, informationOf, type PdfInformation } from './pdf-file.ts';
import { untaggedContext } from './untagged.ts';
import { pageBoxes } from './write-pages.ts';

/** Writes pages for a print shop: each with its trim and bleed, in the inks of the press, neither tagged nor linked. */
export async function writePress(
  document: PagedDocument,
  inks: Inks,
  info: PdfInformation,
): Promise<Uint8Array> {
  const information = informationOf(document.title, info);
  const file = await createPdfFile(information, document.language, document.direction);
  const context = untaggedContext(file, document, inks);
  const references = document.pages.map((page, index) => {
    const { operators, used } = pageContent(page, index, context);
    return file.object({
      Type: 'Page',
      Parent: file.pages,
      ...pageBoxes(page),
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
