import type { PagedDocument } from '../layout/paged-document.ts';
import { createMarkRegister } from './content/marks.ts';
import { createResourceBook } from './content/resources.ts';
import { writeDestinations, writeOutline } from './destinations.ts';
import { embedFonts } from './font/embed-fonts.ts';
import { collectFonts } from './font/font-usage.ts';
import { writeForm } from './form/write-form.ts';
import { convertImages } from './image/document-images.ts';
import { writeLinks } from './link-annotations.ts';
import { writeMetadata } from './metadata.ts';
import { writeOutputIntent } from './output-intent.ts';
import { createPdfFile, informationOf, type PdfInformation } from './pdf-file.ts';
import { isAccessible } from './structure/accessible.ts';
import { writeStructure } from './structure/structure-tree.ts';
import { embedImages, writePages } from './write-pages.ts';

/**
 * Writes a laid out document as a tagged PDF 1.7, which is PDF/UA-1 and PDF/A-2a where the document lets it be. Equal documents give equal bytes. Throws for a document that
 * contradicts itself or a picture that is broken inside, which the stages before are to keep out.
 */
export async function writePdf(laid: PagedDocument, info: PdfInformation): Promise<Uint8Array> {
  const document = await convertImages(laid, 'rgb');
  const information = informationOf(document.title, info);
  const file = await createPdfFile(information, document.language, document.direction);
  const fonts = collectFonts(document);
  const resources = createResourceBook();
  const typing = embedFonts(file, document, fonts, resources);
  const images = embedImages(file, document, resources);
  const links = writeLinks(file, document);
  const annotations = [...links, ...writeForm(file, document, typing, document.pages.length + links.length)];
  const marks = createMarkRegister(document.pages, annotations.length);
  const pages = writePages(file, document, { fonts, marks, resources, images, annotations });
  writeStructure(file, document, pages, marks, annotations);
  writeDestinations(file, document, pages);
  writeOutline(file, document, pages);
  writeOutputIntent(file);
  const claims = { accessible: isAccessible(document), archival: true };
  writeMetadata(file, information, document.language, claims);
  return file.finish();
}
