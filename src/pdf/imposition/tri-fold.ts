import type { Paper } from '../../campaign/campaign.ts';
import type { Page } from '../../layout/paged-document.ts';
import { foldTick } from './marks.ts';
import { type PlannedSide, placePages, type Slot } from './place-pages.ts';
import { clearMargin, hair, millimetre, type Sheets, type Size, sheetSize } from './sheet.ts';

/** How much narrower the panel is that folds in, so that it does not jam in the fold. */
const foldedIn = 3 * millimetre;

/** How long a line at a fold is. */
const tick = 3 * millimetre;

/**
 * Which pages stand on the outside and the inside of the sheet, from left to right, where text runs so: the first is
 * the cover; the inside goes on with 2, 3 and 4; 5 is the panel that folds in, seen beside 2 when the cover is opened;
 * 6 is the back.
 */
const outside = [4, 5, 0] as const;
const inside = [1, 2, 3] as const;

/**
 * One sheet that is folded into three: panels of 100, 100 and 97 mm on A4, the narrow one folded in. Where text runs from
 * right to left all is mirrored. Undefined for more than six pages, or pages that are wider than a panel.
 */
export function triFold(pages: readonly Page[], direction: 'ltr' | 'rtl', paper: Paper): Sheets | undefined {
  const sheet = sheetSize(paper, true);
  const wide = (sheet.width + foldedIn) / 3;
  const fits = pages.every(({ width, height }) => width <= wide + hair && height <= sheet.height + hair);
  if (!fits || pages.length > 6) return undefined;
  const turned = direction === 'rtl';
  const side = (order: readonly number[], widths: readonly number[]): PlannedSide =>
    turned
      ? panelSide(pages, sheet, [...order].reverse(), [...widths].reverse())
      : panelSide(pages, sheet, order, widths);
  const narrow = wide - foldedIn;
  const planned = [side(outside, [narrow, wide, wide]), side(inside, [wide, wide, narrow])];
  return { sides: placePages(pages, planned), flip: 'short-edge' };
}

function panelSide(
  pages: readonly Page[],
  sheet: Size,
  order: readonly number[],
  widths: readonly number[],
): PlannedSide {
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const slots = order.flatMap((number, index): readonly Slot[] => {
    const page = pages[number];
    if (!page) return [];
    const panel = { left: starts[index]!, right: starts[index]! + widths[index]! };
    return [{ page: number, ...panelSlot(page, sheet, panel) }];
  });
  const marks = starts
    .slice(1)
    .flatMap((x) => [
      foldTick(x, clearMargin, clearMargin + tick),
      foldTick(x, sheet.height - clearMargin - tick, sheet.height - clearMargin),
    ]);
  return { ...sheet, slots, marks };
}

/** A page in the middle of its panel; what is nearer to the edge of the sheet than printers print stays white. */
function panelSlot(
  { width, height }: Size,
  sheet: Size,
  panel: { readonly left: number; readonly right: number },
) {
  const left = Math.max(panel.left, clearMargin);
  const right = Math.min(panel.right, sheet.width - clearMargin);
  const x = (panel.left + panel.right - width) / 2;
  const y = (sheet.height - height) / 2;
  return {
    trim: { x, y, width, height },
    clear: { x: left, y: clearMargin, width: right - left, height: sheet.height - 2 * clearMargin },
  };
}
