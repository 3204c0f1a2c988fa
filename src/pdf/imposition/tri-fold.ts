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

/** A third of a side of the sheet; pt from its left edge. */
export interface Panel {
  /** 0-based, in the document. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
}

/** One side of the sheet. */
export interface PanelSide {
  /** From left to right; only those that have a page. */
  readonly panels: readonly Panel[];
  /** Where it is folded; pt from the left edge. */
  readonly folds: readonly number[];
}

/** A sheet that is folded into three, unprinted. */
export interface FoldedSheet {
  readonly size: Size;
  /** Outside and inside. */
  readonly sides: readonly [PanelSide, PanelSide];
}

/**
 * The panels of a sheet that is folded into three: of 100, 100 and 97 mm on A4, the narrow one folded in. Where text runs
 * from right to left all is mirrored. Undefined for more than six pages, or pages that are wider than a panel.
 */
export function foldedSheet(
  pages: readonly Size[],
  direction: 'ltr' | 'rtl',
  paper: Paper,
): FoldedSheet | undefined {
  const size = sheetSize(paper, true);
  const wide = (size.width + foldedIn) / 3;
  const fits = pages.every(({ width, height }) => width <= wide + hair && height <= size.height + hair);
  if (!fits || pages.length > 6) return undefined;
  const narrow = wide - foldedIn;
  const side = (order: readonly number[], widths: readonly number[]) =>
    direction === 'rtl'
      ? panelSide(pages.length, [...order].reverse(), [...widths].reverse())
      : panelSide(pages.length, order, widths);
  return { size, sides: [side(outside, [narrow, wide, wide]), side(inside, [wide, wide, narrow])] };
}

function panelSide(pages: number, order: readonly number[], widths: readonly number[]): PanelSide {
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const panels = order.map((page, index) => ({
    page,
    left: starts[index]!,
    right: starts[index]! + widths[index]!,
  }));
  return { panels: panels.filter(({ page }) => page < pages), folds: starts.slice(1) };
}

/** The sheet for an office printer: lines where the folds begin, and its edges left white. */
export function triFold(pages: readonly Page[], direction: 'ltr' | 'rtl', paper: Paper): Sheets | undefined {
  const folded = foldedSheet(pages, direction, paper);
  if (!folded) return undefined;
  const { size, sides } = folded;
  const planned = sides.map(({ panels, folds }): PlannedSide => {
    const slots = panels.map(
      (panel): Slot => ({ page: panel.page, ...panelSlot(pages[panel.page]!, size, panel) }),
    );
    const marks = folds.flatMap((x) => [
      foldTick(x, clearMargin, clearMargin + tick),
      foldTick(x, size.height - clearMargin - tick, size.height - clearMargin),
    ]);
    return { ...size, slots, marks };
  });
  return { sides: placePages(pages, planned), flip: 'short-edge' };
}

/** A page in the middle of its panel; what is nearer to the edge of the sheet than printers print stays white. */
function panelSlot({ width, height }: Size, sheet: Size, panel: Panel) {
  const left = Math.max(panel.left, clearMargin);
  const right = Math.min(panel.right, sheet.width - clearMargin);
  const x = (panel.left + panel.right - width) / 2;
  const y = (sheet.height - height) / 2;
  return {
    trim: { x, y, width, height },
    clear: { x: left, y: clearMargin, width: right - left, height: sheet.height - 2 * clearMargin },
  };
}
