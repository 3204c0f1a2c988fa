import { type PdfValue, type ReadPdf, textOf } from './read-pdf.ts';
import { markedText, pagesOf } from './read-text.ts';

type Entries = Map<string, PdfValue>;

/** Elements of a line of text, which belong to the block around them. */
const inline = new Set(['/Span', '/Link', '/Reference', '/Quote', '/Code', '/Lbl', '/Form']);

/**
 * The text of a tagged file as its structure tells it (ISO 32000-1 §14.7, §14.9.4): in the order of the tree, ActualText
 * in place of what is drawn, and a line for each block.
 */
export function structureText(pdf: ReadPdf): string {
  const pages = pagesOf(pdf);
  const drawn = new Map(pages.map((page) => [page, markedText(pdf, page)]));
  const pageOf = (value: PdfValue | undefined): Entries | undefined =>
    value === undefined ? undefined : pdf.dictionary(value);
  const kid = (value: PdfValue, page: Entries | undefined): string => {
    if (typeof value === 'number') return drawn.get(page!)?.get(value) ?? '';
    const entries = pdf.dictionary(value);
    if (entries.get('Type') === '/MCR') return kid(entries.get('MCID')!, pageOf(entries.get('Pg')) ?? page);
    return entries.has('S') ? element(entries, page) : '';
  };
  const element = (entries: Entries, inherited: Entries | undefined): string => {
    const page = pageOf(entries.get('Pg')) ?? inherited;
    const kids = entries.get('K');
    const all = kids === undefined ? [] : ([pdf.get(kids)].flat() as PdfValue[]);
    const own = Array.isArray(kids) ? kids : all;
    const told = entries.get('ActualText');
    const text = told === undefined ? own.map((value) => kid(value, page)).join('') : textOf(told);
    return inline.has(entries.get('S') as string) ? text : `\n${text}\n`;
  };
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  return kid(pdf.dictionary(catalogue.get('StructTreeRoot')).get('K')!, undefined);
}
