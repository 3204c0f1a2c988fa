import type { Paper } from '../campaign/campaign.ts';
import type { Edition, Press } from '../campaign/edition.ts';
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { PagedDocument } from '../layout/paged-document.ts';
import type { PlacedSpot } from '../pdf/editions/press-inks.ts';
import type { Sheets } from '../pdf/imposition/sheet.ts';
import type { PdfInformation } from '../pdf/pdf-file.ts';
import type { StyledTree } from '../style/styled-tree.ts';

/** An edition that can be written. */
export interface MadeEdition {
  /** Of the file. */
  readonly pages: number;
  /** How a printer has to turn its sheets. */
  readonly flip?: Sheets['flip'];
  readonly write: (info: PdfInformation) => Promise<Uint8Array>;
}

/** Pages to make an edition of. */
export interface EditionSource {
  readonly document: PagedDocument;
  /** Of the style that they were laid out with, by name. */
  readonly colours: StyledTree['colours'];
  readonly paper: Paper;
}

/**
 * Makes an edition of laid out pages, short of writing it; undefined where it cannot be made. Without an edition they
 * are the reading edition's.
 */
export async function makeEdition(
  source: EditionSource,
  edition: Edition | undefined,
): Promise<Outcome<MadeEdition | undefined>> {
  const document =
    edition?.ink === 'low'
      ? await (await import('../pdf/editions/low-ink.ts')).lowInk(source.document)
      : source.document;
  if (edition?.press) return makePress({ ...source, document }, edition, edition.press);
  if (edition?.sheets !== undefined) return makeSheets({ ...source, document }, edition, edition.sheets);
  const write = async (info: PdfInformation) =>
    (await import('../pdf/write-pdf.ts')).writePdf(document, info);
  return { value: { pages: document.pages.length, write }, diagnostics: [] };
}

async function makeSheets(
  { document, paper }: EditionSource,
  edition: Edition,
  layout: NonNullable<Edition['sheets']>,
): Promise<Outcome<MadeEdition | undefined>> {
  const { impose } = await import('../pdf/imposition/impose.ts');
  const { value: sheets, diagnostics } = impose(document, layout, paper, edition.span);
  if (!sheets) return { value: undefined, diagnostics };
  const write = async (info: PdfInformation) =>
    (await import('../pdf/write-sheets.ts')).writeSheets(document, sheets, info);
  return { value: { pages: sheets.sides.length, flip: sheets.flip, write }, diagnostics };
}

async function makePress(
  { document, colours, paper }: EditionSource,
  { sheets, span }: Edition,
  press: Press,
): Promise<Outcome<MadeEdition | undefined>> {
  const { pressPages, pressPictures } = await import('../pdf/editions/press.ts');
  const spots = placeSpots(press, colours);
  const diagnostics = [...spots.diagnostics, ...pressPictures(document, press)];
  const fold = sheets === undefined ? undefined : paper;
  const made = pressPages(document, { press, spots: spots.value, fold });
  if (!made) {
    const { cannotImpose } = await import('../pdf/imposition/impose.ts');
    return {
      value: undefined,
      diagnostics: [...diagnostics, cannotImpose(document, 'tri-fold', paper, span)],
    };
  }
  const write = async (info: PdfInformation) =>
    (await import('../pdf/write-press.ts')).writePress(made.document, made.inks, info);
  return { value: { pages: made.document.pages.length, write }, diagnostics };
}

/** Finds the colour of each spot ink in the style; an error where there is none of its name. */
function placeSpots({ spots }: Press, colours: StyledTree['colours']): Outcome<readonly PlacedSpot[]> {
  const diagnostics: Diagnostic[] = [];
  const value = spots.flatMap((ink): readonly PlacedSpot[] => {
    const colour = colours.get(ink.of);
    if (colour) return [{ ink, colour }];
    const message = `the style has no colour ${ink.of} to print in ${ink.name}`;
    const hint =
      didYouMean(ink.of, [...colours.keys()]) ?? `Its colours are ${[...colours.keys()].join(', ')}`;
    diagnostics.push(diagnose('edition-impossible', message, ink.span, hint));
    return [];
  });
  return { value, diagnostics };
}
