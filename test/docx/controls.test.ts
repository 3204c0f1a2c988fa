import { describe, expect, it } from 'vitest';
import { datePattern } from '../../src/docx/controls.ts';
import { walkXml, type XmlElement } from '../../src/docx/xml.ts';
import { attributeOf, paragraphTexts, type Read, readParts } from './support/read.ts';
import { h, list, page, pt } from './support/tree.ts';

const body = 'word/document.xml';

const blank = (attributes: Readonly<Record<string, string>>, language = 'en'): Promise<Read> =>
  readParts(page(language, {}, h('p', {}, h('input', { attributes, style: { width: pt(60) } }))));

const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  [...walkXml(element)].filter((e) => e.name === name);

describe('a content control', () => {
  it('gives way to what is typed, and comes back as a line where that is deleted', async () => {
    const document = await blank({ name: 'branch', 'aria-label': 'Branch' });
    const [control] = document.all(body, 'w:sdt');
    expect(named(control!, 'w:showingPlcHdr')).toHaveLength(1);
    const name = attributeOf(control!, 'w:docPart')!;
    const parts = document.all('word/glossary/document.xml', 'w:docPart');
    expect(parts.map((part) => attributeOf(part, 'w:name'))).toEqual([name]);
    expect(paragraphTexts(document.part('word/glossary/document.xml'))).toEqual(['_'.repeat(10)]);
    // The label stands before the control, so that it stays.
    expect(named(control!, 'w:t').map((text) => text.children.join(''))).toEqual(['_'.repeat(10)]);
    expect(paragraphTexts(document.part(body))).toEqual([`Branch ${'_'.repeat(10)}`]);
  });

  it('picks a day in the language of the document', async () => {
    const document = await blank({ name: 'd', type: 'date', 'aria-label': '日期' }, 'zh-Hant-HK');
    const [control] = document.all(body, 'w:date');
    expect(attributeOf(control!, 'w:dateFormat')).toBe("yyyy'年'M'月'd'日'");
    expect(attributeOf(control!, 'w:lid')).toBe('zh-HK');
    expect(attributeOf(control!, 'w:calendar')).toBe('gregorian');
  });

  it.each([
    ['en-GB', 'd MMMM yyyy'],
    ['en-US', 'MMMM d, yyyy'],
    ['es', "d' de 'MMMM' de 'yyyy"],
    ['de', 'd. MMMM yyyy'],
    ['ar', 'd MMMM yyyy'],
    ['th', 'd MMMM yyyy'],
    ['ja', "yyyy'年'M'月'd'日'"],
    ['ko', "yyyy'년 'M'월' d'일'"],
    ['', 'MMMM d, yyyy'],
    ['en-', 'MMMM d, yyyy'],
  ])('writes the days of %s as %s', (language, pattern) => {
    expect(datePattern(language)).toBe(pattern);
  });

  it('offers what there is to choose from, each once', async () => {
    const document = await blank({
      name: 'r',
      'data-choices': 'Carried; Lost;Lost; ',
      'aria-label': 'Result',
    });
    const items = document.all(body, 'w:listItem').map(({ attributes }) => attributes['w:displayText']);
    expect(items).toEqual(['Carried', 'Lost']);
  });

  it('is a box to tick', async () => {
    const document = await blank({ name: 'c', type: 'checkbox', 'aria-label': 'Carried' });
    expect(document.all(body, 'w14:checked')[0]!.attributes).toEqual({ 'w14:val': '0' });
    expect(paragraphTexts(document.part(body))).toEqual(['☐']);
    expect(document.names).not.toContain('word/glossary/document.xml');
  });
});

describe('a reference to a clause', () => {
  const cite = async (text: string, format = '1. ') => {
    const items = list('ol', { markers: [format] }, [h('p', { attributes: { id: 'a' } }, 'Clause')]);
    const reference = h('p', {}, h('a', { attributes: { href: '#a' } }, text));
    return readParts(page('en', {}, items, reference));
  };
  const fields = (document: Read) =>
    document
      .all(body, 'w:fldSimple')
      .map((field) => [field.attributes['w:instr'], named(field, 'w:t')[0]!.children.join('')]);

  it('is a field where it is cited by its number', async () => {
    const document = await cite('clause 1 above');
    expect(fields(document)).toEqual([['REF a \\r \\h', '1']]);
    expect(paragraphTexts(document.part(body)).at(-1)).toBe('clause 1 above');
  });

  it.each(['clause 12', 'the first clause', '1 and 1'])('is a link in “%s”', async (text) => {
    const document = await cite(text);
    expect(fields(document)).toEqual([]);
    expect(document.all(body, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'])).toEqual(['a']);
  });

  it('is a link where Word would cite more than the number', async () => {
    expect(fields(await cite('clause 1', '(1) '))).toEqual([]);
  });
});
