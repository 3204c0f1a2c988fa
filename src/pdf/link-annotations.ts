import { cornersOf, type Matrix } from '../layout/geometry.ts';
import type { LinkItem, PagedDocument } from '../layout/paged-document.ts';
import { placedItems } from '../layout/paint/placed-items.ts';
import { rectangleOf } from './annotation-area.ts';
import { type PagePlace, pagePlace } from './content/page-place.ts';
import type { PdfFile } from './pdf-file.ts';
import { type Dictionary, type PdfReference, textString } from './pdf-object.ts';
import type { OwnedAnnotation } from './structure/structure-tree.ts';

/** A URI in ASCII, as ISO 32000-1 §12.6.4.7 wants it: the host in punycode, the rest per cent encoded. */
function asciiUri(href: string): string {
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

/**
 * The area of a link: the rectangle around it, and its corners where it does not stand upright (ISO 32000-1 table
 * 173), from the bottom left on against the clock.
 */
function area(item: LinkItem, transform: Matrix | undefined, place: PagePlace): Dictionary {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const Rect = rectangleOf(item, transform, place);
  if (!transform || (transform[1] === 0 && transform[2] === 0)) return { Rect };
  const [topLeft, topRight, bottomRight, bottomLeft] = cornersOf(transform, item);
  const corners = [bottomLeft!, bottomRight!, topRight!, topLeft!];
  return { Rect, QuadPoints: corners.flatMap(([left, top]) => [place.x(left), place.y(top)]).map(round) };
}

function annotation(
  file: PdfFile,
  document: PagedDocument,
  { item, transform }: { readonly item: LinkItem; readonly transform: Matrix | undefined },
  page: number,
  key: number,
): PdfReference {
  return file.object({
    Type: 'Annot',
    Subtype: 'Link',
    ...area(item, transform, pagePlace(document.pages[page]!)),
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
    for (const { item, transform } of placedItems(page.items)) {
      if (item.kind !== 'link') continue;
      const structParent = document.pages.length + annotations.length;
      const reference = annotation(file, document, { item, transform }, index, structParent);
      annotations.push({ element: item.element, page: index, reference, structParent });
    }
  });
  return annotations;
}
