import type { Paper } from '../../campaign/campaign.ts';
import type { SheetLayout } from '../../campaign/edition.ts';
import { type Diagnostic, diagnose, type Outcome } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/source.ts';
import type { Page, PagedDocument } from '../../layout/paged-document.ts';
import { booklet } from './booklet.ts';
import { cutSheets } from './cut-sheets.ts';
import { millimetre, type Sheets } from './sheet.ts';
import { triFold } from './tri-fold.ts';

type Arrange = (document: PagedDocument, paper: Paper) => Sheets | undefined;

const layouts: Readonly<Record<SheetLayout, Arrange>> = {
  cut: ({ pages }, paper) => cutSheets(pages, paper),
  booklet: ({ pages, direction }, paper) => booklet(pages, direction, paper),
  'tri-fold': ({ pages, direction }, paper) => triFold(pages, direction, paper),
};

/** What is made of the paper, for messages. */
const made: Readonly<Record<SheetLayout, string>> = {
  cut: 'cut out of',
  booklet: 'put side by side for a booklet of',
  'tri-fold': 'the six panels of',
};

/** Puts pages on sheets of a paper; an error at `span` where they do not fit. */
export function impose(
  document: PagedDocument,
  layout: SheetLayout,
  paper: Paper,
  span: Span,
): Outcome<Sheets | undefined> {
  const value = layouts[layout](document, paper);
  return { value, diagnostics: value ? [] : [cannotImpose(document, layout, paper, span)] };
}

/** That pages do not fit on sheets of a paper. */
export function cannotImpose(
  { pages }: PagedDocument,
  layout: SheetLayout,
  paper: Paper,
  span: Span,
): Diagnostic {
  const many = pages.length === 1 ? 'a page' : `${pages.length} pages`;
  const message = `${many} of ${sizeOf(pages[0]!)} cannot be ${made[layout]} ${paper} paper`;
  const hint = 'Leave the edition out, or make the pages smaller';
  return diagnose('edition-impossible', message, span, hint);
}

function sizeOf({ width, height }: Page): string {
  return `${Math.round(width / millimetre)} × ${Math.round(height / millimetre)} mm`;
}
