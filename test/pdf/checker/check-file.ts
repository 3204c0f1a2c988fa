import { type PdfValue, type ReadPdf, textOf } from '../support/read-pdf.ts';
import type { Entries } from './structure-tree.ts';

/** What is wrong with the catalogue, the metadata and what they claim (ISO 14289-1 §5, §7.1; ISO 19005-2 §6.6). */
export function checkCatalogue(pdf: ReadPdf): readonly string[] {
  const catalogue = pdf.dictionary(pdf.trailer.get('Root'));
  const info = pdf.dictionary(pdf.trailer.get('Info'));
  const title = info.has('Title') ? textOf(pdf.get(info.get('Title'))) : '';
  const preferences = pdf.get(catalogue.get('ViewerPreferences')) as Entries | null;
  const marks = pdf.get(catalogue.get('MarkInfo')) as Entries | null;
  const language = catalogue.has('Lang') ? textOf(catalogue.get('Lang')) : '';
  const faults: string[] = [];
  if (marks?.get('Marked') !== true) faults.push('the file is not marked as tagged');
  if (!/^[a-z]{2,3}(-|$)/.test(language)) faults.push(`the language is “${language}”`);
  if (title.trim() === '') faults.push('there is no title');
  if (preferences?.get('DisplayDocTitle') !== true) faults.push('viewers do not show the title');
  if (!catalogue.has('OutputIntents')) faults.push('nothing says what the colours are');
  if (!pdf.trailer.has('ID')) faults.push('the file has no identifier');
  for (const key of ['OpenAction', 'AA', 'JavaScript'])
    if (catalogue.has(key)) faults.push(`the catalogue has ${key}`);
  if (pdf.trailer.has('Encrypt')) faults.push('the file is encrypted');
  return [...faults, ...checkMetadata(pdf, catalogue, title)];
}

function checkMetadata(pdf: ReadPdf, catalogue: Entries, title: string): readonly string[] {
  if (!catalogue.has('Metadata')) return ['there is no metadata'];
  const xmp = Buffer.from(pdf.stream(catalogue.get('Metadata'))).toString('utf8');
  const plain = (text: string) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  const said = (pattern: RegExp) => plain(pattern.exec(xmp)?.[1] ?? '');
  const faults: string[] = [];
  if (said(/<pdfuaid:part>(.*?)</) !== '1') faults.push('the metadata does not claim PDF/UA-1');
  if (said(/<pdfaid:part>(.*?)</) !== '2' || said(/<pdfaid:conformance>(.*?)</) !== 'A')
    faults.push('the metadata does not claim PDF/A-2a');
  if (said(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)</) !== title)
    faults.push('the metadata has another title');
  return faults;
}

/** What is wrong with the fonts: every one that is drawn or typed with is in the file, and maps to Unicode. */
export function checkFonts(pdf: ReadPdf): readonly string[] {
  return [...pdf.objects.values()].flatMap(({ value }) => {
    if (!(value instanceof Map) || value.get('Type') !== '/Font' || value.has('CIDSystemInfo')) return [];
    const name = String(value.get('BaseFont') ?? 'without a name');
    const [descendant] = (pdf.get(value.get('DescendantFonts')) ?? []) as PdfValue[];
    const descriptor = pdf.get((descendant ? pdf.dictionary(descendant) : value).get('FontDescriptor'));
    const isEmbedded =
      descriptor instanceof Map && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
    const isMapped = value.has('ToUnicode') || value.get('Encoding') === '/WinAnsiEncoding';
    return [
      ...(isEmbedded ? [] : [`the font ${name} is not embedded`]),
      ...(isMapped ? [] : [`the font ${name} does not map to Unicode`]),
      ...(/^\/[A-Z]{6}\+/.test(name) ? [] : [`the font ${name} is no subset`]),
    ];
  });
}

/** What is wrong with the form (ISO 14289-1 §7.18.4, ISO 19005-2 §6.4.1). */
export function checkForm(pdf: ReadPdf): readonly string[] {
  const form = pdf.get(pdf.dictionary(pdf.trailer.get('Root')).get('AcroForm'));
  if (!(form instanceof Map)) return [];
  const fonts = pdf.get((pdf.get(form.get('DR')) as Entries | null)?.get('Font')) as Entries | null;
  const faults = ['NeedAppearances', 'XFA']
    .filter((key) => form.has(key))
    .map((key) => `the form has ${key}`);
  const names = new Set<string>();
  for (const reference of form.get('Fields') as PdfValue[]) {
    const field = pdf.dictionary(reference);
    const name = field.has('T') ? textOf(field.get('T')) : '';
    if (name === '' || names.has(name)) faults.push(`a field has no name of its own: “${name}”`);
    names.add(name);
    if (!field.has('TU') || textOf(field.get('TU')).trim() === '')
      faults.push(`the field ${name} has no words`);
    const font = field.has('DA') ? /^\/(\S+) /.exec(textOf(field.get('DA')))?.[1] : undefined;
    if (field.get('FT') === '/Tx' && !fonts?.has(font ?? ''))
      faults.push(`the field ${name} is typed in no font`);
    const kids = (field.get('Kids') ?? [reference]) as PdfValue[];
    for (const kid of kids) {
      const look = pdf.get(pdf.dictionary(kid).get('AP')) as Entries | null;
      if (!look?.has('N')) faults.push(`the field ${name} has no appearance`);
      if (pdf.dictionary(kid).has('A') || pdf.dictionary(kid).has('AA'))
        faults.push(`the field ${name} acts`);
    }
  }
  return faults;
}

/** The titles of the bookmarks in order. */
export function bookmarks(pdf: ReadPdf): readonly string[] {
  const walk = (reference: PdfValue | undefined): string[] => {
    if (reference === undefined) return [];
    const item = pdf.dictionary(reference);
    return [textOf(item.get('Title')), ...walk(item.get('First')), ...walk(item.get('Next'))];
  };
  const outlines = pdf.get(pdf.dictionary(pdf.trailer.get('Root')).get('Outlines'));
  return outlines instanceof Map ? walk(outlines.get('First')) : [];
}
