import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/layout/paged-document.ts';
import { stretchesOf } from '../../src/layout/pages/stretches.ts';
import { printed } from './support/filled.ts';
import { boxesIn } from './support/html.ts';
import { describeItems, describeStructure } from './support/lay-out.ts';

const paper = `
  @page { size: 100pt 150pt; margin: 0 0 30pt; @footnote { margin: 0 } @bottom-left { content: string(title) counter(page) } }
  @page wide { size: 140pt 150pt }
  html { font-size: 8pt; line-height: 12pt }
  body, p, h1 { margin: 0; orphans: 1; widows: 1; font-size: 8pt }
  h1 { break-before: page; string-set: title content() }
  .n { float: footnote }
  .wide { page: wide }
`;

function page(body: string, css = ''): Promise<PagedDocument> {
  const html = `<!doctype html><html lang="en"><head><title>t</title></head><body id="top">${body}</body></html>`;
  return printed(html, paper + css);
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `<p>line ${i}</p>`).join('');
const chapter = (name: string, count = 12) => `<h1 id="${name}">${name}</h1>${lines(count)}`;

/** What can be told of a document. */
function told(document: PagedDocument) {
  const { pages, outline, destinations, structure } = document;
  return {
    items: describeItems(document),
    sizes: pages.map(({ width, height }) => `${width} ${height}`),
    structure: describeStructure(structure),
    destinations,
    outline,
  };
}

describe('a document that is laid out in stretches', () => {
  it.each([
    ['chapters', chapter('a') + chapter('b', 3) + chapter('c', 25), ''],
    ['a first chapter that breaks itself', chapter('a', 1) + chapter('b', 1), ''],
    ['margins at the breaks', chapter('a') + chapter('b'), 'h1 { margin: 9pt 0 5pt } p { margin: 0 0 4pt }'],
    ['margins of the body', chapter('a') + chapter('b'), 'body { margin: 5pt 6pt 7pt 8pt }'],
    ['sections', `<section>${chapter('a')}</section><section>${chapter('b')}</section>`, ''],
    [
      'a box around all',
      `<main><div>${chapter('a')}${chapter('b')}</div></main>`,
      'main { margin-left: 5pt }',
    ],
    ['breaks behind boxes', `<div>${lines(3)}</div><div>${lines(3)}</div>`, 'div { break-after: page }'],
    ['right pages', chapter('a', 3) + chapter('b', 3), 'h1 { break-before: right }'],
    ['left pages', chapter('a', 13) + chapter('b', 3), 'h1 { break-before: left }'],
    [
      'notes that go on',
      `${lines(8)}<p>x<span class="n">${'note<br>'.repeat(9)}</span></p>${chapter('b', 3)}`,
      '',
    ],
    ['pages of several sizes', `${chapter('a')}<div class="wide">${chapter('b')}</div>${chapter('c')}`, ''],
    ['lists', `<ol>${`<li>${lines(2)}</li>`.repeat(3)}</ol>`, 'li { break-before: page }'],
    ['a background of the canvas', chapter('a') + chapter('b'), 'html { background: #fed }'],
  ])('is the same as in one: %s', async (_, body, css) => {
    // A height of its own keeps the body in one.
    const whole = await page(body, `${css} body { min-height: 0 }`);
    expect(told(await page(body, css))).toEqual(told(whole));
  });
});

describe('the stretches of a document', () => {
  const count = async (body: string, css = '') => {
    const { root, formatting } = await boxesIn(body, paper + css);
    return stretchesOf(root, formatting).length;
  };
  const chapters = chapter('a') + chapter('b') + chapter('c');

  it.each([
    ['page breaks before boxes', chapters, '', 3],
    ['page breaks behind boxes', lines(3), 'p { break-after: page }', 3],
    ['breaks that first children hand up', `<div>${chapter('a')}</div><div>${chapter('b')}</div>`, '', 2],
    ['breaks inside a box around all', `<main>${chapters}</main>`, '', 3],
  ])('part at %s', async (_, body, css, expected) => {
    expect(await count(body, css)).toBe(expected);
  });

  it.each([
    ['column breaks', chapters, 'h1 { break-before: column }'],
    ['no break that must be taken', chapters, 'h1 { break-before: avoid }'],
    ['floats, which may reach over a break', `${chapters}<p style="float: left">x</p>`, ''],
    ['positioned boxes', `${chapters}<p style="position: absolute">x</p>`, ''],
    ['a border around all', chapters, 'body { border-left: 1pt solid }'],
    ['a ground behind all', chapters, 'html { background: #fff } body { background: #eee }'],
    ['a height of their own', chapters, 'body { height: 500pt }'],
    ['a least height', chapters, 'body { min-height: 0 }'],
    ['columns', chapters, 'body { columns: 2 }'],
    ['what is made transparent as one', chapters, 'body { opacity: 0.5 }'],
    ['what cuts its content off', chapters, 'body { overflow: hidden }'],
  ])('are one for %s', async (_, body, css) => {
    expect(await count(body, css)).toBe(1);
  });
});
