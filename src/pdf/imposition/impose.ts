import type { Paper } from '../../campaign/campaign.ts';
import type { SheetLayout } from '../../campaign/edition.ts';
import { diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Page, PagedDocument } from '../../layout/paged-document.ts';
import { cutSheets } from './cut-sheets.ts';
import { millimetre, type Sheets } from './sheet.ts';

type Arrange = (document: PagedDocument, paper: Paper) => Sheets | undefined;

const layouts: Readonly<Record<SheetLayout, Arrange>> = {
  cut: ({ pages }, paper) => cutSheets(pages, paper),
  booklet: () => undefined,
  'tri-fold': () => undefined,
};

/** Puts pages on sheets of a paper; an error at `span` where they do not fit. */
export function impose(
  document: PagedDocument,
  layout: SheetLayout,
  paper: Paper,
  span: Span,
): Outcome<Sheets | undefined> {
  const value = layouts[layout](document, paper);
  if (value) return { value, diagnostics: [] };
  const message = `pages of ${sizeOf(document.pages[0]!)} do not go on ${paper} as ${layout}`;
  const hint = 'Leave the edition out, or make the pages smaller';
  return { value, diagnostics: [diagnose('edition-impossible', message, span, hint)] };
}

function sizeOf({ width, height }: Page): string {
  return `${Math.round(width / millimetre)} × ${Math.round(height / millimetre)} mm`;
}
