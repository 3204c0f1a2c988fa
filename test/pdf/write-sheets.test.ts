import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../src/layout/paged-document.ts';
import { cutSheets } from '../../src/pdf/imposition/cut-sheets.ts';
import { writeSheets } from '../../src/pdf/write-sheets.ts';
import { createFaces, notoSans } from './support/faces.ts';
import { type PdfValue, readPdf } from './support/read-pdf.ts';
import { pagesOf } from './support/read-text.ts';
import { element, line, paged } from './support/sample.ts';

const { open } = await createFaces();
const info = { author: 'Branch', subject: '', date: '2026-11-23' };
const options = { faces: [open(notoSans)], x: 50, y: 60, size: 12, content: 1, language: 'en' };
const text = (words: string): readonly DisplayItem[] => line(words, options).items;
const document = paged([text('Front'), text('Back')], element('Document', [element('P', [1])]));
const bytes = await writeSheets(document, cutSheets(document.pages, 'a4')!, info);
const pdf = readPdf(bytes);

const contentOf = (page: Map<string, PdfValue>) =>
  Buffer.from(pdf.stream(page.get('Contents'))).toString('latin1');
const formsOf = (page: Map<string, PdfValue>) =>
  pdf.dictionary(pdf.dictionary(page.get('Resources')).get('XObject'));

describe('sheets', () => {
  it('are pages of the paper’s size', () => {
    expect(pagesOf(pdf).map((page) => page.get('MediaBox'))).toEqual([
      [0, 0, 841.89, 595.276],
      [0, 0, 841.89, 595.276],
    ]);
  });

  it('draw a page twice that is in the file once', () => {
    const [front, back] = pagesOf(pdf);
    expect(contentOf(front!).match(/\/S1 Do/g)).toHaveLength(2);
    expect(contentOf(back!).match(/\/S2 Do/g)).toHaveLength(2);
    expect([...formsOf(front!).keys()]).toEqual(['S1']);
    const forms = [...pdf.objects.values()].filter(
      ({ value }) => value instanceof Map && value.get('Subtype') === '/Form',
    );
    expect(forms).toHaveLength(2);
    expect((forms[0]!.value as Map<string, PdfValue>).get('BBox')).toEqual([0, 0, 420, 595]);
  });

  it('cut each copy to its place and move it there', () => {
    const placed = contentOf(pagesOf(pdf)[0]!).match(/^[\d.]+ [\d.]+ [\d.]+ [\d.]+ re W n\n.* cm$/gm);
    expect(placed).toEqual([
      '19.843 19.843 382.205 555.591 re W n\n1 0 0 1 0.945 0.138 cm',
      '439.843 19.843 382.205 555.591 re W n\n1 0 0 1 420.945 0.138 cm',
    ]);
  });

  it('are not tagged, claim no standard, and ask to be printed as they are', () => {
    const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
    expect([...catalogue.keys()]).not.toContain('StructTreeRoot');
    expect([...catalogue.keys()]).not.toContain('MarkInfo');
    expect(Buffer.from(pdf.stream(catalogue.get('Metadata'))).toString()).not.toMatch(
      /pdfaid:part>|pdfuaid:part>/,
    );
    const streams = [...pdf.objects.values()].map(({ stream }) =>
      Buffer.from(stream ?? []).toString('latin1'),
    );
    expect(streams.filter((stream) => /\bBDC\b|\bBMC\b/.test(stream))).toEqual([]);
    const viewer = pdf.dictionary(catalogue.get('ViewerPreferences'));
    expect([viewer.get('PrintScaling'), viewer.get('Duplex')]).toEqual(['/None', '/DuplexFlipShortEdge']);
  });

  it('are the same bytes for the same document', async () => {
    expect(await writeSheets(document, cutSheets(document.pages, 'a4')!, info)).toEqual(bytes);
  });
});
