import type { ContentId, Page, PagedDocument } from '../layout/paged-document.ts';
import type { DrawingContext } from './content/draw-stream.ts';
import { createFormWriter } from './content/forms.ts';
import { createGradientWriter } from './content/gradients.ts';
import type { MarkRegister } from './content/marks.ts';
import { pageContent } from './content/page-content.ts';
import type { ResourceBook } from './content/resources.ts';
import type { FontUsages } from './font/font-usage.ts';
import { embedImage } from './image/embed-image.ts';
import type { PdfFile } from './pdf-file.ts';
import type { Dictionary, PdfReference } from './pdf-object.ts';
import { leafTypes, type OwnedAnnotation } from './structure/structure-tree.ts';

/** A picture in the file, under the name that pages draw it by. */
interface EmbeddedImage {
  readonly name: string;
  readonly reference: PdfReference;
}

/** What pages share. */
export interface PageParts {
  readonly fonts: FontUsages;
  readonly marks: MarkRegister;
  readonly resources: ResourceBook;
  /** By the picture's key. */
  readonly images: ReadonlyMap<string, EmbeddedImage>;
  readonly annotations: readonly OwnedAnnotation[];
}

/** Embeds each distinct picture once and enters it in the book. */
export function embedImages(
  file: PdfFile,
  document: PagedDocument,
  book: ResourceBook,
): ReadonlyMap<string, EmbeddedImage> {
  const images = new Map<string, EmbeddedImage>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'image' || images.has(item.image.key)) continue;
      const image = { name: `I${images.size + 1}`, reference: embedImage(file, item.image) };
      images.set(item.image.key, image);
      book.define('XObject', image.name, image.reference);
    }
  }
  return images;
}

/** The page boxes (ISO 32000-1 §14.11.2): the trim lies inside the bleed, and that inside the media by the slug. */
export function pageBoxes(page: Page): Dictionary {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const { width, height, bleed, slug } = page;
  const around = bleed + slug;
  const inset = (edge: number) =>
    [edge, edge, width + 2 * around - edge, height + 2 * around - edge].map(round);
  if (around === 0) return { MediaBox: inset(0) };
  return { MediaBox: inset(0), BleedBox: inset(slug), TrimBox: inset(around) };
}

/** Writes the pages in order and enters them in the page tree. */
export function writePages(
  file: PdfFile,
  document: PagedDocument,
  parts: PageParts,
): readonly PdfReference[] {
  const types = leafTypes(document.structure);
  const tagOf = (content: ContentId) => {
    const type = types.get(content);
    if (type === undefined) throw new Error(`Marked content ${content} belongs to no structure element`);
    return type;
  };
  const { fonts, marks, resources } = parts;
  const context: DrawingContext = {
    fonts,
    marks,
    resources,
    gradients: createGradientWriter(file, resources),
    forms: createFormWriter(file, resources),
    tagOf,
    imageName: (key) => parts.images.get(key)!.name,
  };
  const byPage: OwnedAnnotation[][] = [];
  for (const annotation of parts.annotations) {
    byPage[annotation.page] ??= [];
    byPage[annotation.page]!.push(annotation);
  }
  const references = document.pages.map((page, index) => {
    const content = pageContent(page, index, context);
    const links = byPage[index] ?? [];
    return file.object({
      Type: 'Page',
      Parent: file.pages,
      ...pageBoxes(page),
      Contents: file.stream({}, Buffer.from(content.operators, 'latin1')),
      Resources: resources.dictionary(content.used),
      StructParents: index,
      Tabs: 'S',
      Annots: links.length > 0 ? links.map(({ reference }) => reference) : undefined,
    });
  });
  file.pages.data.Kids = references;
  file.pages.data.Count = references.length;
  return references;
}
