import { describe, expect, it } from 'vitest';
import { wordLanguage } from '../../src/docx/languages.ts';
import { splitByDirection } from '../../src/docx/runs.ts';
import { walkXml } from '../../src/docx/xml.ts';
import { leaflet } from './support/documents.ts';
import { attributeOf, readParts, styleNamed } from './support/read.ts';
import { h, page, pt, rgb, sides } from './support/tree.ts';

const shown = (text: string, direction: 'ltr' | 'rtl') =>
  splitByDirection(text, direction).map((run) => `${run.rtl ? 'rtl' : 'ltr'}:${run.text}`);

describe('splitByDirection', () => {
  it('marks right-to-left text with the spaces and points between its words', () => {
    expect(shown('في 2019 (WhatsApp).', 'rtl')).toEqual(['rtl:في 2019 (', 'ltr:WhatsApp', 'rtl:).']);
  });
  it('leaves other text in a left-to-right paragraph alone', () => {
    expect(shown('the word سلام عليكم, said', 'ltr')).toEqual([
      'ltr:the word ',
      'rtl:سلام عليكم',
      'ltr:, said',
    ]);
  });
  it('does not cut a word at its tatweel', () => {
    expect(shown('لـ«الشعر»', 'rtl')).toEqual(['rtl:لـ«الشعر»']);
  });
  it('gives the text back', () => {
    for (const text of ['', ' ', '١٢٣', 'aسb', 'สวัสดี world', '\u0301a', '👩‍👧 سلام 梁']) {
      expect(
        splitByDirection(text, 'rtl')
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }
  });
});

describe('wordLanguage', () => {
  it.each([
    ['en', { latin: 'en-US' }],
    ['zh-Hant-HK', { eastAsia: 'zh-HK' }],
    ['zh-Hant', { eastAsia: 'zh-TW' }],
    ['zh-Hans', { eastAsia: 'zh-CN' }],
    ['ja', { eastAsia: 'ja-JP' }],
    ['fa', { complex: 'fa-IR' }],
    ['hi', { complex: 'hi-IN' }],
    ['', { latin: 'en-US' }],
    ['not a tag!', { latin: 'en-US' }],
  ])('puts %s in the slot of its script', (tag, expected) => {
    const { latin, eastAsia, complex } = wordLanguage(tag);
    expect({ latin, eastAsia, complex }).toEqual({
      latin: undefined,
      eastAsia: undefined,
      complex: undefined,
      ...expected,
    });
  });
});

describe('a right-to-left document', () => {
  it('says so in its styles, its section and its tables', async () => {
    const document = await readParts(leaflet('ar'));
    expect(attributeOf(styleNamed(document, 'Normal'), 'w:bidi')).toBeUndefined();
    expect(styleNamed(document, 'Normal').children.length).toBeGreaterThan(2);
    expect(document.all('word/styles.xml', 'w:bidi')).toHaveLength(1);
    const [section] = document.all('word/document.xml', 'w:sectPr');
    const order = section!.children.map((child) => (typeof child === 'string' ? '' : child.name));
    expect(order.indexOf('w:bidi')).toBe(order.indexOf('w:docGrid') - 1);
    for (const table of document.all('word/document.xml', 'w:tblPr')) {
      expect(table.children.some((c) => typeof c !== 'string' && c.name === 'w:bidiVisual')).toBe(true);
    }
  });

  it('has the rule of a box at its right, where Word takes sides as they are', async () => {
    const none = { width: 0, style: 'none', colour: rgb(0, 0, 0) } as const;
    const rule = { width: 3, style: 'solid', colour: rgb(0, 0, 0) } as const;
    const edges = async (direction: 'ltr' | 'rtl') => {
      const side = direction === 'rtl' ? 'right' : 'left';
      const border = { ...sides(none), [side]: rule };
      const style = { docxStyle: 'Callout', border, padding: sides(pt(6)) };
      const tree = page(
        direction === 'rtl' ? 'ar' : 'en',
        { direction },
        h('div', { style }, h('p', {}, 'x')),
      );
      const document = await readParts(tree);
      const borders = document.all('word/styles.xml', 'w:pBdr')[0]!;
      return Object.fromEntries(
        borders.children.flatMap((c) => (typeof c === 'string' ? [] : [[c.name, c.attributes['w:sz']]])),
      );
    };
    expect(await edges('ltr')).toMatchObject({ 'w:left': '24', 'w:right': undefined });
    expect(await edges('rtl')).toMatchObject({ 'w:left': undefined, 'w:right': '24' });
  });

  it('runs paragraph by paragraph as its letters do under plaintext', async () => {
    const style = { unicodeBidi: 'plaintext', display: 'block' } as const;
    const paragraphs = [h('p', { style }, 'שלום ', h('b', {}, '(עולם)'), '!'), h('p', { style }, '12, abc!')];
    const document = await readParts(page('en', {}, ...paragraphs));
    const runs = document
      .all('word/document.xml', 'w:p')
      .map((paragraph) =>
        paragraph.children.flatMap((child) =>
          typeof child !== 'string' && child.name === 'w:r' ? [JSON.stringify(child).includes('w:rtl')] : [],
        ),
      );
    expect(runs).toEqual([[true, true, true], [false]]);
    // The look of the first is the style's, from which the second differs.
    const side = (name: string) =>
      [...walkXml(styleNamed(document, name))].find((element) => element.name === 'w:bidi')?.attributes;
    expect([side('Body Text'), side('Body Text (2)')]).toEqual([{}, { 'w:val': '0' }]);
  });

  it('never names left or right in the text', async () => {
    const document = await readParts(leaflet('ar'));
    expect(document.all('word/document.xml', 'w:jc')).toEqual([]);
    expect(document.all('word/document.xml', 'w:ind')).toEqual([]);
  });
});
