import { intersection, isWithin, type Rectangle } from '../../layout/geometry.ts';
import type { Page } from '../../layout/paged-document.ts';
import { neededArea } from './needed-area.ts';
import type { SheetPage } from './sheet.ts';

/** A place on a sheet for one page; pt on the sheet. */
export interface Cell {
  /** Where the page goes at its own size: its trim, which may be larger or smaller than what is shown. */
  readonly trim: Rectangle;
  /** What of the sheet the page may print on. */
  readonly clear: Rectangle;
}

/**
 * Puts a page into a cell: at its own size where all that it needs is inside what may be printed on, and only grounds
 * are cut; else as much smaller as makes the whole page fit, in the middle of it.
 */
export function placePage(page: Page, index: number, { trim, clear }: Cell): SheetPage {
  const needed = neededArea(page);
  const moved = needed && { ...needed, x: needed.x + trim.x, y: needed.y + trim.y };
  if (!moved || isWithin(moved, clear)) {
    return { page: index, x: trim.x, y: trim.y, scale: 1, clip: intersection(trim, clear) };
  }
  const scale = Math.min(1, clear.width / page.width, clear.height / page.height);
  const width = page.width * scale;
  const height = page.height * scale;
  const x = clear.x + (clear.width - width) / 2;
  const y = clear.y + (clear.height - height) / 2;
  return { page: index, x, y, scale, clip: { x, y, width, height } };
}
