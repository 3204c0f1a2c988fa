import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { describeItems, laidOut } from './support/lay-out.ts';
import { el, pt, treeOf } from './support/tree.ts';

const red = { r: 1, g: 0, b: 0, a: 1 };
const space = (height: number) => el('div', { style: { height: pt(height) } }, '');
const float = (style: Partial<ComputedStyle>, text = '') =>
  el('div', { style: { float: 'left', backgroundColor: red, ...style } }, text);
const paragraph = (count: number) =>
  el(
    'p',
    { style: { orphans: 1, widows: 1 } },
    Array.from({ length: count }, (_, i) => `word${i}`).join(' '),
  );
const items = async (...children: Parameters<typeof el>[2][]) =>
  describeItems(await laidOut(treeOf(el('body', {}, ...children)))).map((page) =>
    page.filter((item) => !item.endsWith('" "')),
  );

describe('floats over pages', () => {
  it('are cut where they may be, and what is left stands beside the text of the next page', async () => {
    const pages = await items(space(96), float({ width: pt(40), height: pt(60) }), paragraph(8));
    expect(pages).toEqual([
      ['rect 0,96 40×24', 'text 40,105.88 "word0"', 'text 40,117.88 "word1"'],
      [
        'rect 0,0 40×36',
        'text 40,9.88 "word2"',
        'text 40,21.88 "word3"',
        'text 40,33.88 "word4"',
        'text 0,45.88 "word5 word6 word7"',
      ],
    ]);
  });

  it('wait for the next page where they may not be cut, and text closes up', async () => {
    const pages = await items(
      space(96),
      float({ width: pt(40), height: pt(30), breakInside: 'avoid' }),
      paragraph(8),
    );
    expect(pages).toEqual([
      ['text 0,105.88 "word0 word1 word2"', 'text 0,117.88 "word3 word4 word5"'],
      ['rect 0,0 40×30', 'text 40,9.88 "word6"', 'text 40,21.88 "word7"'],
    ]);
  });

  it('that end with their page leave the width to what moves to the next one', async () => {
    const pages = await items(
      space(96),
      float({ width: pt(40), height: pt(24) }),
      el('p', {}, 'beside'),
      el('p', { style: { breakInside: 'avoid' } }, 'word0 word1 word2 word3 word4'),
    );
    expect(pages).toEqual([
      ['rect 0,96 40×24', 'text 40,105.88 "beside"'],
      ['text 0,9.88 "word0 word1 word2"', 'text 0,21.88 "word3 word4"'],
    ]);
  });

  it('are cut all the same where no page could hold them', async () => {
    const pages = await items(
      space(96),
      float({ width: pt(40), height: pt(150), breakInside: 'avoid' }),
      paragraph(2),
    );
    expect(pages.map((page) => page.filter((item) => item.startsWith('rect')))).toEqual([
      [],
      ['rect 0,0 40×120'],
      ['rect 0,0 40×30'],
    ]);
  });

  it('take as many pages as they need, and text what room they leave below them', async () => {
    const kept = float({ width: pt(40), height: pt(50), breakInside: 'avoid' });
    const pages = await items(...Array.from({ length: 8 }, () => kept), el('p', {}, 'wideword'));
    const row = (y: number) => [`rect 0,${y} 40×50`, `rect 40,${y} 40×50`];
    expect(pages).toEqual([
      [...row(0), ...row(50), 'text 0,109.88 "wideword"'],
      [...row(0), ...row(50)],
    ]);
  });
});
