import type { Paper } from '../../campaign/campaign.ts';
import type { Page } from '../../layout/paged-document.ts';
import { cutLine } from './marks.ts';
import { placePages, type Slot } from './place-pages.ts';
import { clearMargin, flipOf, hair, type Sheets, type Size, sheetSize } from './sheet.ts';

/** On one sheet. Visiting cards come by tens. */
const mostCopies = 100;

/** How many pages stand side by side, and where the first begins on the sheet; pt. */
interface Grid {
  readonly sheet: Size;
  readonly page: Size;
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly top: number;
}

/**
 * As many copies of each page as a sheet holds, to be cut apart: 2 of A5, 4 of A6 or 3 of DL on A4. The back of a sheet
 * holds the page that follows, so that either way of turning it fits. Undefined where not even one fits, or so many that
 * nobody would cut them apart.
 */
export function cutSheets(pages: readonly Page[], paper: Paper): Sheets | undefined {
  const grid = gridFor(largest(pages), paper);
  if (!grid) return undefined;
  const { sheet } = grid;
  const marks = cutLines(grid);
  const planned = pages.map((page, index) => ({ ...sheet, slots: slotsOf(grid, page, index), marks }));
  const sides = placePages(pages, planned);
  return { sides, flip: flipOf(sheet, sides.length) };
}

function largest(pages: readonly Page[]): Size {
  return {
    width: Math.max(...pages.map(({ width }) => width)),
    height: Math.max(...pages.map(({ height }) => height)),
  };
}

/** The way round of the sheet that holds more; the page's own where both hold as many. */
function gridFor(page: Size, paper: Paper): Grid | undefined {
  const [upright, lying] = [false, true].map((turned) => gridOn(sheetSize(paper, turned), page));
  const [own, other] = page.width > page.height ? [lying!, upright!] : [upright!, lying!];
  const best = other.columns * other.rows > own.columns * own.rows ? other : own;
  const count = best.columns * best.rows;
  return count > 0 && count <= mostCopies ? best : undefined;
}

function gridOn(sheet: Size, page: Size): Grid {
  const columns = Math.floor((sheet.width + hair) / page.width);
  const rows = Math.floor((sheet.height + hair) / page.height);
  const left = (sheet.width - columns * page.width) / 2;
  const top = (sheet.height - rows * page.height) / 2;
  return { sheet, page, columns, rows, left, top };
}

/**
 * A page loses the same on all of its sides, as much as one at the edge of the sheet has to: copies look alike, and
 * what is cut apart inexactly shows no rim of its neighbour.
 */
function slotsOf({ page, columns, rows, left, top }: Grid, own: Size, number: number): readonly Slot[] {
  const [across, down] = [Math.max(0, clearMargin - left), Math.max(0, clearMargin - top)];
  return Array.from({ length: columns * rows }, (_, index) => {
    const x = left + (index % columns) * page.width;
    const y = top + Math.floor(index / columns) * page.height;
    const trim = {
      x: x + (page.width - own.width) / 2,
      y: y + (page.height - own.height) / 2,
      width: own.width,
      height: own.height,
    };
    const clear = {
      x: x + across,
      y: y + down,
      width: page.width - 2 * across,
      height: page.height - 2 * down,
    };
    return { page: number, trim, clear };
  });
}

/** Between the pages, and around them where more of the paper is left than rounding makes. */
function cutLines({ sheet, page, columns, rows, left, top }: Grid) {
  const edges = (count: number, start: number, step: number) =>
    Array.from({ length: count + 1 }, (_, index) => start + index * step).filter(
      (_, index) => (index > 0 && index < count) || start > hair,
    );
  return [
    ...edges(columns, left, page.width).map((x) => cutLine(x, clearMargin, x, sheet.height - clearMargin)),
    ...edges(rows, top, page.height).map((y) => cutLine(clearMargin, y, sheet.width - clearMargin, y)),
  ];
}
