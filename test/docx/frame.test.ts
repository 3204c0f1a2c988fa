import { describe, expect, it } from 'vitest';
import type { XmlElement } from '../../src/docx/xml.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { attributeOf, paragraphTexts, type Read, readParts } from './support/read.ts';
import { h, type Make, page, pt, sides } from './support/tree.ts';

const part = (tag: string, display: ComputedStyle['display'], ...children: readonly (string | Make)[]) =>
  h(tag, { style: { display } }, ...children);

const frame = (...middle: readonly Make[]) =>
  h(
    'div',
    { style: { display: 'table' } },
    part('header', 'table-header-group', h('h1', { attributes: { id: 'top' } }, 'Demand')),
    part('div', 'table-row-group', ...middle),
    part('footer', 'table-footer-group', h('p', {}, 'Your details')),
  );

/** The texts of the section's header or footer of a type: `default`, `first`. */
function edge(document: Read, name: 'header' | 'footer', type: string): string[] {
  const reference = document
    .all('word/document.xml', `w:${name}Reference`)
    .find((found) => found.attributes['w:type'] === type);
  const id = reference?.attributes['r:id'];
  const target = document
    .all('word/_rels/document.xml.rels', 'Relationship')
    .find((found) => found.attributes.Id === id)?.attributes.Target;
  return paragraphTexts(document.part(`word/${target}`));
}

describe('what comes on every page', () => {
  it('is text and header, footer on all pages', async () => {
    const document = await readParts(page('en', {}, frame(h('p', {}, 'Middle'))));
    expect(paragraphTexts(document.part('word/document.xml'))).toEqual(['Demand', 'Middle']);
    expect(edge(document, 'header', 'first')).toEqual(['']);
    expect(edge(document, 'header', 'default')).toEqual(['Demand']);
    expect(edge(document, 'footer', 'first')).toEqual(['Your details']);
    expect(edge(document, 'footer', 'default')).toEqual(['Your details']);
    expect(document.all('word/document.xml', 'w:titlePg')).toHaveLength(1);
    expect(document.all('word/document.xml', 'w:tbl')).toEqual([]);
  });

  it('is jumped to in the text alone', async () => {
    const link = h('p', {}, h('a', { attributes: { href: '#top' } }, 'up'));
    const document = await readParts(page('en', {}, frame(link)));
    const bookmarks = document.names
      .filter((name) => name.endsWith('.xml'))
      .flatMap((name) => document.all(name, 'w:bookmarkStart'));
    expect(bookmarks).toHaveLength(1);
  });

  it('ends in a paragraph where it ends in a table', async () => {
    const table = h('table', {}, h('tr', {}, h('td', {}, 'x')));
    const ended = h('div', { style: { display: 'table' } }, part('footer', 'table-footer-group', table));
    const document = await readParts(page('en', {}, h('p', {}, 'a'), ended));
    const root = document.part('word/footer1.xml');
    expect((root.children.at(-1) as XmlElement).name).toBe('w:p');
  });
});

const rows = (count: number, fillPages: number) =>
  Array.from({ length: count }, (_, i) =>
    h('tr', { style: { fillPages, height: { pt: 25.5, percent: 0 } } }, h('td', {}, String(i + 1))),
  );

describe('rows to write in', () => {
  it.each([
    [1, 9],
    [3, 7],
  ])('keep one back for each of %i pages, and their height', async (pages, left) => {
    const table = h('table', {}, ...rows(10, pages));
    const document = await readParts(page('en', {}, table));
    const found = document.all('word/document.xml', 'w:tr');
    expect(found).toHaveLength(left);
    expect(found.map((row) => attributeOf(row, 'w:trHeight'))).toEqual(new Array(left).fill('510'));
  });

  it('stay where there are no more than pages', async () => {
    const document = await readParts(page('en', {}, h('table', {}, ...rows(2, 2))));
    expect(document.all('word/document.xml', 'w:tr')).toHaveLength(2);
  });

  it('hold the character of a box to tick', async () => {
    const side = { width: 1, style: 'solid', colour: { r: 0, g: 0, b: 0, a: 1 } } as const;
    const box = h('span', { style: { display: 'inline-block', border: sides(side) } });
    const open = h('span', { style: { display: 'inline-block', width: pt(10) } });
    const check = h('input', { attributes: { type: 'checkbox' } });
    const document = await readParts(page('en', {}, h('p', {}, box, open, ' yes ', check, ' no')));
    expect(paragraphTexts(document.part('word/document.xml'))).toEqual(['☐ yes ☐ no']);
  });
});
