import type { Paper } from '../../campaign/campaign.ts';
import type { Rectangle } from '../../layout/geometry.ts';
import type { PathItem } from '../../layout/paged-document.ts';
import { paperSize } from '../../style/at-rules/page-size.ts';

/** Pt of a millimetre. */
export const millimetre = 72 / 25.4;

/** What office printers leave white along every edge of a sheet, and a little more; pt. */
export const clearMargin = 7 * millimetre;

/** What papers and pages may differ by where they are meant to be the same: rounding to whole millimetres; pt. */
export const hair = 1.5;

/** One side of a sheet of paper with the pages that stand on it. Pt from its top left corner, y downwards. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pages: readonly SheetPage[];
  /** Where to cut and fold; drawn over the pages. */
  readonly marks: readonly PathItem[];
}

/** A page on a sheet. */
export interface SheetPage {
  /** 0-based, in the document. */
  readonly page: number;
  /** Where the top left corner of its trim goes. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** What is shown of it, on the sheet. */
  readonly clip: Rectangle;
}

/** All sides of an edition. */
export interface Sheets {
  /** In the order of printing: the front of the first sheet, its back, the front of the second. */
  readonly sides: readonly Sheet[];
  /** How a printer that prints both sides has to turn the sheet; undefined where one side is all. */
  readonly flip: 'short-edge' | 'long-edge' | undefined;
}

/** Width and height of a paper, pt. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The paper with its long edge upright, or lying. */
export function sheetSize(paper: Paper, lying: boolean): Size {
  const { width, height } = paperSize(paper);
  return lying ? { width: height, height: width } : { width, height };
}

/** How sheets of a size are turned so that what is upright on the front is so on the back. */
export function flipOf({ width, height }: Size, sides: number): Sheets['flip'] {
  if (sides < 2) return undefined;
  return width > height ? 'short-edge' : 'long-edge';
}
