import type { LinkItem, PagedDocument } from '../layout/paged-document.ts';
import { pagePlace } from './content/page-place.ts';
import type { PdfFile } from './pdf-file.ts';
import { type Dictionary, type PdfReference, textString } from './pdf-object.ts';
import type { OwnedAnnotation } from './structure/structure-tree.ts';

/** A URI in ASCII, as ISO 32000-1 §12.6.4.7 wants it: the host in punycode, the rest per cent encoded. */
export function asciiUri(href: string): string {
  if (/^[\x21-\x7e]*$/.test(href)) return href;
  try {
    return new URL(href).href;
  } catch {
    return encodeURI(href.toWellFormed()).replace(/%25(?=[0-9A-Fa-f]{2})/g, '%');
  }
}

/** Where a link leads: a named destination of the document, or an address. */
function target(document: PagedDocument, href: string): Dictionary {
  if (!href.startsWith('#')) return { A: { S: 'URI', URI: textString(asciiUri(href)) } };
  const id = href.slice(1);
  return Object.hasOwn(document.destinations, id) ? { Dest: textString(id) } : {};
}

function annotation(
  file: PdfFile,
  document: PagedDocument,
  page: number,
  item: LinkItem,
  key: number,
): PdfReference {
  const place = pagePlace(document.pages[page]!);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const corners = [
    place.x(item.x),
    place.y(item.y + item.height),
    place.x(item.x + item.width),
    place.y(item.y),
  ];
  return file.object({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: corners.map(round),
    Border: [0, 0, 0],
    F: 4,
    Contents: textString(item.contents),
    StructParent: key,
    ...target(document, item.href),
  });
}

/** Writes every link of the document; their keys in the parent tree follow those of the pages. */
export function writeLinks(file: PdfFile, document: PagedDocument): readonly OwnedAnnotation[] {
  const annotations: OwnedAnnotation[] = [];
  document.pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.kind !== 'link') continue;
      const structParent = document.pages.length + annotations.length;
      const reference = annotation(file, document, index, item, structParent);
      annotations.push({ element: item.element, page: index, reference, structParent });
    }
  });
  return annotations;
}
