import type { Paper } from '../../campaign/campaign.ts';
import type { Page } from '../../layout/paged-document.ts';
import { type PlannedSide, placePages, type Slot } from './place-pages.ts';
import { clearMargin, flipOf, hair, millimetre, type Sheets, type Size, sheetSize } from './sheet.ts';

/** How much further out each sheet pushes those inside of it: paper of 80 g/m² is about 0.1 mm thick. */
const paperThickness = 0.1 * millimetre;

/** Which pages share a side, from left to right; numbers past the end are blank. */
export type Spread = readonly [left: number, right: number];

/**
 * The pages of a saddle-stitched booklet, 0-based, a side each: the front of the outer sheet, its back, the front of
 * the next. Booklets of languages that are written from right to left are bound at the right.
 */
export function bookletSpreads(pages: number, direction: 'ltr' | 'rtl'): readonly Spread[] {
  const total = 4 * Math.ceil(pages / 4);
  return Array.from({ length: total / 2 }, (_, side): Spread => {
    const [low, high] = [side, total - 1 - side];
    // On a front the higher number stands where the reader comes from; on a back the lower.
    const lowIsLeft = (side % 2 === 1) === (direction === 'ltr');
    return lowIsLeft ? [low, high] : [high, low];
  });
}

/** Sheets that are folded in the middle and stapled there. Undefined where two pages do not go side by side. */
export function booklet(pages: readonly Page[], direction: 'ltr' | 'rtl', paper: Paper): Sheets | undefined {
  const sheet = sheetSize(paper, true);
  const fits = pages.every(
    ({ width, height }) => width <= sheet.width / 2 + hair && height <= sheet.height + hair,
  );
  if (!fits) return undefined;
  const planned = bookletSpreads(pages.length, direction).map((spread, index): PlannedSide => {
    const creep = Math.floor(index / 2) * paperThickness;
    const slots = spread.flatMap((page, half): readonly Slot[] => {
      const found = pages[page];
      if (!found) return [];
      return [{ page, ...(half === 0 ? leftHalf : rightHalf)(found, sheet, creep) }];
    });
    return { ...sheet, slots, marks: [] };
  });
  const sides = placePages(pages, planned);
  return { sides, flip: flipOf(sheet, sides.length) };
}

/** A page ends at the fold; inner sheets, which stand out when folded and are trimmed, a little nearer to it. */
function leftHalf({ width, height }: Size, sheet: Size, creep: number) {
  const fold = sheet.width / 2;
  const trim = { x: fold - width + creep, y: (sheet.height - height) / 2, width, height };
  const clear = {
    x: clearMargin,
    y: clearMargin,
    width: fold - clearMargin,
    height: sheet.height - 2 * clearMargin,
  };
  return { trim, clear };
}

function rightHalf(page: Size, sheet: Size, creep: number) {
  const { trim, clear } = leftHalf(page, sheet, creep);
  const mirrored = (rectangle: typeof trim) => ({
    ...rectangle,
    x: sheet.width - rectangle.x - rectangle.width,
  });
  return { trim: mirrored(trim), clear: mirrored(clear) };
}
