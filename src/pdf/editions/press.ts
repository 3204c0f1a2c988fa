import type { Press } from '../../campaign/edition.ts';
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { DisplayItem, Page, PagedDocument } from '../../layout/paged-document.ts';
import { printerMarks, slugOf } from '../../layout/pages/printer-marks.ts';
import type { Colour } from '../../style/computed-style.ts';
import { blackInk, type Inks, inksOf, processInks } from '../content/inks.ts';
import { withBleed } from './bleed.ts';
import { grey, type Recolour, recolourPaint, recolourStroke, toGrey } from './colour-paints.ts';

/** How much black a neutral colour has that is meant to be black. */
const nearlyBlack = 0.8;

/** Crop marks, and crosses to lay the plates over each other. */
const marks = { crop: true, cross: true } as const;

/** What marks are printed with: every plate, so that each can be laid by them. */
const registration: Colour = { r: 0, g: 0, b: 0, a: 1, cmyk: [1, 1, 1, 1] };

/** Pages for the press, and the inks they are written in. */
export interface PressPages {
  readonly document: PagedDocument;
  readonly inks: Inks;
}

/** The pages as a print shop wants them: with bleed and marks around the trim, and in the inks of the press. */
export function pressPages(document: PagedDocument, press: Press): Outcome<PressPages> {
  const inks = press.colours === 'grey' ? blackInk : processInks;
  const recolour = press.colours === 'grey' ? (colour: Colour) => wholeBlack(toGrey(colour)) : wholeBlack;
  const pages = document.pages.map((page) => pressPage(page, press, recolour));
  return { value: { document: { ...document, pages }, inks }, diagnostics: pictures(document, inks) };
}

function pressPage(page: Page, { bleed, colours }: Press, recolour: Recolour): Page {
  const grown = withBleed(page, bleed);
  const colour = colours === 'grey' ? grey(0) : registration;
  const own = printerMarks({ ...grown, marks }).map((item) => recoloured(item, () => colour));
  const items = grown.items.map((item) => recoloured(item, recolour));
  return { ...grown, slug: Math.max(grown.slug, slugOf(marks)), items: [...items, ...own] };
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
  const [, , , black] = cmyk ?? inksOf(colour);
  const isNeutral = cmyk !== undefined || Math.max(r, g, b) - Math.min(r, g, b) < 0.05;
  return isNeutral && black >= nearlyBlack ? grey(0, colour.a) : colour;
}

/** Pictures go as they are: what they become in the inks of the press is known to the shop alone. */
function pictures(document: PagedDocument, { space }: Inks): readonly Diagnostic[] {
  const images = document.pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'image' ? [item] : [])),
  );
  return images.map(({ span }) => {
    const message = `the picture keeps its own colours in a print edition of ${space === 'DeviceGray' ? 'black ink' : 'CMYK inks'}`;
    return diagnose(
      'picture-colours',
      message,
      span,
      'Ask the print shop to convert it, or use a picture in its inks',
    );
  });
}
