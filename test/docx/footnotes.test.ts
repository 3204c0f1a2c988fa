import { describe, expect, it } from 'vitest';
import { walkXml, type XmlElement } from '../../src/docx/xml.ts';
import { footnote, noteReference } from './support/documents.ts';
import { attributeOf, paragraphTexts, type Read, read, readParts } from './support/read.ts';
import { h, page } from './support/tree.ts';

const notesOf = (document: Read): XmlElement[] =>
  document.all('word/footnotes.xml', 'w:footnote').filter((note) => note.attributes['w:type'] === undefined);
const texts = (document: Read): string[][] => notesOf(document).map(paragraphTexts);
const calls = (document: Read): (string | undefined)[] =>
  document.all('word/document.xml', 'w:footnoteReference').map((call) => call.attributes['w:id']);

describe('footnotes', () => {
  it('are Word’s own, in the order of their calls, whatever calls them', async () => {
    const document = await read(
      page(
        'en',
        {},
        h('h2', {}, 'Head', footnote('a', 'Of a heading.')),
        h('ul', {}, h('li', {}, 'Item', footnote('b', 'Of an item.'), ' goes on')),
        h('table', {}, h('tr', {}, h('td', {}, 'Cell', footnote('c', 'Of a cell.')))),
      ),
    );
    expect(calls(document)).toEqual(['1', '2', '3']);
    expect(texts(document)).toEqual([[' Of a heading.'], [' Of an item.'], [' Of a cell.']]);
    expect(paragraphTexts(document.part('word/document.xml')).slice(0, 3)).toEqual([
      'Head',
      'Item goes on',
      'Cell',
    ]);
    // A second look of the style: the note of the heading is as bold.
    expect(notesOf(document).map((note) => attributeOf(note, 'w:pStyle'))).toEqual([
      'FootnoteText',
      'FootnoteText-2',
      'FootnoteText-2',
    ]);
  });

  it('hold blocks, links and pictures, with relationships of their own', async () => {
    const link = h('a', { attributes: { href: 'https://example.org/note' } }, 'there');
    const code = h('qr-code', { attributes: { value: 'https://example.org', 'aria-label': 'Code' } });
    const items = h('ul', {}, h('li', {}, 'Third'));
    const note = footnote('a', 'First ', link, h('p', {}, 'Second', code), items);
    const document = await readParts(page('en', {}, h('p', {}, 'Text', note)));
    expect(texts(document)).toEqual([[' First there', 'Second', 'Third']]);
    const targets = document.all('word/_rels/footnotes.xml.rels', 'Relationship');
    expect(targets.map(({ attributes }) => attributes.Target)).toEqual([
      'https://example.org/note',
      'media/image1.png',
    ]);
  });

  it('may be empty', async () => {
    const document = await readParts(page('en', {}, h('p', {}, 'Text', footnote('a'))));
    expect(texts(document)).toEqual([['']]);
  });

  it('have each further number as a field that leads to the call', async () => {
    const document = await readParts(
      page('en', {}, h('p', {}, 'One', footnote('a', 'Note.'), ' two', noteReference('a'))),
    );
    const [start] = document.all('word/document.xml', 'w:bookmarkStart');
    const [field] = document.all('word/document.xml', 'w:fldSimple');
    expect(field?.attributes['w:instr']).toBe(`NOTEREF ${start?.attributes['w:name']} \\f \\h`);
    expect(attributeOf(field!, 'w:rStyle')).toBe('FootnoteReference');
    expect(paragraphTexts(document.part('word/document.xml'))).toContain('One two1');
  });

  it('are called one behind the other where a note calls for another, as Word has no notes in notes', async () => {
    const inner = footnote('b', 'Inner.');
    const document = await readParts(
      page('en', {}, h('p', {}, 'One', footnote('a', 'See', inner, '!'), ' end', noteReference('b'))),
    );
    expect(calls(document)).toEqual(['1', '2']);
    expect(document.all('word/footnotes.xml', 'w:footnoteReference')).toEqual([]);
    expect(texts(document)).toEqual([[' See2!'], [' Inner.']]);
    // 1 and 2 are not 12.
    expect(paragraphTexts(document.part('word/document.xml'))).toContain('One\u00a0 end2');
  });

  it('stand in their own direction, and nothing stands in their separators but the rule', async () => {
    const note = footnote('a', 'بيان');
    const document = await readParts(page('ar', { direction: 'rtl' }, h('p', {}, 'نص', note)));
    const [runs] = notesOf(document).map((found) =>
      [...walkXml(found)].filter(({ name }) => name === 'w:rtl'),
    );
    expect(runs).toHaveLength(2);
    const separators = document
      .all('word/footnotes.xml', 'w:footnote')
      .filter((found) => found.attributes['w:type'] !== undefined);
    expect(separators.map(({ attributes }) => attributes['w:type'])).toEqual([
      'separator',
      'continuationSeparator',
    ]);
    expect(separators.flatMap((found) => [...walkXml(found)]).map(({ name }) => name)).not.toContain(
      'w:footnoteRef',
    );
  });
});
