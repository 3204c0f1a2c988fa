import type { NamedStringPlace } from '../style/properties/generated-values.ts';
import { anonymousStyle } from './anonymous-style.ts';
import type { Canvas } from './canvas-background.ts';
import type { Formatting } from './formatting.ts';
import { layOutMarginBoxes } from './margin-boxes.ts';
import { namedString } from './named-strings.ts';
import { notePlaces } from './note-places.ts';
import type { PageContext } from './page-context.ts';
import { createPageNumbering } from './page-numbers.ts';
import { contentHeight, contentWidth } from './page-strip.ts';
import type { PageFragment } from './paginate.ts';
import { paintFragment } from './paint.ts';
import { paintDecoration } from './paint-decoration.ts';
import type { PagePainter, Painting } from './painter.ts';
import { printerMarks } from './printer-marks.ts';

/** Paints pages as they are laid out. What it has painted it lets go: the fragments of a document take much memory. */
export interface PagesPainter {
  /** Paints a page, which comes behind the last one. */
  add(page: PageFragment): void;
  /** Paints what stands around the pages, which may depend on all of them. */
  finish(): PaintedPages;
}

/** All pages of a document, painted. */
export interface PaintedPages extends Painting {
  /** The paper of each page. */
  readonly contexts: readonly PageContext[];
}

/** Starts to paint a document. */
export function createPagesPainter(
  formatting: Formatting,
  canvas: Canvas,
  shared: Pick<Painting, 'diagnostics' | 'picture'>,
): PagesPainter {
  const { tree } = canvas;
  const painting: Painting = {
    pages: [],
    outline: [],
    destinations: {},
    drawn: new Set(),
    nextLine: 0,
    cut: new Map(),
    ...shared,
  };
  const contexts: PageContext[] = [];
  const pageNumbers: number[] = [];
  const numberOf = createPageNumbering(tree.hasPageRestarts);
  return {
    add(page) {
      const index = contexts.push(page.context) - 1;
      painting.pages.push({ items: [], strings: new Map() });
      pageNumbers.push(numberOf(page));
      paintPage(page, index, painting, canvas);
    },
    finish() {
      const strings = painting.pages.map((page) => page.strings);
      contexts.forEach((context, index) => {
        const painter = painterFor(painting, index, true);
        const numbers = {
          page: pageNumbers[index]!,
          pages: contexts.length,
          string: (name: string, which: NamedStringPlace) => namedString(strings, index, name, which),
          counterStyles: tree.counterStyles,
        };
        for (const box of layOutMarginBoxes(context, numbers, formatting)) paintFragment(painter, box, 0, 0);
        painter.items.push(...printerMarks(context));
      });
      return { ...painting, contexts };
    },
  };
}

function paintPage(page: PageFragment, index: number, painting: Painting, canvas: Canvas): void {
  const painter = painterFor(painting, index, false);
  const sofar = { ink: false };
  const once = [page.content, page.notes, ...(index === 0 ? page.fixed : [])];
  for (const box of once) if (box) notePlaces(painter, box, 0, 0, sofar);
  if (page.content) paintCanvas(painter, page, canvas);
  if (page.content) paintFragment(painter, page.content, 0, 0);
  if (page.notes) paintFragment(painter, page.notes, 0, 0);
  for (const box of page.fixed) paintFragment({ ...painter, artifact: index > 0 }, box, 0, 0);
}

/** Under everything else, inside the margins of the page. */
function paintCanvas(painter: PagePainter, { context }: PageFragment, { background, tree }: Canvas): void {
  if (!background) return;
  const { backgroundColor, backgroundImage } = background;
  const style = { ...anonymousStyle(background), backgroundColor, backgroundImage };
  const area = {
    x: context.marginLeft,
    y: context.marginTop,
    width: contentWidth(context),
    height: contentHeight(context),
  };
  paintDecoration({ ...painter, artifact: true }, style, area, { top: true, bottom: true }, tree.root.span);
}

function painterFor(painting: Painting, page: number, artifact: boolean): PagePainter {
  const { items } = painting.pages[page]!;
  return { painting, page, items, artifact, transform: undefined, clip: undefined, clips: [] };
}
