import type { ContentId, DisplayItem, GlyphsItem, Page, RectItem } from '../../layout/paged-document.ts';
import type { FontUsages } from '../font/font-usage.ts';
import { drawGlyphs } from './draw-glyphs.ts';
import { drawImage } from './draw-image.ts';
import { drawPath, drawRectangles, rectangle, sameFill } from './draw-shapes.ts';
import { createGraphicsState } from './graphics-state.ts';
import { inReadingOrder } from './line-order.ts';
import type { MarkRegister } from './marks.ts';
import { pagePlace } from './page-place.ts';

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

/** Opens and closes marked content, so that every drawing operator is either tagged or an artifact. */
function createMarking(page: number, context: DrawingContext) {
  let open: ContentId | 'artifact' | undefined;
  const close = () => {
    const operator = open === undefined ? '' : 'EMC\n';
    open = undefined;
    return operator;
  };
  return {
    close,
    enter(content: ContentId | undefined): string {
      const next = content ?? 'artifact';
      if (open === next) return '';
      const ended = close();
      open = next;
      if (content === undefined)
        return `${ended}/Artifact BMC
`;
      return `${ended}/${context.tagOf(content)} <</MCID ${context.marks.add(page, content)}>> BDC
`;
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
  const items = inReadingOrder(page.items);

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
        return { operators: drawRun(item), next: i + 1 };
    }
  };

  const drawRun = (item: GlyphsItem): string => {
    const { x, y } = item;
    const drawn = drawGlyphs(item, place.x(x), place.y(y), context.fonts, state);
    if (drawn === '') return '';
    fonts.add(context.fonts.of(item.face).name);
    return marking.enter(item.content) + drawn;
  };

  let operators = '';
  for (let i = 0; i < items.length; ) {
    const drawn = drawOne(i);
    operators += drawn.operators;
    i = drawn.next;
  }
  return { operators: operators + marking.close(), fonts, images, opacities: state.opacities };
}
