import type { ContentId, DisplayItem, Page, RectItem } from '../../layout/paged-document.ts';
import type { FontUsages } from '../font/font-usage.ts';
import { actualTextFrom } from './actual-text.ts';
import { drawGlyphs } from './draw-glyphs.ts';
import { drawImage } from './draw-image.ts';
import { drawPath, drawRectangles, type PagePlace, rectangle, sameFill } from './draw-shapes.ts';
import { createGraphicsState } from './graphics-state.ts';
import type { MarkRegister } from './marks.ts';
import { textLiteral } from './numbers.ts';

/** A page's content stream, and the names in it that its resources must explain. */
export interface PageContent {
  /** Latin-1: a character a byte. */
  readonly operators: string;
  readonly fonts: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  /** Per cent. */
  readonly opacities: ReadonlySet<number>;
}

/** What drawing a page needs to know of the document. */
export interface DrawingContext {
  readonly fonts: FontUsages;
  readonly marks: MarkRegister;
  /** The structure type of a leaf's element, which its marked content bears too. */
  tagOf(content: ContentId): string;
  /** The XObject name of a picture, by its key. */
  imageName(key: string): string;
}

/** The page's coordinates as PDF's: the bleed lies around the trim. */
export function pagePlace(page: Page): PagePlace {
  return { x: (x) => x + page.bleed, y: (y) => page.height + page.bleed - y };
}

/** Opens and closes marked content, so that every drawing operator is either tagged or an artifact. */
function createMarking(page: number, context: DrawingContext) {
  let open: ContentId | 'artifact' | undefined;
  const close = () => {
    const operator = open === undefined ? '' : 'EMC\n';
    open = undefined;
    return operator;
  };
  const start = (content: ContentId, text: string | undefined) => {
    const mcid = context.marks.add(page, content);
    if (text === undefined) return `/${context.tagOf(content)} <</MCID ${mcid}>> BDC\n`;
    return `/Span <</MCID ${mcid}/ActualText ${textLiteral(text)}>> BDC\n`;
  };
  return {
    close,
    enter(content: ContentId | undefined, text?: string): string {
      const next = content ?? 'artifact';
      if (open === next && text === undefined) return '';
      const ended = close();
      open = next;
      return ended + (content === undefined ? '/Artifact BMC\n' : start(content, text));
    },
  };
}

/** The rectangles from `start` on that are drawn as one path. */
function rectanglesFrom(items: readonly DisplayItem[], start: number): readonly RectItem[] {
  const rectangles: RectItem[] = [];
  for (let i = start; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind !== 'rect' || (rectangles.length > 0 && !sameFill(rectangles[0]!, item))) break;
    rectangles.push(item);
  }
  return rectangles;
}

/** Writes what a page shows, in order. Links are annotations and not drawn. */
export function pageContent(page: Page, index: number, context: DrawingContext): PageContent {
  const place = pagePlace(page);
  const state = createGraphicsState();
  const marking = createMarking(index, context);
  const fonts = new Set<string>();
  const images = new Set<string>();
  const { items } = page;

  /** Draws from item `i` on; returns how far. */
  const drawOne = (i: number): { operators: string; next: number } => {
    const item = items[i]!;
    switch (item.kind) {
      case 'link':
        return { operators: '', next: i + 1 };
      case 'clip':
        return { operators: `${marking.close()}${state.save()}${rectangle(item, place)}W n\n`, next: i + 1 };
      case 'unclip':
        return { operators: marking.close() + state.restore(), next: i + 1 };
      case 'rect': {
        const rectangles = rectanglesFrom(items, i);
        const operators = marking.enter(item.content) + drawRectangles(rectangles, place, state);
        return { operators, next: i + rectangles.length };
      }
      case 'path':
        return { operators: marking.enter(item.content) + drawPath(item, place, state), next: i + 1 };
      case 'image': {
        const name = context.imageName(item.image.key);
        images.add(name);
        return { operators: marking.enter(item.content) + drawImage(item, name, place), next: i + 1 };
      }
      case 'glyphs':
        return drawLine(i);
    }
  };

  const drawLine = (i: number): { operators: string; next: number } => {
    const first = items[i]!;
    const group =
      first.kind === 'glyphs' && first.content !== undefined ? actualTextFrom(items, i) : undefined;
    const next = group?.end ?? i + 1;
    let drawn = '';
    for (const item of items.slice(i, next)) {
      if (item.kind !== 'glyphs') continue;
      fonts.add(context.fonts.of(item.face).name);
      drawn += drawGlyphs(item, place.x(item.x), place.y(item.y), context.fonts, state);
    }
    if (drawn === '' || first.kind !== 'glyphs') return { operators: '', next };
    const operators = marking.enter(first.content, group?.text) + drawn;
    return { operators: group ? operators + marking.close() : operators, next };
  };

  let operators = '';
  for (let i = 0; i < items.length; ) {
    const drawn = drawOne(i);
    operators += drawn.operators;
    i = drawn.next;
  }
  return { operators: operators + marking.close(), fonts, images, opacities: state.opacities };
}
