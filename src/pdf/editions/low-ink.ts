import { boundsOf, type Rectangle } from '../../layout/geometry.ts';
import { isGradient, type Paint, pathBounds, plainStroke, rectanglePath } from '../../layout/graphics.ts';
import type {
  DisplayItem,
  GlyphsItem,
  Page,
  PagedDocument,
  PathItem,
  RectItem,
} from '../../layout/paged-document.ts';
import { type PlacedItem, placedItems } from '../../layout/paint/placed-items.ts';
import type { Colour } from '../../style/computed-style.ts';
import { convertImages } from '../image/document-images.ts';
import { grey, lightness, recolourPaint, recolourStroke, toGrey } from './colour-paints.ts';

/** What is thinner than this is a rule and stays; what is larger both ways is an area. Pt. */
const thickestRule = 7.5;

/** The lightest grey of text that has 4.5:1 on white. */
const lightestText = 0.46;

/** Grounds of this lightness or more cost next to no ink and may hide what is under them. */
const white = 0.99;

/** How an area's place is still told. */
const frame = { width: 0.75, grey: 0.55 } as const;

/** Something that others stand on. */
interface Ground {
  readonly area: Rectangle;
  /** Undefined where it stays: a picture, a drawing, white. */
  readonly taken: { readonly isDark: boolean } | undefined;
}

/**
 * The pages for a printer that is short of ink: areas are framed in place of being filled, everything is grey, pictures too,
 * and what was light on a dark ground is black. Pictures and drawings that mean something keep their areas.
 */
export function lowInk(document: PagedDocument): Promise<PagedDocument> {
  const pages = document.pages.map((page) => ({ ...page, items: lowInkItems(page) }));
  return convertImages({ ...document, pages }, 'grey');
}

function lowInkItems(page: Page): readonly DisplayItem[] {
  const grounds: Ground[] = [];
  const placed = placedItems(page.items);
  let next = 0;
  return page.items.flatMap((item) => {
    if (item.kind === 'group' || item.kind === 'end') return [item];
    return lowInkItem(placed[next++]!, page, grounds);
  });
}

function lowInkItem(placed: PlacedItem, page: Page, grounds: Ground[]): readonly DisplayItem[] {
  const { item, transform } = placed;
  switch (item.kind) {
    case 'link':
    case 'field':
      return [item];
    case 'image':
      grounds.push({ area: boundsOf(transform, item), taken: undefined });
      return [item];
    case 'glyphs': {
      const at = boundsOf(transform, { x: item.x, y: item.y - item.size / 3, width: 1, height: 1 });
      return [darkened(item, groundUnder(at, grounds))];
    }
    case 'rect':
      return lowInkShape(asPath(item), item, boundsOf(transform, item), page, grounds);
    case 'path':
      return lowInkShape(item, item, boundsOf(transform, pathBounds(item.path)), page, grounds);
  }
}

function asPath({ x, y, width, height, fill, content }: RectItem): PathItem {
  const path = rectanglePath(x, y, width, height);
  return { kind: 'path', content, path, fill, fillRule: 'nonzero', stroke: undefined };
}

/** Text on white, or where a ground was taken away, is at least as dark as it has to be. */
function darkened(item: GlyphsItem, ground: Ground | undefined): GlyphsItem {
  if (ground && !ground.taken) return { ...item, colour: toGrey(item.colour) };
  const value = lightness(item.colour);
  return { ...item, colour: value > lightestText ? grey(0) : grey(value, item.colour.a) };
}

function lowInkShape(
  shape: PathItem,
  item: RectItem | PathItem,
  area: Rectangle,
  page: Page,
  grounds: Ground[],
): readonly DisplayItem[] {
  const { fill } = shape;
  const isArea = Math.min(area.width, area.height) > thickestRule;
  if (!fill || !isArea) return [inGrey(item, groundUnder(area, grounds))];
  const light = lightnessOf(fill);
  if (item.content !== undefined || light >= white) {
    const under = groundUnder(area, grounds);
    grounds.push({ area, taken: undefined });
    return [inGrey(item, under)];
  }
  grounds.push({ area, taken: { isDark: light < lightestText } });
  if (area.width >= page.width && area.height >= page.height) return [];
  const stroke = shape.stroke
    ? recolourStroke(shape.stroke, toGrey)
    : plainStroke(grey(frame.grey), frame.width);
  return [{ ...shape, fill: undefined, stroke }];
}

/** What is light on a ground that was dark would be lost on the paper: it becomes black. */
function inGrey(item: RectItem | PathItem, ground: Ground | undefined): RectItem | PathItem {
  const turn = (colour: Colour): Colour =>
    ground?.taken?.isDark && lightness(colour) > lightestText ? grey(0, colour.a) : toGrey(colour);
  if (item.kind === 'rect') return { ...item, fill: turn(item.fill) };
  return {
    ...item,
    fill: item.fill && recolourPaint(item.fill, turn),
    stroke: item.stroke && recolourStroke(item.stroke, turn),
  };
}

/** How light a fill is on white paper. */
function lightnessOf(paint: Paint): number {
  const colours = isGradient(paint) ? paint.stops.map(({ colour }) => colour) : [paint];
  const values = colours.map((colour) => 1 - colour.a * (1 - lightness(colour)));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The uppermost ground that holds the middle of a place. */
function groundUnder({ x, y, width, height }: Rectangle, grounds: readonly Ground[]): Ground | undefined {
  const [middle, centre] = [x + width / 2, y + height / 2];
  return grounds.findLast(
    ({ area }) =>
      middle >= area.x && middle <= area.x + area.width && centre >= area.y && centre <= area.y + area.height,
  );
}
