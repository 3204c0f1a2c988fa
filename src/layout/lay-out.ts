import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { StyledElement, StyledPicture, StyledTree } from '../style/styled-tree.ts';
import type { FontBook } from '../text/fonts/font-book.ts';
import type { LayoutContext } from './boxes/box-context.ts';
import { generateBoxes } from './boxes/generate-boxes.ts';
import { pruneStructure, type StructureNode } from './boxes/structure.ts';
import { checkOffPage, excerpt } from './checks/off-page.ts';
import { checkResolution } from './checks/picture-resolution.ts';
import { createLayoutContext } from './create-context.ts';
import type { Formatting } from './formatting.ts';
import { createFormatting } from './lay-out-box.ts';
import type { PagedDocument } from './paged-document.ts';
import { canvasOf } from './pages/canvas-background.ts';
import { settleReferences } from './pages/page-references.ts';
import { contentHeight, contentWidth } from './pages/page-strip.ts';
import { firstPage, type PageFragment, paginate, runsToLeft } from './pages/paginate.ts';
import { slugOf } from './pages/printer-marks.ts';
import { stretchesOf } from './pages/stretches.ts';
import { createPagesPainter } from './paint/paint-pages.ts';
import type { Painting } from './paint/painter.ts';
import { createPictureSource } from './paint/picture-source.ts';
import { principalMode, turnTree } from './vertical/turn-tree.ts';

/** What layout needs beside the tree. */
export interface LayoutResources {
  readonly fonts: FontBook;
  /** The picture of an `<img>`; undefined where it cannot be had, which its reader has reported. */
  readonly loadImage: (element: StyledElement) => StyledPicture | undefined;
  /** The picture at an address that a style sheet gives; `span` is where it does. */
  readonly loadPicture: (url: string, span: Span) => StyledPicture | undefined;
}

/** Lays a styled tree out: boxes, fragments, pages, and the display list with its structure. */
export function layOut(tree: StyledTree, resources: LayoutResources): Outcome<PagedDocument> {
  const diagnostics: Diagnostic[] = [];
  const canvas = canvasOf(tree);
  const context = createLayoutContext(resources, diagnostics);
  const { pages, structure, formatting } = pagesToPaint(canvas.tree, context);
  const picture = createPictureSource(resources, diagnostics);
  const painter = createPagesPainter(formatting, canvas, { diagnostics, picture });
  for (const page of pages) painter.add(page);
  const painting = painter.finish();
  pruneStructure(structure, painting.drawn);
  const document: PagedDocument = {
    title: tree.title,
    language: tree.language,
    direction: runsToLeft({ ...tree.root.style, writingMode: principalMode(tree.root) }) ? 'rtl' : 'ltr',
    pages: painting.contexts.map((context, index) => ({
      width: context.width,
      height: context.height,
      bleed: context.bleed,
      slug: slugOf(context.marks),
      items: painting.pages[index]!.items,
    })),
    structure,
    outline: painting.outline,
    destinations: painting.destinations,
  };
  const offPage = checkOffPage(document.pages, document.structure);
  return {
    value: document,
    diagnostics: [
      ...withoutCauses(diagnostics, offPage),
      ...cutText(painting),
      ...offPage,
      ...checkResolution(document.pages),
    ],
  };
}

/** Where text runs off the paper, that is told: the boxes around it that are too small are not. */
function withoutCauses(found: readonly Diagnostic[], offPage: readonly Diagnostic[]): readonly Diagnostic[] {
  const isTold = (span: Span): boolean =>
    offPage.some(({ span: off }) => off !== undefined && overlaps(off, span));
  return found.filter(({ code, span }) => code !== 'box-overflow' || !span || !isTold(span));
}

function overlaps(a: Span, b: Span): boolean {
  return a === b || (a.source === b.source && a.start < b.end && b.start < a.end);
}

/** A tree as pages of fragments, before anything is painted. */
export interface FragmentedPages {
  readonly pages: PageFragment[];
  readonly structure: StructureNode;
  readonly formatting: Formatting;
}

/** The first half of `layOut`: boxes, fragments, pages; repeated until page numbers in the text are right. */
export function layOutPages(written: StyledTree, context: LayoutContext): FragmentedPages {
  const tree = turned(written);
  if (!tree.hasPageReferences) return layOutOnce(tree, context);
  const { found, ...laid } = settleReferences(tree, (filled) => {
    const found: Diagnostic[] = [];
    return { ...layOutOnce(filled, { ...context, diagnostics: found }), found };
  });
  context.diagnostics.push(...found);
  return laid;
}

/** Boxes are laid out as if the page were turned with their lines. */
function turned(tree: StyledTree): StyledTree {
  return tree.hasVerticalText ? { ...tree, root: turnTree(tree.root) } : tree;
}

function layOutOnce(tree: StyledTree, context: LayoutContext): FragmentedPages {
  const laid = startLayout(tree, context);
  return { ...laid, pages: [...laid.pages] };
}

/** Pages that come one after the other, with what is known from the start. */
interface ComingPages extends Omit<FragmentedPages, 'pages'> {
  readonly pages: Iterable<PageFragment>;
}

/** The pages, each to be let go before the next one comes; numbers of pages in the text have to be known before. */
function pagesToPaint(tree: StyledTree, context: LayoutContext): ComingPages {
  if (!tree.hasPageReferences) return startLayout(turned(tree), context);
  const laid = layOutPages(tree, context);
  return { ...laid, pages: taken(laid.pages) };
}

function* taken(pages: PageFragment[]): Generator<PageFragment, void> {
  for (let page = pages.shift(); page; page = pages.shift()) yield page;
}

function startLayout(tree: StyledTree, context: LayoutContext): ComingPages {
  const { root, structure } = generateBoxes(tree.root, context);
  const first = firstPage(root, tree.pages, tree.root.style);
  const area = { width: contentWidth(first), height: contentHeight(first) };
  const formatting = createFormatting(context, area);
  const stretches = stretchesOf(root, formatting);
  const pages = paginate(stretches, tree.pages, formatting, tree.root.style);
  return { pages, structure, formatting };
}

/** Text that a box with `overflow: hidden` does not show. */
function cutText({ cut }: Painting): readonly Diagnostic[] {
  return [...cut].map(([span, text]) => {
    const message = `the text ${JSON.stringify(excerpt(text))} is cut off by the box that it stands in`;
    const hint = 'Make the text shorter or smaller, or the box larger, or let overflow be visible';
    return diagnose('box-overflow', message, span, hint);
  });
}
