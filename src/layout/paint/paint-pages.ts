import type { NamedStringPlace } from '../../style/properties/generated-values.ts';
import { anonymousStyle } from '../boxes/anonymous-style.ts';
import type { Formatting } from '../formatting.ts';
import { frameIn } from '../lines/line-frame.ts';
import type { Canvas } from '../pages/canvas-background.ts';
import { layOutMarginBoxes } from '../pages/margin-boxes.ts';
import { namedString } from '../pages/named-strings.ts';
import { notePlaces } from '../pages/note-places.ts';
import type { PageContext } from '../pages/page-context.ts';
import { createPageNumbering } from '../pages/page-numbers.ts';
import { contentHeight, contentWidth } from '../pages/page-strip.ts';
import type { PageFragment } from '../pages/paginate.ts';
import { printerMarks } from '../pages/printer-marks.ts';
import { createTurnedStyles } from '../vertical/turn-style.ts';
import { principalMode } from '../vertical/turn-tree.ts';
import { paintFragment } from './paint.ts';
import { paintDecoration } from './paint-decoration.ts';
import { type PagePainter, type Painting, upright } from './painter.ts';

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
    styles: createTurnedStyles(),
    ...shared,
  };
  const contexts: PageContext[] = [];
  const pageNumbers: number[] = [];
  const numberOf = createPageNumbering(tree.hasPageRestarts);
  return {
    add(page) {
      const index = contexts.push(page.paper) - 1;
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
  const { width, height } = page.paper;
  const frame = frameIn(principalMode(canvas.tree.root), { x: 0, y: 0, width, height });
  const painter = { ...painterFor(painting, index, false), frame };
  const sofar = { ink: false };
  const once = [page.content, page.notes, ...(index === 0 ? page.fixed : [])];
  for (const box of once) if (box) notePlaces(painter, box, 0, 0, sofar);
  if (page.content) paintCanvas(upright(painter), page, canvas);
  if (page.content) paintFragment(painter, page.content, 0, 0);
  if (page.notes) paintFragment(painter, page.notes, 0, 0);
  for (const box of page.fixed) paintFragment({ ...painter, artifact: index > 0 }, box, 0, 0);
}

/** Under everything else, inside the margins of the page. */
function paintCanvas(painter: PagePainter, { paper }: PageFragment, { background, tree }: Canvas): void {
  if (!background) return;
  const { backgroundColor, backgroundImage } = background;
  const style = { ...anonymousStyle(background), backgroundColor, backgroundImage };
  const area = {
    x: paper.marginLeft,
    y: paper.marginTop,
    width: contentWidth(paper),
    height: contentHeight(paper),
  };
  paintDecoration({ ...painter, artifact: true }, style, area, { top: true, bottom: true }, tree.root.span);
}

function painterFor(painting: Painting, page: number, artifact: boolean): PagePainter {
  const { items } = painting.pages[page]!;
  return {
    painting,
    page,
    items,
    artifact,
    frame: undefined,
    transform: undefined,
    clip: undefined,
    clips: [],
  };
}
