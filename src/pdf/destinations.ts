import type { Destination, OutlineItem, PagedDocument } from '../layout/paged-document.ts';
import { pagePlace } from './content/page-place.ts';
import type { PdfFile } from './pdf-file.ts';
import { type Dictionary, type PdfReference, textString } from './pdf-object.ts';

/** An explicit destination (ISO 32000-1 §12.3.2.2) that keeps the reader's zoom. */
function explicit(document: PagedDocument, pages: readonly PdfReference[], to: Destination): unknown[] {
  const place = pagePlace(document.pages[to.page]!);
  const round = (value: number) => Math.round(value * 100) / 100;
  return [pages[to.page], 'XYZ', round(place.x(to.x)), round(place.y(to.y)), null];
}

/** How a name is written, for names are sorted by their bytes: UTF-16 with a mark, if not plain ASCII. */
function sortKey(name: string): string {
  return /^[\x00-\x7f]*$/.test(name) ? name : `\u00fe${name}`;
}

/** Enters the named destinations in the catalogue's name tree. */
export function writeDestinations(
  file: PdfFile,
  document: PagedDocument,
  pages: readonly PdfReference[],
): void {
  const keyed = Object.keys(document.destinations).map((name) => ({ name, key: sortKey(name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const names = keyed.flatMap(({ name }) => [
    textString(name),
    explicit(document, pages, document.destinations[name]!),
  ]);
  file.names.Dests = names.length > 0 ? { Names: names } : undefined;
}

interface Bookmark {
  readonly item: OutlineItem;
  readonly children: Bookmark[];
}

/** Items nested by level; one that skips levels goes under the nearest above it. */
function nest(items: readonly OutlineItem[]): readonly Bookmark[] {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const item of items) {
    while (open.length > 0 && open.at(-1)!.item.level >= item.level) open.pop();
    const bookmark = { item, children: [] };
    (open.at(-1)?.children ?? top).push(bookmark);
    open.push(bookmark);
  }
  return top;
}

function countAll(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { children }) => sum + 1 + countAll(children), 0);
}

/** Enters the bookmarks (ISO 32000-1 §12.3.3) in the catalogue, all open. */
export function writeOutline(file: PdfFile, document: PagedDocument, pages: readonly PdfReference[]): void {
  const write = (bookmarks: readonly Bookmark[], parent: PdfReference): Dictionary => {
    const references = bookmarks.map(({ item }) =>
      file.reserve({ Title: textString(item.title), Parent: parent }),
    );
    bookmarks.forEach(({ item, children }, index) => {
      const own = references[index]!;
      own.data.Prev = references[index - 1];
      own.data.Next = references[index + 1];
      own.data.Dest = explicit(document, pages, item.destination);
      if (children.length > 0) Object.assign(own.data, write(children, own));
      own.end();
    });
    return { First: references[0], Last: references.at(-1), Count: countAll(bookmarks) };
  };
  const bookmarks = nest(document.outline);
  if (bookmarks.length === 0) return;
  const root = file.reserve({ Type: 'Outlines' });
  Object.assign(root.data, write(bookmarks, root));
  root.end();
  file.catalogue.Outlines = root;
}
