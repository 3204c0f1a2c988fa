import type { PictureData } from '../content/image.ts';
import { locateFile } from '../content/locate-file.ts';
import { readImage } from '../content/read-image.ts';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import { fillPages } from '../layout/fill-pages.ts';
import { type LayoutResources, layOut } from '../layout/lay-out.ts';
import type { PagedDocument } from '../layout/paged-document.ts';
import { placeDrawing } from '../layout/svg/placed-drawing.ts';
import type { PdfInformation } from '../pdf/pdf-file.ts';
import type { StyleCache } from '../style/at-rules/compile-sheets.ts';
import { styleDrawing } from '../style/style-drawing.ts';
import type { StyledPicture, StyledTree } from '../style/styled-tree.ts';
import type { Face } from '../text/face.ts';
import { createFontBook, type FontBook } from '../text/font-book.ts';
import { npmAddress } from '../text/font-file.ts';
import type { FontStore } from '../text/font-store.ts';

/** What rendering a styled tree needs. */
export interface RenderContext {
  readonly host: Host;
  readonly store: FontStore;
  /** ISO yyyy-mm-dd. */
  readonly date: string | undefined;
}

/** A laid out document with what was found, and the font packages it draws with. */
export interface RenderedPages {
  readonly document: PagedDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly packages: readonly string[];
}

/** The tree with the rows of its tables that fill pages; other trees stay as they are. For every format alike. */
export function fillTree(tree: StyledTree, context: RenderContext): StyledTree {
  const fonts = createFontBook(context.host, tree.fontFaces, context.store);
  return fillPages(tree, { fonts, ...pictureLoaders(context.host, []) });
}

/** Lays a tree out with the faces it declares. */
export function paginateTree(tree: StyledTree, context: RenderContext): RenderedPages {
  const found: Diagnostic[] = [];
  const opened = new Set<string>();
  const fonts = createFontBook(recordFonts(context.host, opened), tree.fontFaces, context.store);
  const laid = layOut(tree, { fonts, ...pictureLoaders(context.host, found) });
  found.push(...laid.diagnostics);
  return { document: laid.value, diagnostics: found, packages: usedPackages(fonts, opened, laid.value) };
}

/** The host, with the `npm:` address of each package file that is opened put into `opened`. */
function recordFonts(host: Host, opened: Set<string>): Host {
  return {
    ...host,
    package(name) {
      const folder = host.package(name);
      if (!folder) return undefined;
      const open = (path: string) => {
        opened.add(`npm:${name}/${path}`);
        return folder.open(path);
      };
      return { ...folder, open };
    },
  };
}

/** Reads each picture once, from beside the file that names it; what is wrong with it is reported once. */
function pictureLoaders(host: Host, found: Diagnostic[]): Pick<LayoutResources, 'loadImage' | 'loadPicture'> {
  const known = new Map<string, StyledPicture | undefined>();
  const cache: StyleCache = new Map();
  const loadPicture = (url: string, span: Span): StyledPicture | undefined => {
    const { root } = span.source;
    const address = locateFile(span.source, url);
    const key = `${root} ${address}`;
    if (!known.has(key)) {
      const picture = readImage(host, root, address, span);
      found.push(...picture.diagnostics);
      known.set(key, picture.value && styledPicture(host, picture.value, cache, found));
    }
    return known.get(key);
  };
  return { loadPicture, loadImage: ({ attributes, span }) => loadPicture(attributes.src ?? '', span) };
}

function styledPicture(
  host: Host,
  picture: PictureData,
  cache: StyleCache,
  found: Diagnostic[],
): StyledPicture {
  if (picture.format !== 'svg') return picture;
  const styled = styleDrawing(host, picture, cache);
  found.push(...styled.diagnostics);
  return styled.value;
}

/** The packages of the faces that the pages draw with, by name. Faces that were not opened stay closed. */
function usedPackages(
  fonts: FontBook,
  opened: ReadonlySet<string>,
  document: PagedDocument,
): readonly string[] {
  const drawn = new Set<Face>();
  for (const page of document.pages) {
    for (const item of page.items) if (item.kind === 'glyphs') drawn.add(item.face);
  }
  const packages = new Set<string>();
  for (const declared of fonts.declared) {
    if (!opened.has(declared.rule.url)) continue;
    const file = declared.file();
    const name = npmAddress(declared.rule.url)?.name;
    if (name && file.state === 'open' && drawn.has(file.stored.face)) packages.add(name);
  }
  return [...packages].sort();
}

/** The PDF of laid out pages. */
export async function writePdfOf(pages: RenderedPages, info: PdfInformation): Promise<Uint8Array> {
  const { writePdf } = await import('../pdf/write-pdf.ts');
  return writePdf(pages.document, info);
}

/** The DOCX of a styled tree. */
export async function writeDocxOf(tree: StyledTree, context: RenderContext): Promise<Outcome<Uint8Array>> {
  const { writeDocx } = await import('../docx/write-docx.ts');
  const found: Diagnostic[] = [];
  const { loadImage } = pictureLoaders(context.host, found);
  const fonts = createFontBook(context.host, tree.fontFaces, context.store);
  const outcome = await writeDocx(tree, {
    host: context.host,
    date: context.date,
    loadImage,
    placeDrawing: (root, box) => {
      const scope = root === box ? tree.root : root;
      return placeDrawing(root, { fonts, style: box.style, scope, diagnostics: found });
    },
  });
  return { value: outcome.value, diagnostics: [...found, ...outcome.diagnostics] };
}
