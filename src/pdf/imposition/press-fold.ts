import type { Paper } from '../../campaign/campaign.ts';
import { isWithin, type Rectangle } from '../../layout/geometry.ts';
import { rectanglePath } from '../../layout/graphics.ts';
import type { DisplayItem, Page } from '../../layout/paged-document.ts';
import { neededArea } from './needed-area.ts';
import type { Size } from './sheet.ts';
import { foldedSheet, type Panel } from './tri-fold.ts';

/** A page of a file for a print shop, and where the sheet is folded that it becomes; pt from the left of its trim. */
export interface FoldedPage {
  readonly page: Page;
  readonly folds: readonly number[];
}

/**
 * Both sides of a sheet that a print shop folds into three, each a page as large as the sheet: the pages that are its
 * panels reach up to the folds, and at the edges of the sheet into the bleed. Undefined where a panel is smaller than its
 * page or what must be seen of it.
 */
export function pressFold(
  pages: readonly Page[],
  direction: 'ltr' | 'rtl',
  paper: Paper,
  bleed: number,
): readonly FoldedPage[] | undefined {
  const folded = foldedSheet(pages, direction, paper);
  if (!folded?.sides.every(({ panels }) => panels.every((panel) => holds(panel, pages, folded.size)))) {
    return undefined;
  }
  const { size } = folded;
  return folded.sides.map(({ panels, folds }) => {
    const items = panels.flatMap((panel) => panelItems(panel, pages[panel.page]!, size, bleed));
    return { page: { ...size, bleed, slug: 0, items }, folds };
  });
}

/** A page stands in the middle of its panel. */
function placeOf({ left, right }: Panel, { width, height }: Size, sheet: Size) {
  return { x: (left + right - width) / 2, y: (sheet.height - height) / 2 };
}

function holds(panel: Panel, pages: readonly Page[], sheet: Size): boolean {
  const page = pages[panel.page]!;
  const needed = neededArea(page);
  const { x, y } = placeOf(panel, page, sheet);
  const whole: Rectangle = { x: panel.left, y: 0, width: panel.right - panel.left, height: sheet.height };
  return !needed || isWithin({ ...needed, x: needed.x + x, y: needed.y + y }, whole);
}

function panelItems(panel: Panel, page: Page, sheet: Size, bleed: number): readonly DisplayItem[] {
  const { x, y } = placeOf(panel, page, sheet);
  const left = panel.left === 0 ? -bleed : panel.left;
  const right = panel.right >= sheet.width - 0.01 ? sheet.width + bleed : panel.right;
  const path = rectanglePath(left - x, -bleed - y, right - left, sheet.height + 2 * bleed);
  return [
    {
      kind: 'group',
      transform: [1, 0, 0, 1, x, y],
      clip: { path, fillRule: 'nonzero' },
      opacity: 1,
    },
    ...page.items,
    { kind: 'end' },
  ];
}
