import type { Paper } from '../../campaign/campaign.ts';
import type { Press } from '../../campaign/edition.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { DisplayItem, Page, PagedDocument } from '../../layout/paged-document.ts';
import { printerMarks, slugOf } from '../../layout/pages/printer-marks.ts';
import type { Colour } from '../../style/computed-style.ts';
import type { Inks } from '../content/inks.ts';
import { foldMarks } from '../imposition/marks.ts';
import { type FoldedPage, pressFold } from '../imposition/press-fold.ts';
import { withBleed } from './bleed.ts';
import { grey, type Recolour, recolourPaint, recolourStroke, toGrey } from './colour-paints.ts';
import { isInSpotInk, type PlacedSpot, pressInks, processInksOf, registration } from './press-inks.ts';

/** How much black a neutral colour has that is meant to be black. */
const nearlyBlack = 0.8;

/** Crop marks, and crosses to lay the plates over each other. */
const marks = { crop: true, cross: true } as const;

/** Pages for the press, and the inks they are written in. */
export interface PressPages {
  readonly document: PagedDocument;
  readonly inks: Inks;
}

/** What the pages of a press are made of besides themselves. */
export interface PressSetting {
  readonly press: Press;
  readonly spots: readonly PlacedSpot[];
  /** The paper of a sheet that is folded into three; undefined: pages stay single. */
  readonly fold: Paper | undefined;
}

/**
 * The pages as a print shop wants them: with bleed and marks around the trim, and in the inks of the press. Undefined
 * where they are to be folded and do not fit.
 */
export function pressPages(
  document: PagedDocument,
  { press, spots, fold }: PressSetting,
): PressPages | undefined {
  const { bleed, colours } = press;
  const recolour: Recolour = (colour) => {
    if (isInSpotInk(colour, spots)) return colour;
    return wholeBlack(colours === 'grey' ? toGrey(colour) : colour);
  };
  const printed = document.pages.map((page) => {
    const grown = withBleed(page, bleed);
    return { ...grown, items: grown.items.map((item) => recoloured(item, recolour)) };
  });
  const sheets =
    fold === undefined
      ? printed.map((page): FoldedPage => ({ page, folds: [] }))
      : pressFold(printed, document.direction, fold, bleed);
  return sheets && { document: { ...document, pages: sheets.map(withMarks) }, inks: pressInks(press, spots) };
}

/** The marks stand in every ink, over the page. */
function withMarks({ page, folds }: FoldedPage): Page {
  const around = [...printerMarks({ ...page, marks }), ...folds.flatMap((x) => foldMarks(x, page))];
  const own = around.map((item) => recoloured(item, () => registration));
  return { ...page, slug: Math.max(page.slug, slugOf(marks)), items: [...page.items, ...own] };
}

function recoloured(item: DisplayItem, recolour: Recolour): DisplayItem {
  switch (item.kind) {
    case 'glyphs':
      return { ...item, colour: recolour(item.colour) };
    case 'rect':
      return { ...item, fill: recolour(item.fill) };
    case 'path':
      return {
        ...item,
        fill: item.fill && recolourPaint(item.fill, recolour),
        stroke: item.stroke && recolourStroke(item.stroke, recolour),
      };
    default:
      return item;
  }
}

/** Four plates that are a hair off make black text blurred, and a screen makes it ragged: it is black ink alone and whole. */
function wholeBlack(colour: Colour): Colour {
  const { r, g, b, cmyk } = colour;
  const [, , , black] = cmyk ?? processInksOf(colour);
  const isNeutral = cmyk !== undefined || Math.max(r, g, b) - Math.min(r, g, b) < 0.05;
  return isNeutral && black >= nearlyBlack ? grey(0, colour.a) : colour;
}

/** What colours become in process inks is known to the shop alone; black ink has one way to print them. */
export function pressPictures(document: PagedDocument, { colours }: Press): readonly Diagnostic[] {
  if (colours === 'grey') return [];
  const images = document.pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'image' && item.image.space === 'rgb' ? [item] : [])),
  );
  return images.map(({ span }) =>
    diagnose(
      'picture-colours',
      'the picture keeps its own colours in a print edition of CMYK inks',
      span,
      'Ask the print shop to convert it, or use a picture in its inks',
    ),
  );
}
