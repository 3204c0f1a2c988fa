import { describe, expect, it } from 'vitest';
import { describeItems, describeStructure, laidOut } from './support/lay-out.ts';
import { el, pageRule, pt, sides, treeOf } from './support/tree.ts';

const margins = (top: number, bottom: number) => ({
  margin: { ...sides(pt(0)), top: pt(top), bottom: pt(bottom) },
});
const baselines = (items: readonly string[]): number[] =>
  items.filter((item) => item.startsWith('text')).map((item) => Number(/,([\d.-]+) /.exec(item)![1]));
const words = (items: readonly string[]): string =>
  items
    .filter((item) => item.startsWith('text'))
    .map((item) => JSON.parse(item.slice(item.indexOf('"'))) as string)
    .join('');

/** Noto Sans at 10 pt on a line of 12 pt: the baseline is this far down. */
const first = 9.88;

describe('block flow', () => {
  it('collapses margins between siblings, and through a parent without border or padding', async () => {
    const document = await laidOut(
      treeOf(
        el(
          'body',
          {},
          el('p', { style: margins(0, 8) }, 'a'),
          el('div', {}, el('p', { style: margins(6, 0) }, 'b')),
        ),
      ),
    );
    expect(baselines(describeItems(document)[0]!)[1]).toBeCloseTo(first + 12 + 8, 2);
  });

  it('keeps margins apart where padding separates them', async () => {
    const padded = { padding: { ...sides(pt(0)), top: pt(1) } };
    const document = await laidOut(
      treeOf(
        el(
          'body',
          {},
          el('p', { style: margins(0, 8) }, 'a'),
          el('div', { style: padded }, el('p', { style: margins(6, 0) }, 'b')),
        ),
      ),
    );
    expect(baselines(describeItems(document)[0]!)[1]).toBeCloseTo(first + 12 + 8 + 1 + 6, 2);
  });

  it('lets a negative margin pull a box out of the page area', async () => {
    const red = { r: 1, g: 0, b: 0, a: 1 };
    const style = { margin: { ...sides(pt(-10)), bottom: pt(0) }, backgroundColor: red };
    const document = await laidOut(
      treeOf(el('body', {}, el('div', { style }, 'a')), [
        pageRule({ marginTop: 10, marginLeft: 10, marginRight: 10 }),
      ]),
    );
    expect(describeItems(document)[0]![0]).toBe('rect 0,0 100×12');
  });

  it('hangs list markers outside, on the right in right-to-left text', async () => {
    const item = (direction: 'ltr' | 'rtl') =>
      treeOf(
        el(
          'body',
          { style: { direction } },
          el(
            'ol',
            { style: { padding: { ...sides(pt(0)), left: pt(20), right: pt(20) } } },
            el('li', { marker: '1. ' }, 'x'),
          ),
        ),
      );
    const ltr = describeItems(await laidOut(item('ltr')))[0]!;
    expect(ltr[0]).toMatch(/^text 11\.6,9\.88 "1\."$/);
    expect(ltr[1]).toMatch(/^text 20,9\.88 "x"$/);
    const rtl = describeItems(await laidOut(item('rtl')))[0]!;
    expect(Number(/text ([\d.]+)/.exec(rtl[0]!)![1])).toBeGreaterThanOrEqual(80);
  });
});

describe('pages', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `line${i}`);
  const paragraph = (count: number, style = {}) =>
    el('p', { style: { whiteSpace: 'pre', ...style } }, lines(count).join('\n'));

  it('leaves no widow and no orphan', async () => {
    // Ten lines fit; eleven would leave one on the second page.
    const document = await laidOut(treeOf(el('body', {}, paragraph(11))));
    expect(document.pages.map((page) => page.items.length)).toEqual([9, 2]);
    const short = await laidOut(treeOf(el('body', {}, paragraph(9), paragraph(4))));
    expect(short.pages.map((page) => page.items.length)).toEqual([9, 4]);
  });

  it('keeps a heading with what follows', async () => {
    const heading = el('h1', { style: { breakAfter: 'avoid' } }, 'Heading');
    const document = await laidOut(treeOf(el('body', {}, paragraph(9), heading, paragraph(3))));
    expect(words(describeItems(document)[1]!)).toMatch(/^Heading/);
  });

  it('takes forced breaks, propagated from a first child, and drops the margin at others only', async () => {
    const inner = el('p', { style: { ...margins(7, 0), breakBefore: 'page' } }, 'b');
    const document = await laidOut(treeOf(el('body', {}, el('p', {}, 'a'), el('div', {}, inner))));
    expect(document.pages).toHaveLength(2);
    expect(baselines(describeItems(document)[1]!)[0]).toBeCloseTo(first + 7, 2);
  });

  it('inserts a blank page before a forced right page', async () => {
    const document = await laidOut(
      treeOf(el('body', {}, el('p', {}, 'a'), el('p', { style: { breakBefore: 'right' } }, 'b'))),
    );
    expect(document.pages.map((page) => page.items.length)).toEqual([1, 0, 1]);
  });

  it('repeats the header rows of a table as artifacts and keeps rows whole', async () => {
    const row = (text: string) =>
      el('tr', {}, el('td', { style: { whiteSpace: 'pre' } }, `${text}\n${text}\n${text}`));
    const table = el(
      'table',
      {},
      el('thead', {}, el('tr', {}, el('th', {}, 'Head'))),
      el('tbody', {}, ...lines(4).map(row)),
    );
    const document = await laidOut(treeOf(el('body', {}, table)));
    expect(document.pages.map((page) => words(describeItems({ ...document, pages: [page] })[0]!))).toEqual([
      'Headline0line0line0line1line1line1line2line2line2',
      'Headline3line3line3',
    ]);
    const heads = document.pages.map((page) =>
      page.items.find((item) => item.kind === 'glyphs' && item.text === 'Head'),
    );
    expect(heads.map((item) => item?.kind === 'glyphs' && item.content !== undefined)).toEqual([true, false]);
  });

  it('fills columns in order and goes on with them on the next page', async () => {
    const columns = el(
      'div',
      { style: { columnCount: 2, columnGap: pt(0), orphans: 1, widows: 1 } },
      paragraph(25, { orphans: 1, widows: 1 }),
    );
    const document = await laidOut(treeOf(el('body', {}, columns)));
    expect(words(describeItems(document)[0]!)).toBe(lines(20).join(''));
    expect(describeItems(document)[1]!.at(-1)).toMatch(/^text 50,/);
  });
});

describe('flex rows', () => {
  it('share what is free by flex-grow and mirror in right-to-left text', async () => {
    const row = (direction: 'ltr' | 'rtl') =>
      treeOf(
        el(
          'body',
          { style: { direction } },
          el(
            'div',
            { style: { display: 'flex', columnGap: pt(10) } },
            el('div', { style: { flexGrow: 1, backgroundColor: { r: 1, g: 0, b: 0, a: 1 } } }, 'a'),
            el('div', { style: { width: pt(30), backgroundColor: { r: 0, g: 0, b: 1, a: 1 } } }, 'b'),
          ),
        ),
      );
    const rects = async (direction: 'ltr' | 'rtl') =>
      describeItems(await laidOut(row(direction)))[0]!.filter((item) => item.startsWith('rect'));
    expect(await rects('ltr')).toEqual(['rect 0,0 60×12', 'rect 70,0 30×12']);
    expect(await rects('rtl')).toEqual(['rect 40,0 60×12', 'rect 0,0 30×12']);
  });
});

describe('structure', () => {
  it('has list items with label and body, and text of grouping elements in P', async () => {
    const document = await laidOut(
      treeOf(
        el(
          'body',
          {},
          'loose',
          el(
            'ul',
            { style: { margin: { ...sides(pt(0)), left: pt(20) } } },
            el('li', { marker: '• ' }, 'x', el('a', { attributes: { href: 'https://example.org' } }, 'link')),
          ),
        ),
      ),
    );
    expect(describeStructure(document.structure)).toEqual([
      'Document',
      '  P #',
      '  L',
      '    LI',
      '      Lbl #',
      '      LBody #',
      '        Link #',
    ]);
  });
});
