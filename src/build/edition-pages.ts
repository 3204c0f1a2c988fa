import type { Paper } from '../campaign/campaign.ts';
import type { Edition } from '../campaign/edition.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { PagedDocument } from '../layout/paged-document.ts';
import type { Sheets } from '../pdf/imposition/sheet.ts';
import type { PdfInformation } from '../pdf/pdf-file.ts';

/** An edition that can be written. */
export interface MadeEdition {
  /** Of the file. */
  readonly pages: number;
  /** How a printer has to turn its sheets. */
  readonly flip?: Sheets['flip'];
  readonly write: (info: PdfInformation) => Promise<Uint8Array>;
}

/**
 * Makes an edition of laid out pages, short of writing it; undefined where it cannot be made. Without an edition they
 * are the reading edition's.
 */
export async function makeEdition(
  laid: PagedDocument,
  edition: Edition | undefined,
  paper: Paper,
): Promise<Outcome<MadeEdition | undefined>> {
  const document = edition?.ink === 'low' ? (await import('../pdf/editions/low-ink.ts')).lowInk(laid) : laid;
  if (edition?.press) {
    const { value, diagnostics } = (await import('../pdf/editions/press.ts')).pressPages(
      document,
      edition.press,
    );
    const write = async (info: PdfInformation) =>
      (await import('../pdf/write-press.ts')).writePress(value.document, value.inks, info);
    return { value: { pages: document.pages.length, write }, diagnostics };
  }
  if (edition?.sheets === undefined) {
    const write = async (info: PdfInformation) =>
      (await import('../pdf/write-pdf.ts')).writePdf(document, info);
    return { value: { pages: document.pages.length, write }, diagnostics: [] };
  }
  const { impose } = await import('../pdf/imposition/impose.ts');
  const imposed = impose(document, edition.sheets, paper, edition.span);
  const sheets = imposed.value;
  if (!sheets) return { value: undefined, diagnostics: imposed.diagnostics };
  const write = async (info: PdfInformation) =>
    (await import('../pdf/write-sheets.ts')).writeSheets(document, sheets, info);
  return {
    value: { pages: sheets.sides.length, flip: sheets.flip, write },
    diagnostics: imposed.diagnostics,
  };
}
