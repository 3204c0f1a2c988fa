import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf.ts';
import { printed } from '../layout/support/filled.ts';
import { type PdfValue, type ReadPdf, readPdf, textOf } from './support/read-pdf.ts';
import { pagesOf } from './support/read-text.ts';

const info = { author: '', subject: '', date: '2026-11-23' };
const css = '@page { size: 200pt 60pt; margin: 0 } body, p { margin: 0 } input { width: 50pt }';

type Entries = Map<string, PdfValue>;

async function written(body: string, attributes = 'lang="en"') {
  const html = `<!doctype html><html ${attributes}><head><title>t</title></head><body>${body}</body></html>`;
  const pdf = readPdf(await writePdf(await printed(html, css), info));
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const form = catalogue.has('AcroForm') ? pdf.dictionary(catalogue.get('AcroForm')) : undefined;
  const fields = ((form?.get('Fields') ?? []) as PdfValue[]).map((field) => pdf.dictionary(field));
  return { pdf, catalogue, form, fields };
}

function streamText(pdf: ReadPdf, value: PdfValue | undefined): string {
  return Buffer.from(pdf.stream(value)).toString('latin1');
}

describe('a form', () => {
  it('has a field for each name, with words to tell it by', async () => {
    const { fields } = await written(
      '<p><input name="branch" aria-label="Branch or 分會"><input name="branch.name"><input><input></p>',
    );
    expect(fields.map((field) => [textOf(field.get('T')), textOf(field.get('TU'))])).toEqual([
      ['branch', 'Branch or 分會'],
      ['branch-name', 'branch.name'],
      ['field', ''],
      ['field-2', ''],
    ]);
    expect(fields.every((field) => field.get('FT') === '/Tx' && field.get('Subtype') === '/Widget')).toBe(
      true,
    );
    expect(fields.every((field) => field.get('F') === 4 && !field.has('Q') && !field.has('Ff'))).toBe(true);
  });

  it('shares a value between fields of one name', async () => {
    const { pdf, fields } = await written(
      '<p><input name="n" aria-label="N"></p><p style="break-before: page"><input name="n"></p>',
    );
    const [field] = fields;
    expect(fields).toHaveLength(1);
    expect(field!.has('Rect')).toBe(false);
    const kids = (field!.get('Kids') as PdfValue[]).map((kid) => pdf.dictionary(kid));
    expect(kids.map((kid) => pdf.dictionary(kid.get('Parent')) === field && !kid.has('T'))).toEqual([
      true,
      true,
    ]);
    const shown = pagesOf(pdf).map((page) =>
      (page.get('Annots') as PdfValue[]).map((a) => pdf.dictionary(a)),
    );
    expect(shown).toEqual(kids.map((kid) => [kid]));
  });

  it('looks like its blanks until something is typed, and asks no viewer to draw it', async () => {
    const { pdf, form, fields } = await written('<p><input name="a"><input name="b"></p>');
    expect(form!.has('NeedAppearances')).toBe(false);
    const looks = fields.map((field) => (field.get('AP') as Entries).get('N'));
    expect(looks[0]).toEqual(looks[1]);
    expect(streamText(pdf, looks[0])).toBe('/Tx BMC\nEMC');
    const dictionary = pdf.dictionary(looks[0]);
    const [left, bottom, right, top] = fields[0]!.get('Rect') as [number, number, number, number];
    const box = dictionary.get('BBox') as number[];
    expect(box[2]).toBeCloseTo(right - left, 3);
    expect(box[3]).toBeCloseTo(top - bottom, 3);
    expect(pdf.dictionary(dictionary.get('Resources')).size).toBe(0);
  });

  it('is typed in the face of the document, which is embedded once for what is drawn and typed', async () => {
    const { pdf, form, fields } = await written('<p>Name <input name="a"></p>');
    expect(textOf(fields[0]!.get('DA'))).toBe('/T1 0 Tf 0 0 0 rg');
    const fonts = pdf.dictionary((form!.get('DR') as Entries).get('Font'));
    const font = pdf.dictionary(fonts.get('T1'));
    expect([font.get('Subtype'), font.get('Encoding'), font.get('FirstChar'), font.get('LastChar')]).toEqual([
      ...['/TrueType', '/WinAnsiEncoding', 32, 255],
    ]);
    // Noto Sans: a space of 260, an A of 639, an ÿ of 510.
    const widths = font.get('Widths') as number[];
    expect([widths[0], widths[0x41 - 32], widths[0xff - 32], widths.length]).toEqual([260, 639, 510, 224]);
    const programs = [...pdf.objects.values()].flatMap(({ value }) =>
      value instanceof Map && value.get('Type') === '/FontDescriptor' ? [value.get('FontFile2')] : [],
    );
    expect(programs).toHaveLength(2);
    expect(programs[0]).toEqual(programs[1]);
    expect(pdf.dictionary(font.get('FontDescriptor')).get('Flags')).toBe(32);
  });

  it('goes from field to field in reading order', async () => {
    const { fields } = await written('<p><input name="a"><input name="b"></p>', 'lang="ar" dir="rtl"');
    const [first, second] = fields.map((field) => (field.get('Rect') as number[])[0]!);
    expect(fields.map((field) => textOf(field.get('T')))).toEqual(['a', 'b']);
    expect(first).toBeGreaterThan(second!);
  });

  it('holds plain ASCII to be typed in other scripts, from the right where they run there', async () => {
    const { pdf, form, fields } = await written('<p><input name="a"></p>', 'lang="ar" dir="rtl"');
    const font = pdf.dictionary(pdf.dictionary((form!.get('DR') as Entries).get('Font')).get('T1'));
    expect(font.get('LastChar')).toBe(0x7e);
    expect(fields[0]!.get('Q')).toBe(2);
  });

  it('has lines in a high field, in the size of the text around', async () => {
    const { fields } = await written('<p><input name="a" style="height: 30pt"></p>');
    expect(fields[0]!.get('Ff')).toBe(4096);
    expect(textOf(fields[0]!.get('DA'))).toBe('/T1 10 Tf 0 0 0 rg');
  });

  it('has boxes to tick with both their looks, which need no font', async () => {
    const { pdf, form, fields } = await written('<p><input type="checkbox" name="yes" aria-label="Yes"></p>');
    const [field] = fields;
    expect([field!.get('FT'), field!.get('V'), field!.get('AS')]).toEqual(['/Btn', '/Off', '/Off']);
    const looks = pdf.dictionary((field!.get('AP') as Entries).get('N'));
    expect([...looks.keys()].sort()).toEqual(['Off', 'Yes']);
    expect(streamText(pdf, looks.get('Yes'))).toMatch(/^q 0 0 0 RG .* m .* l .* l S Q$/);
    expect(form!.has('DR')).toBe(false);
  });

  it('is in the structure: a Form holds nothing but its widget, which leads back to it', async () => {
    const { pdf, catalogue, fields } = await written(
      '<p>Name <input name="a"></p><p><a href="#x">go</a></p>',
    );
    const widget = fields[0]!;
    const root = pdf.dictionary(catalogue.get('StructTreeRoot'));
    const numbers = pdf.dictionary(root.get('ParentTree')).get('Nums') as PdfValue[];
    const owner = pdf.dictionary(numbers[numbers.indexOf(widget.get('StructParent')!) + 1]);
    expect(owner.get('S')).toBe('/Form');
    const kid = owner.get('K') as Entries;
    expect([kid.get('Type'), pdf.dictionary(kid.get('Obj'))]).toEqual(['/OBJR', widget]);
    expect(pagesOf(pdf)[0]!.get('Tabs')).toBe('/S');
    expect(widget.get('StructParent')).toBe(2);
  });

  it('is missing where there is nothing to fill in', async () => {
    const { catalogue } = await written('<p>x</p>');
    expect(catalogue.has('AcroForm')).toBe(false);
  });
});

describe('the claim of PDF/UA', () => {
  const claims = async (body: string) => {
    const { pdf, catalogue } = await written(body);
    return streamText(pdf, catalogue.get('Metadata')).includes('pdfuaid:part>1<');
  };

  it('needs words for every field', async () => {
    expect(await claims('<p><input name="a"></p>')).toBe(true);
    expect(await claims('<p><input></p>')).toBe(false);
  });
});
