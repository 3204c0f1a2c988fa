import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import { boundsOf, intersection } from '../geometry.ts';
import type {
  ContentId,
  DisplayItem,
  GlyphsItem,
  ImageItem,
  Page,
  StructureElement,
} from '../paged-document.ts';
import { alongLine, inkOf } from '../paint/ink.ts';
import { type PlacedItem, placedItems } from '../paint/placed-items.ts';

/** How far ink may stand beyond the edge before it counts as cut off: side bearings and rounding. Pt. */
const tolerance = 1;

/** Text and pictures that paper would cut off, once for each element of the structure they belong to. */
export function checkOffPage(pages: readonly Page[], structure: StructureElement): Diagnostic[] {
  const lost = pages.flatMap((page, index) =>
    placedItems(page.items).flatMap((placed) => {
      const { item } = placed;
      return isDrawn(item) && isOutside(item, placed, page) ? [{ item, page: index + 1 }] : [];
    }),
  );
  if (lost.length === 0) return [];
  const spans = spansByContent(structure);
  const told = new Set<Span>();
  return lost.flatMap(({ item, page }) => {
    const span = (item.content === undefined ? undefined : spans.get(item.content)) ?? structure.span;
    if (told.has(span)) return [];
    told.add(span);
    const what = item.kind === 'glyphs' ? `the text ${JSON.stringify(excerpt(item.text))}` : 'a picture';
    const message = `${what} runs off the paper on page ${page}`;
    return [diagnose('text-off-page', message, span, 'Make it shorter or smaller, or give it more room')];
  });
}

type Drawn = GlyphsItem | ImageItem;

function isDrawn(item: DisplayItem): item is Drawn {
  return item.kind === 'image' || (item.kind === 'glyphs' && item.text.trim() !== '');
}

/** Pictures may run into the bleed; what a box cuts off of itself is not the paper's doing. */
function isOutside(item: Drawn, { transform, clip }: PlacedItem, page: Page): boolean {
  if (!transform && item.kind === 'glyphs' && isWithin(item, page)) return false;
  const ink = boundsOf(transform, item.kind === 'image' ? item : inkOf(item));
  if (![ink.x, ink.y, ink.width, ink.height].every(Number.isFinite)) return true;
  const { x, y, width, height } = clip ? intersection(clip, ink) : ink;
  const beyond = tolerance + (item.kind === 'image' ? page.bleed : 0);
  const right = page.width + beyond;
  const bottom = page.height + beyond;
  return x < -beyond || x + width > right || y < -beyond || y + height > bottom;
}

/** Whether all of a run is on the page, white space too: of most that is told without a look at the letters. */
function isWithin(item: GlyphsItem, page: Page): boolean {
  const { glyphs } = item;
  let pen = 0;
  let [left, right] = [0, 0];
  for (let i = 0; i < glyphs.length; i++) {
    pen += glyphs.advance(i);
    if (pen < left) left = pen;
    if (pen > right) right = pen;
  }
  const { x, y, width, height } = alongLine(item, left, right);
  return x >= 0 && x + width <= page.width && y >= 0 && y + height <= page.height;
}

/** The beginning of a text, for a message. */
export function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A table that is too wide is told of once, not once a cell. */
function spansByContent(structure: StructureElement): ReadonlyMap<ContentId, Span> {
  const spans = new Map<ContentId, Span>();
  const enter = (element: StructureElement, table: StructureElement | undefined): void => {
    for (const child of element.children) {
      if (typeof child === 'number') spans.set(child, (table ?? element).span);
      else enter(child, table ?? (child.type === 'Table' ? child : undefined));
    }
  };
  enter(structure, undefined);
  return spans;
}
