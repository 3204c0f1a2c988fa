import type { PictureData } from '../content/image.ts';
import { locateFile } from '../content/locate-file.ts';
import { readImage } from '../content/read-image.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { ReadBack } from '../docx/reading/read-back.ts';
import type { DocxContext } from '../docx/write-docx.ts';
import type { Host } from '../host/host.ts';
import { type LayoutResources, layOut } from '../layout/lay-out.ts';
import { columnsAlone, heightAlone } from '../layout/measure-alone.ts';
import type { PagedDocument } from '../layout/paged-document.ts';
import { fillPages } from '../layout/pages/fill-pages.ts';
import { placeDrawing } from '../layout/svg/placed-drawing.ts';
import type { PdfInformation } from '../pdf/pdf-file.ts';
import type { StyleCache } from '../style/at-rules/compile-sheets.ts';
import { styleDrawing } from '../style/style-drawing.ts';
import type { StyledPicture, StyledTree } from '../style/styled-tree.ts';
import { createFontBook } from '../text/fonts/font-book.ts';
import type { FontStore } from '../text/fonts/font-store.ts';
import { type FontsUsed, fontsUsed } from './fonts-used.ts';

/** What rendering a styled tree needs. */
export interface RenderContext {
  readonly host: Host;
  readonly store: FontStore;
  /** ISO yyyy-mm-dd. */
  readonly date: string | undefined;
  /** Pictures that were read, by root and path; without it each stage reads them for itself. */
  readonly pictures?: Map<string, Outcome<PictureData | undefined>>;
}

/** A laid out document with what was found, and the fonts it draws with. */
export interface RenderedPages {
  readonly document: PagedDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly fonts: FontsUsed;
}

/** The tree with the rows of its tables that fill pages; other trees stay as they are. For every format alike. */
export function fillTree(tree: StyledTree, context: RenderContext): StyledTree {
  const fonts = createFontBook(context.host, tree.fontFaces, context.store);
  return fillPages(tree, { fonts, ...pictureLoaders(context, []) });
}

/** Lays a tree out with the faces it declares. */
export function paginateTree(tree: StyledTree, context: RenderContext): RenderedPages {
  const found: Diagnostic[] = [];
  const fonts = createFontBook(context.host, tree.fontFaces, context.store);
  const laid = layOut(tree, { fonts, ...pictureLoaders(context, found) });
  found.push(...laid.diagnostics);
  return { document: laid.value, diagnostics: found, fonts: fontsUsed(fonts, laid.value) };
}

/** Reads each picture once, from beside the file that names it; what is wrong with it is reported once. */
function pictureLoaders(
  { host, pictures }: RenderContext,
  found: Diagnostic[],
): Pick<LayoutResources, 'loadImage' | 'loadPicture'> {
  const known = new Map<string, StyledPicture | undefined>();
  const cache: StyleCache = new Map();
  const loadPicture = (url: string, span: Span): StyledPicture | undefined => {
    const { root } = span.source;
    const address = locateFile(span.source, url);
    const key = `${root} ${address}`;
    if (!known.has(key)) {
      const picture =
        pictures?.get(key) ?? (url.trim() === '' ? unnamed(span) : readImage(host, root, address, span));
      pictures?.set(key, picture);
      found.push(...picture.diagnostics);
      known.set(key, picture.value && styledPicture(host, picture.value, cache, found));
    }
    return known.get(key);
  };
  return { loadPicture, loadImage: ({ attributes, span }) => loadPicture(attributes.src ?? '', span) };
}

/** Of an address that is empty; as a path it would be the folder. */
function unnamed(span: Span): Outcome<undefined> {
  const found = diagnose('image-invalid', 'the picture names no file', span, 'Write src="picture.png"');
  return { value: undefined, diagnostics: [found] };
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

/** The PDF of laid out pages. */
export async function writePdfOf(pages: RenderedPages, info: PdfInformation): Promise<Uint8Array> {
  const { fitImages } = await import('../pdf/image/document-images.ts');
  const { writePdf } = await import('../pdf/write-pdf.ts');
  return writePdf(await fitImages(pages.document), info);
}

/** What its DOCX says, read as any other is, with the places in the sources that its paragraphs were written in. */
export async function readBackOf(tree: StyledTree, context: RenderContext): Promise<ReadBack> {
  const { readBack } = await import('../docx/reading/read-back.ts');
  return readBack(tree, docxContext(tree, context, []));
}

/** The DOCX of a styled tree; `more` says which document it was made from, its fonts, and what changes are tracked in it. */
export async function writeDocxOf(
  tree: StyledTree,
  context: RenderContext,
  more: Pick<DocxContext, 'origin' | 'fonts' | 'changes' | 'numbersLines'> = {},
): Promise<Outcome<Uint8Array>> {
  const { writeDocx } = await import('../docx/write-docx.ts');
  const found: Diagnostic[] = [];
  const outcome = await writeDocx(tree, { ...docxContext(tree, context, found), ...more });
  return { value: outcome.value, diagnostics: [...found, ...outcome.diagnostics] };
}

function docxContext(tree: StyledTree, context: RenderContext, found: Diagnostic[]): DocxContext {
  const loaders = pictureLoaders(context, found);
  const fonts = createFontBook(context.host, tree.fontFaces, context.store);
  return {
    host: context.host,
    date: context.date,
    loadImage: loaders.loadImage,
    measures: {
      columns: (table, width) => columnsAlone(table, width, { fonts, ...loaders }),
      height: (block, width) => heightAlone(block, width, { fonts, ...loaders }),
    },
    placeDrawing: (root, box) => {
      const scope = root === box ? tree.root : root;
      return placeDrawing(root, { fonts, style: box.style, scope, diagnostics: found });
    },
  };
}
