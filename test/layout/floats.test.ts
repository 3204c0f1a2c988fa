import { describe, expect, it } from 'vitest';
import { createFloatArea } from '../../src/layout/floats/float-area.ts';
import type { PagedDocument } from '../../src/layout/paged-document.ts';
import { printed } from './support/filled.ts';

const page = '@page { size: 200pt 200pt; margin: 0 } p { margin: 0 }';

/** Everything of the first page that has a place: `12,34 text` on the baseline, `1,2 30×40` for rectangles. */
function placesOf({ pages }: PagedDocument): string[] {
  const n = (value: number) => String(Math.round(value * 10) / 10);
  return pages[0]!.items.flatMap((item) => {
    if (item.kind === 'glyphs' && item.text.trim() === '') return [];
    if (item.kind === 'glyphs') return [`${n(item.x)},${n(item.y)} ${item.text.trim()}`];
    return item.kind === 'rect' ? [`${n(item.x)},${n(item.y)} ${n(item.width)}×${n(item.height)}`] : [];
  });
}

const laid = async (html: string, css = ''): Promise<string[]> => placesOf(await printed(html, page + css));

/** A float of a size in pt, with a background so that it can be seen. */
const float = (side: string, width: number, height: number, more = '') =>
  `<div style="float: ${side}; width: ${width}pt; height: ${height}pt; background: #ccc; ${more}"></div>`;

/** The baseline of the nth line of 12 pt, from 0. */
const baseline = (line: number) => Math.round((9.88 + 12 * line) * 10) / 10;

describe('a float area', () => {
  const within = { left: 0, right: 100 };

  it('puts floats side by side while they fit, then below the one that ends first', () => {
    const area = createFloatArea();
    expect(area.place('left', { width: 40, height: 30 }, 0, within)).toEqual({ x: 0, y: 0 });
    expect(area.place('right', { width: 40, height: 10 }, 0, within)).toEqual({ x: 60, y: 0 });
    expect(area.place('left', { width: 50, height: 5 }, 0, within)).toEqual({ x: 40, y: 10 });
    expect(area.band(11, 0, within)).toEqual({ left: 90, right: 100 });
  });

  it('lets no float stand higher than the one before', () => {
    const area = createFloatArea();
    area.place('left', { width: 60, height: 30 }, 0, within);
    area.place('left', { width: 60, height: 10 }, 0, within);
    expect(area.place('right', { width: 10, height: 10 }, 0, within)).toEqual({ x: 90, y: 30 });
  });

  it('lets a float overflow that is wider than everything, below all others', () => {
    const area = createFloatArea();
    area.place('left', { width: 10, height: 30 }, 0, within);
    expect(area.place('left', { width: 120, height: 10 }, 0, within)).toEqual({ x: 0, y: 30 });
  });

  it('knows what each side clears', () => {
    const area = createFloatArea();
    area.place('left', { width: 10, height: 30 }, 0, within);
    area.place('right', { width: 10, height: 50 }, 0, within);
    expect(['left', 'right', 'both'].map((side) => area.clearance(side as 'left'))).toEqual([30, 50, 50]);
  });
});

describe('lines beside floats', () => {
  it('are shortened one by one, and go on below at full width', async () => {
    const places = await laid(
      `${float('left', 100, 20)}<p>aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll</p>`,
    );
    expect(places[0]).toBe('0,0 100×20');
    expect(places.slice(1).map((place) => place.split(' ')[0])).toEqual([
      `100,${baseline(0)}`,
      `100,${baseline(1)}`,
      `0,${baseline(2)}`,
    ]);
  });

  it('move down where not one word fits', async () => {
    const places = await laid(`${float('left', 190, 20)}<p>aaaaaaaa</p>`);
    expect(places[1]).toBe(`0,${Math.round((20 + 9.88) * 10) / 10} aaaaaaaa`);
  });

  it('are aligned and indented in what is left of them', async () => {
    const css = '.c { text-align: right } .i { text-indent: 10pt }';
    const html = `${float('right', 50, 40)}<p class="i">aa</p><p class="c">bb</p>`;
    const [, first, second] = await laid(html, css);
    expect(first).toBe(`10,${baseline(0)} aa`);
    expect(Number(second!.split(',')[0])).toBeCloseTo(150 - 12.3, 1);
  });

  it('have floats in them that fit beside what is before, and others below', async () => {
    const narrow = await laid(`<p>aa ${float('left', 50, 10).replaceAll('div', 'span')}bb</p>`);
    expect(narrow).toEqual(['0,0 50×10', `50,${baseline(0)} aa`, `${narrow[2]!.split(' ')[0]} bb`]);
    const wide = await laid(`<p>aa ${float('left', 195, 10).replaceAll('div', 'span')}bb</p>`);
    expect(wide[0]).toBe(`0,${baseline(0)} aa`);
    expect(wide.at(-1)).toBe('0,12 195×10');
  });

  it('go on below the floats after a break that clears them', async () => {
    const html = `<p>${float('left', 50, 30).replaceAll('div', 'span')}aa<br style="clear: both">bb</p>`;
    expect((await laid(html)).slice(1)).toEqual([`50,${baseline(0)} aa`, '0,39.9 bb']);
  });

  it('mirror in right-to-left text by flow-relative sides', async () => {
    const html = `<div dir="rtl">${float('inline-start', 50, 20)}<p>aa</p></div>`;
    const [box, text] = await laid(html);
    expect(box).toBe('150,0 50×20');
    expect(Number(text!.split(',')[0])).toBeCloseTo(150 - 11.2, 1);
  });
});

describe('boxes beside floats', () => {
  it('lie behind them, unless they establish a formatting context', async () => {
    const css = '.b { background: #eee }';
    const [behind] = await laid(`${float('left', 50, 20)}<p class="b">aa</p>`, css);
    expect(behind).toBe('0,0 200×12');
    const [beside] = await laid(
      `${float('left', 50, 20)}<p class="b" style="display: flow-root">aa</p>`,
      css,
    );
    expect(beside).toBe('50,0 150×12');
  });

  it('go below where their width does not fit', async () => {
    const css = '.b { background: #eee; display: flow-root; width: 160pt }';
    expect((await laid(`${float('left', 50, 20)}<p class="b">aa</p>`, css))[0]).toBe('0,20 160×12');
  });

  it('clear one side or both, and margins do not collapse through clearance', async () => {
    const css = '.b { background: #eee; margin: 10pt 0 0 }';
    const both = float('left', 50, 20) + float('right', 50, 40);
    const at = async (clear: string) =>
      (await laid(`${both}<p class="b" style="clear: ${clear}">aa</p>`, css))[0];
    expect(await at('none')).toBe('0,10 200×12');
    expect(await at('left')).toBe('0,20 200×12');
    expect(await at('inline-end')).toBe('0,40 200×12');
  });

  it('contain floats where they establish a formatting context, and only there', async () => {
    const textAfter = async (display: string) =>
      (await laid(`<div style="display: ${display}">${float('left', 50, 30)}</div><p>aa</p>`)).at(-1);
    expect(await textAfter('flow-root')).toBe(`0,${Math.round((30 + 9.88) * 10) / 10} aa`);
    expect(await textAfter('block')).toBe(`50,${baseline(0)} aa`);
  });

  it('shrink floats to their content, side by side in what shrinks itself', async () => {
    const css = 'i { float: left; background: #ccc; width: 30pt; height: 10pt } b { display: inline-block }';
    const places = await laid('<p><b><i></i><i></i></b>aa</p>', css);
    expect(places.slice(0, 2)).toEqual(['0,0 30×10', '30,0 30×10']);
    expect(places[2]).toMatch(/^60,/);
  });

  it('are met where collapsed margins put them', async () => {
    const css = 'p { margin: 30pt 0 0 }';
    const places = await laid(
      `${float('left', 50, 35)}<div><div><p>aaaa bbbb cccc dddd eeee ffff gggg hhhh</p></div></div>`,
      css,
    );
    // The float is before the first box of the root, whose margin collapses with that of the body: it goes with it.
    expect(places[0]).toBe('0,30 50×35');
    expect(places.slice(1).map((place) => place.split(' ')[0])).toEqual(['50,39.9', '50,51.9']);
  });
});
