import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { printed } from '../layout/support/filled.ts';
import { checkPdf } from './checker/check-pdf.ts';
import { type PdfObject, type PdfValue, type ReadPdf, readPdf } from './support/read-pdf.ts';

const html = `<!doctype html><html lang="en"><head><title>A page with everything</title></head><body>
<h1>Title</h1><h2>Part</h2>
<p>Text with a note<span class="note" id="n">The note.</span> and <a href="https://example.org">a link</a>.</p>
<ol><li>One</li><li>Two</li></ol>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
<qr-code value="x" aria-label="A code"></qr-code>
<p>Name <input name="n" aria-label="Your name"> <input type="checkbox" name="c" aria-label="Yes"></p>
</body></html>`;
const document = await printed(html, '.note { float: footnote } @page { size: A5 }');
const bytes = await writePdf(document, { author: '', subject: '', date: '2026-11-23' });

type Entries = Map<string, PdfValue>;

/** The first dictionary that an entry tells. */
function find(pdf: ReadPdf, key: string, value: PdfValue): Entries {
  const found = [...pdf.objects.values()].find(
    (object) => object.value instanceof Map && object.value.get(key) === value,
  );
  return found!.value as Entries;
}

const catalogue = (pdf: ReadPdf) => pdf.dictionary(pdf.trailer.get('Root'));
const page = (pdf: ReadPdf) => find(pdf, 'Type', '/Page');

/** Writes another text into a stream. */
function rewrite(pdf: ReadPdf, reference: PdfValue | undefined, edit: (text: string) => string): void {
  const { reference: id } = reference as { reference: number };
  const object = pdf.objects.get(id)!;
  const text = Buffer.from(object.stream!).toString('latin1');
  const stream = new Uint8Array(Buffer.from(edit(text), 'latin1'));
  (pdf.objects as Map<number, PdfObject>).set(id, { ...object, stream });
}

/** Defects that are put into a sound file, and what is to be said of them. */
const defects: readonly (readonly [defect: string, said: RegExp, edit: (pdf: ReadPdf) => unknown])[] = [
  [
    'is not tagged',
    /not marked as tagged/,
    (pdf) => pdf.dictionary(catalogue(pdf).get('MarkInfo')).set('Marked', false),
  ],
  ['has no language', /the language is “”/, (pdf) => catalogue(pdf).delete('Lang')],
  [
    'does not show its title',
    /viewers do not show the title/,
    (pdf) => pdf.dictionary(catalogue(pdf).get('ViewerPreferences')).delete('DisplayDocTitle'),
  ],
  [
    'has another title in its metadata',
    /another title/,
    (pdf) => pdf.dictionary(pdf.trailer.get('Info')).set('Title', { text: 'Other' }),
  ],
  [
    'claims nothing',
    /does not claim PDF\/UA-1.*does not claim PDF\/A-2a/,
    (pdf) => rewrite(pdf, catalogue(pdf).get('Metadata'), (xmp) => xmp.replaceAll('part>', 'pars>')),
  ],
  ['jumps from H1 to H3', /H3 comes after H1/, (pdf) => find(pdf, 'S', '/H2').set('S', '/H3')],
  ['has a list without numbering', /no ListNumbering/, (pdf) => find(pdf, 'S', '/L').delete('A')],
  ['has a header cell without scope', /a TH has no Scope/, (pdf) => find(pdf, 'S', '/TH').delete('A')],
  [
    'has a row that is short of a cell',
    /rows of a table have 2,1 columns/,
    (pdf) => {
      const cell = find(pdf, 'S', '/TD');
      const row = pdf.dictionary(cell.get('P'));
      row.set('K', (row.get('K') as PdfValue[]).slice(1));
    },
  ],
  ['has a picture without words', /no alternate text/, (pdf) => find(pdf, 'S', '/Figure').delete('Alt')],
  ['has a note without an ID', /a Note has no ID/, (pdf) => find(pdf, 'S', '/Note').delete('ID')],
  [
    'has a link without words',
    /a link has no words/,
    (pdf) => find(pdf, 'Subtype', '/Link').delete('Contents'),
  ],
  [
    'has a link that is not in the structure',
    /a Link has no annotation.*\/Link belongs to undefined/,
    (pdf) => {
      const link = find(pdf, 'S', '/Link');
      link.set('K', (link.get('K') as PdfValue[]).slice(0, 1));
    },
  ],
  [
    'has a type of its own',
    /Paragraph is no standard type/,
    (pdf) => find(pdf, 'S', '/P').set('S', '/Paragraph'),
  ],
  ['has another tab order', /another tab order/, (pdf) => page(pdf).delete('Tabs')],
  [
    'has content outside of the structure',
    /draws outside of marked content/,
    (pdf) => rewrite(pdf, page(pdf).get('Contents'), (text) => `${text}\n0 0 5 5 re f`),
  ],
  [
    'has content of no element',
    /belongs to no element/,
    (pdf) => rewrite(pdf, page(pdf).get('Contents'), (text) => text.replace('/MCID 0>>', '/MCID 99>>')),
  ],
  [
    'has no way back from content to elements',
    /does not lead back/,
    (pdf) => page(pdf).set('StructParents', 77),
  ],
  [
    'has a font that is not embedded',
    /the font .*NotoSans-Regular is not embedded/,
    (pdf) => find(pdf, 'Type', '/FontDescriptor').delete('FontFile2'),
  ],
  [
    'has a font that does not map to Unicode',
    /does not map to Unicode/,
    (pdf) => find(pdf, 'Subtype', '/Type0').delete('ToUnicode'),
  ],
  [
    'asks viewers to draw the form',
    /the form has NeedAppearances/,
    (pdf) => pdf.dictionary(catalogue(pdf).get('AcroForm')).set('NeedAppearances', true),
  ],
  ['has a field without words', /the field n has no words/, (pdf) => find(pdf, 'FT', '/Tx').delete('TU')],
  [
    'has a field without a look',
    /the field n has no appearance/,
    (pdf) => find(pdf, 'FT', '/Tx').delete('AP'),
  ],
  ['has no bookmarks', /headings have no bookmarks/, (pdf) => catalogue(pdf).delete('Outlines')],
  [
    'acts when it is opened',
    /the catalogue has OpenAction/,
    (pdf) => catalogue(pdf).set('OpenAction', new Map()),
  ],
];

describe('the checker of PDF files', () => {
  it('finds nothing in a sound one', () => {
    expect(checkPdf(readPdf(bytes))).toEqual([]);
  });

  it.each(defects)('tells of one that %s', (_, said, edit) => {
    const pdf = readPdf(bytes);
    edit(pdf);
    expect(checkPdf(pdf).join('; ')).toMatch(said);
  });
});
