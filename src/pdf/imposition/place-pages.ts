import { intersection, isWithin, type Rectangle } from '../../layout/geometry.ts';
import type { Page } from '../../layout/paged-document.ts';
import { neededArea } from './needed-area.ts';
import type { Sheet, SheetPage } from './sheet.ts';

/** A place on a sheet for one page; pt on the sheet. */
export interface Slot {
  /** 0-based, in the document. */
  readonly page: number;
  /** Where the page goes at its own size. */
  readonly trim: Rectangle;
  /** What of the sheet the page may print on. */
  readonly clear: Rectangle;
}

/** A side of a sheet before it is known whether pages go on it at their own size. */
export interface PlannedSide extends Omit<Sheet, 'pages'> {
  readonly slots: readonly Slot[];
}

/**
 * Puts pages into their slots: at their own size where all that they need is inside what may be printed on, and only
 * grounds are cut. Where one page needs more, all of them are made smaller alike, so that each fits as a whole.
 */
export function placePages(pages: readonly Page[], sides: readonly PlannedSide[]): readonly Sheet[] {
  const needed = pages.map(neededArea);
  const slots = sides.flatMap((side) => side.slots);
  const fits = slots.every((slot) => isClear(needed[slot.page], slot));
  const scale = fits ? 1 : Math.min(1, ...slots.map((slot) => scaleFor(pages[slot.page]!, slot)));
  const place = (slot: Slot): SheetPage => (fits ? asItIs(slot) : shrunk(pages[slot.page]!, slot, scale));
  return sides.map(({ slots: own, ...side }) => ({ ...side, pages: own.map(place) }));
}

function isClear(needed: Rectangle | undefined, { trim, clear }: Slot): boolean {
  return !needed || isWithin({ ...needed, x: needed.x + trim.x, y: needed.y + trim.y }, clear);
}

function asItIs({ page, trim, clear }: Slot): SheetPage {
  return { page, x: trim.x, y: trim.y, scale: 1, clip: intersection(trim, clear) };
}

function scaleFor({ width, height }: Page, { clear }: Slot): number {
  return Math.min(clear.width / width, clear.height / height);
}

/** In the middle of what may be printed on. */
function shrunk(page: Page, { page: number, clear }: Slot, scale: number): SheetPage {
  const width = page.width * scale;
  const height = page.height * scale;
  const x = clear.x + (clear.width - width) / 2;
  const y = clear.y + (clear.height - height) / 2;
  return { page: number, x, y, scale, clip: { x, y, width, height } };
}
