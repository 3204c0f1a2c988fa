import type { ContentId, Page, PagedDocument } from '../layout/paged-document.ts';
import type { MarkRegister } from './content/marks.ts';
import { type PageContent, pageContent } from './content/page-content.ts';
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
  readonly resources: {
    readonly fonts: ReadonlyMap<string, PdfReference>;
    /** By the picture's key. */
    readonly images: ReadonlyMap<string, EmbeddedImage>;
  };
  readonly annotations: readonly OwnedAnnotation[];
}

/** Embeds each distinct picture once. */
export function embedImages(file: PdfFile, document: PagedDocument): ReadonlyMap<string, EmbeddedImage> {
  const images = new Map<string, EmbeddedImage>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'image' || images.has(item.image.key)) continue;
      images.set(item.image.key, { name: `I${images.size + 1}`, reference: embedImage(file, item.image) });
    }
  }
  return images;
}

function resourcesOf(content: PageContent, parts: PageParts): Dictionary {
  const { fonts, images } = parts.resources;
  const named = [...images.values()].filter(({ name }) => content.images.has(name));
  const fontEntries = [...fonts].filter(([name]) => content.fonts.has(name));
  const opacities = [...content.opacities].sort((a, b) => a - b);
  return {
    Font: fontEntries.length > 0 ? Object.fromEntries(fontEntries) : undefined,
    XObject:
      named.length > 0
        ? Object.fromEntries(named.map(({ name, reference }) => [name, reference]))
        : undefined,
    ExtGState:
      opacities.length > 0
        ? Object.fromEntries(
            opacities.map((percent) => [`A${percent}`, { ca: percent / 100, CA: percent / 100 }]),
          )
        : undefined,
  };
}

/** The page boxes (ISO 32000-1 §14.11.2): the trim lies inside the media by the bleed. */
function boxes(page: Page): Dictionary {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const { width, height, bleed } = page;
  const media = [0, 0, width + 2 * bleed, height + 2 * bleed].map(round);
  if (bleed === 0) return { MediaBox: media };
  return {
    MediaBox: media,
    BleedBox: media,
    TrimBox: [bleed, bleed, bleed + width, bleed + height].map(round),
  };
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
  const imageName = (key: string) => parts.resources.images.get(key)!.name;
  const context = { fonts: parts.fonts, marks: parts.marks, tagOf, imageName };
  const references = document.pages.map((page, index) => {
    const content = pageContent(page, index, context);
    const links = parts.annotations.filter((annotation) => annotation.page === index);
    return file.object({
      Type: 'Page',
      Parent: file.pages,
      ...boxes(page),
      Contents: file.stream({}, Buffer.from(content.operators, 'latin1')),
      Resources: resourcesOf(content, parts),
      StructParents: index,
      Tabs: 'S',
      Annots: links.length > 0 ? links.map(({ reference }) => reference) : undefined,
    });
  });
  file.pages.data.Kids = references;
  file.pages.data.Count = references.length;
  return references;
}
