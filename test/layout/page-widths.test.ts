import { describe, expect, it } from 'vitest';
import type { DisplayItem } from '../../src/layout/paged-document.ts';
import { describeItems, laidOut } from './support/lay-out.ts';
import { el, pageRule, pt, sides, treeOf } from './support/tree.ts';

const textOf = (item: DisplayItem): string => (item.kind === 'glyphs' ? item.text : '');
const first = (values: Parameters<typeof pageRule>[0]) =>
  pageRule({ selector: { name: undefined, pseudo: ['first'] }, size: undefined, ...values });

describe('pages of different widths', () => {
  it('break what is left of a paragraph into lines of the new width', async () => {
    const words = Array.from({ length: 50 }, (_, i) => `w${i}`).join(' ');
    const rules = [pageRule(), first({ marginLeft: 40, marginRight: 20 })];
    const document = await laidOut(treeOf(el('body', {}, el('p', {}, words)), rules));
    const [narrow, wide] = document.pages.map((page) =>
      page.items
        .map(textOf)
        .filter((text) => text.trim() !== '')
        .map((text) => text.trim()),
    );
    expect(narrow!.slice(0, 2)).toEqual(['w0 w1', 'w2 w3']);
    expect(wide![0]).toBe('w15 w16 w17 w18');
    expect([...narrow!, ...wide!].join(' ')).toBe(words);
  });

  it('keep borders, padding and marker to the first part, and the indent to the first line', async () => {
    const red = { r: 1, g: 0, b: 0, a: 1 };
    const style = {
      padding: { ...sides(pt(0)), top: pt(6), left: pt(10) },
      backgroundColor: red,
      textIndent: pt(4),
    };
    const lines = Array.from({ length: 11 }, (_, i) => `line${i}`).join('\n');
    const item = el(
      'li',
      { marker: '• ', style: { ...style, whiteSpace: 'pre', orphans: 1, widows: 1 } },
      lines,
    );
    const document = await laidOut(treeOf(el('body', {}, item), [pageRule(), first({ marginRight: 20 })]));
    expect(describeItems(document)[1]).toEqual([
      'rect 0,0 100×24',
      'text 10,9.88 "line9"',
      'text 10,21.88 "line10"',
    ]);
  });

  it('keep the margin at a forced break, and drop it at another', async () => {
    const rules = [pageRule(), first({ marginRight: 20 })];
    const margin = { ...sides(pt(0)), top: pt(7) };
    const pagesWith = (breakBefore: 'page' | 'auto', height: number) =>
      laidOut(
        treeOf(
          el(
            'body',
            {},
            el('div', { style: { height: pt(height) } }, ''),
            el('div', {}, el('p', { style: { margin, breakBefore } }, 'x')),
          ),
          rules,
        ),
      );
    expect(describeItems(await pagesWith('page', 10))[1]).toEqual(['text 0,16.88 "x"']);
    expect(describeItems(await pagesWith('auto', 110))[1]).toEqual(['text 0,9.88 "x"']);
  });

  it('lay named pages out for their own paper', async () => {
    const wide = pageRule({ selector: { name: 'wide', pseudo: [] }, size: { width: 200, height: 120 } });
    const red = { r: 1, g: 0, b: 0, a: 1 };
    const page = (name: string) => el('div', { style: { page: name, backgroundColor: red } }, name);
    const document = await laidOut(
      treeOf(el('body', {}, page('auto'), page('wide'), page('auto')), [pageRule(), wide]),
    );
    expect(describeItems(document).map((items) => items[0])).toEqual([
      'rect 0,0 100×12',
      'rect 0,0 200×12',
      'rect 0,0 100×12',
    ]);
  });
});
