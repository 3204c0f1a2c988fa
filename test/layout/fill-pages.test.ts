import { describe, expect, it } from 'vitest';
import type { PagedDocument, StructureElement } from '../../src/layout/paged-document.ts';
import { printed, wordsOf } from './support/filled.ts';

const base = `
  @page { size: 300pt 400pt; margin: 10pt }
  table { border-collapse: collapse; width: 100% }
  th, td { padding: 0; border-bottom: 1pt solid black }
  tr.row { height: 30pt; counter-increment: row }
  tr.row td:first-child::before { content: counter(row) }
`;
const row = (pages: number) => `<tr class="row" style="-fill-pages: ${pages}"><td></td><td></td></tr>`;
const table = (pages: number) =>
  `<table><thead><tr><th>No</th><th>Name</th></tr></thead><tbody>${row(pages)}</tbody></table>`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;

/** The numbers that stand on each page. */
function numbers(document: PagedDocument): number[][] {
  return wordsOf(document, true).map((words) => words.filter((word) => /^\d+$/.test(word)).map(Number));
}

/** Bottom edges of the lowest rule of each page. */
function lowest(document: PagedDocument): number[] {
  return document.pages.map(({ items }) =>
    Math.max(...items.map((item) => (item.kind === 'rect' ? item.y + item.height : 0))),
  );
}

function count(element: StructureElement, type: string): number {
  const own = element.type === type ? 1 : 0;
  return element.children.reduce<number>(
    (sum, child) => sum + (typeof child === 'number' ? 0 : count(child, type)),
    own,
  );
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('a row that fills pages', () => {
  it('comes as often as there is room, grows to use it all, and is numbered', async () => {
    const document = await printed(page(`<p>Ask</p>${table(1)}`), `${base} p { margin: 0 0 20pt }`);
    // 380 less a line of 12, the margin of 20 and the head of 12: 336 hold eleven rows of 30.
    expect(numbers(document)).toEqual([upTo(11)]);
    expect(lowest(document)[0]).toBeCloseTo(390, 0);
    expect(count(document.structure, 'TR')).toBe(12);
    expect(count(document.structure, 'TD')).toBe(22);
  });

  it.each([2, 3])('fills %i pages, each under its column heads', async (pages) => {
    const document = await printed(page(`<p>Ask</p>${table(pages)}`), `${base} p { margin: 0 }`);
    const found = numbers(document);
    expect(found).toHaveLength(pages);
    expect(found.flat()).toEqual(upTo(found.flat().length));
    expect(found[0]).toHaveLength(11);
    for (const later of found.slice(1)) expect(later).toHaveLength(12);
    for (const edge of lowest(document)) expect(edge).toBeCloseTo(390, 0);
    expect(
      wordsOf(document, true)
        .flat()
        .filter((word) => word === 'Name'),
    ).toEqual(['Name']);
    for (const words of wordsOf(document, false).slice(1)) expect(words).toEqual(['No', 'Name']);
  });

  it('leaves room for what comes behind its table', async () => {
    const document = await printed(
      page(`${table(1)}<p>Thank you.</p><p>Bring it back.</p>`),
      `${base} p { margin: 0; height: 40pt }`,
    );
    expect(document.pages).toHaveLength(1);
    // 380 less 12 and 80: nine rows.
    expect(numbers(document)).toEqual([upTo(9)]);
    expect(wordsOf(document, true)[0]!.join('')).toContain('Thank');
  });

  it('does not take a page that comes behind for its own', async () => {
    const document = await printed(page(`${table(1)}<p>Behind</p>`), `${base} p { break-before: page }`);
    expect(numbers(document).map((found) => found.length)).toEqual([12, 0]);
  });

  it('is settled for each table by itself', async () => {
    const second = table(1).replace('<table>', '<table class="next">');
    const document = await printed(page(table(2) + second), `${base} .next { break-before: page }`);
    expect(numbers(document).map((found) => found.length)).toEqual([12, 12, 12]);
  });

  it('stands once where there is no room for more', async () => {
    const document = await printed(page(`<p>Ask</p>${table(1)}`), `${base} p { margin: 0; height: 330pt }`);
    expect(numbers(document)).toEqual([[1]]);
  });

  it('fills what a repeated top and bottom leave, on every page', async () => {
    const document = await printed(
      page(
        `<div class="sheet"><header><div class="band"><h1>Demand</h1></div></header><div class="middle"><div class="band">${table(2)}</div></div><footer><div class="band"><p>Foot</p></div></footer></div>`,
      ),
      `${base} .sheet { display: table; width: 100% } header { display: table-header-group }
       .middle { display: table-row-group } footer { display: table-footer-group } .band { display: table-cell; padding: 0; border: none }
       h1 { margin: 0; font-size: 10pt; height: 50pt } p { margin: 0; height: 20pt; border-bottom: 1pt solid black }`,
    );
    // 380 less 50, 21 and 12 hold nine rows of 30.
    expect(numbers(document)).toEqual([upTo(9), upTo(18, 10)]);
    for (const edge of lowest(document)) expect(edge).toBeCloseTo(390, 0);
    const all = document.pages.map((_, i) => [
      ...wordsOf(document, true)[i]!,
      ...wordsOf(document, false)[i]!,
    ]);
    for (const words of all) expect(words).toEqual(expect.arrayContaining(['Demand', 'Name', 'Foot']));
    expect([count(document.structure, 'H1'), count(document.structure, 'Table')]).toEqual([1, 1]);
    expect(count(document.structure, 'TH')).toBe(2);
  });

  it('says so on what is no row', async () => {
    const message = '-fill-pages is for rows of tables; the element is printed once';
    const document = await printed(page('<p>Ask</p>'), `${base} p { -fill-pages: 2 }`, [message]);
    expect(wordsOf(document, true)).toEqual([['Ask']]);
  });
});

describe('a row higher than the page', () => {
  it('goes on below the repeated header, and comes to an end', async () => {
    const lines = Array.from({ length: 80 }, (_, i) => `line${i}<br>`).join('');
    const document = await printed(
      page(`<table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>${lines}</td></tr></tbody></table>`),
      base,
    );
    expect(document.pages.length).toBeGreaterThan(2);
    expect(
      wordsOf(document, true)
        .flat()
        .filter((word) => word.startsWith('line')),
    ).toHaveLength(80);
    for (const words of wordsOf(document, false).slice(1)) expect(words).toEqual(['Head']);
  });
});
