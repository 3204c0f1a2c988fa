import { describe, expect, it } from 'vitest';
import type { GlyphsItem, PagedDocument } from '../../src/layout/paged-document.ts';
import { printed } from './support/filled.ts';
import { describeItems } from './support/lay-out.ts';

const css = `
  @font-face { font-family: "Noto Sans HK"; src: url("npm:@expo-google-fonts/noto-sans-hk/400Regular/NotoSansHK_400Regular.ttf") }
  @page { size: 200pt 100pt; margin: 0 }
  body { margin: 0; font: 10pt/12pt "Noto Sans HK" }
  p { margin: 0 }
  .v { writing-mode: vertical-rl }
`;

async function print(body: string, more = ''): Promise<PagedDocument> {
  const html = `<!doctype html><html lang="zh-Hant-HK"><head><title>t</title></head><body>${body}</body></html>`;
  return printed(html, css + more);
}

const itemsOf = async (body: string, more = ''): Promise<readonly string[]> =>
  describeItems(await print(body, more))[0]!;

/** Runs with how they stand and where. */
async function runsOf(body: string, more = ''): Promise<string[]> {
  const n = (value: number) => String(Math.round(value * 10) / 10);
  const { pages } = await print(body, more);
  return pages.flatMap(({ items }) =>
    items
      .filter((item): item is GlyphsItem => item.kind === 'glyphs')
      .map(({ text, turn, x, y }) => `${text} ${turn} ${n(x)},${n(y)}`),
  );
}

describe('vertical lines', () => {
  it('run down from the right, upright letters in their middle', async () => {
    expect(await runsOf('<p class="v" style="height:100pt">甲乙A丙<br>丁</p>')).toEqual([
      '甲乙 upright 18,0',
      // The baseline of letters along the line is left of its middle by what ascent and descent differ.
      'A clockwise 13.6,20',
      '丙 upright 18,26.1',
      '丁 upright 6,0',
    ]);
  });

  it('follow each other to the right in vertical-lr, the tops of letters on the right as well', async () => {
    expect(await runsOf('<p class="v" style="writing-mode:vertical-lr; height:100pt">甲A<br>丁</p>')).toEqual(
      ['甲 upright 6,0', 'A clockwise 1.6,10', '丁 upright 18,0'],
    );
  });

  it('run up in sideways-lr, all letters along them', async () => {
    expect(await runsOf('<p style="writing-mode:sideways-lr; height:50pt">甲A</p>')).toEqual([
      '甲 counterclockwise 10.4,50',
      'A counterclockwise 10.4,40',
    ]);
  });

  it('are as long as the box says, or as their text up to the page', async () => {
    const text = '甲'.repeat(12);
    expect(await itemsOf(`<p class="v" style="background:red">${text}</p>`)).toContain('rect 0,0 24×100');
    expect(await itemsOf('<p class="v" style="background:red">甲乙</p>')).toContain('rect 0,0 12×20');
    expect(await itemsOf(`<p class="v" style="background:red; height:30pt">${text}</p>`)).toContain(
      'rect 0,0 48×30',
    );
  });
});

describe('sides of vertical boxes', () => {
  it('are the page’s where they are named so, and the lines’ where they are not', async () => {
    const box = (style: string) =>
      itemsOf(
        `<div class="v" style="height:50pt"><p style="background:red; width:10pt; ${style}"></p></div>`,
      );
    expect(await box('margin-top: 5pt')).toContain('rect 0,5 10×45');
    expect(await box('margin-inline-start: 5pt')).toContain('rect 0,5 10×45');
    expect(await box('border-block-end: 3pt solid blue')).toContain('rect 0,0 3×50');
    expect(await box('border-left: 3pt solid blue')).toContain('rect 0,0 3×50');
    expect(await box('block-size: 7pt; inline-size: 20pt')).toContain('rect 0,0 7×20');
  });

  it('are turned in boxes of other lines, whose percentages are of the box around', async () => {
    const inner = 'writing-mode:horizontal-tb; background:red; padding-top:10%; width:30pt; height:5pt';
    const items = await itemsOf(`<div class="v" style="height:50pt"><p style="${inner}"></p></div>`);
    expect(items).toContain('rect 0,0 30×10');
  });
});

describe('what stands in vertical lines', () => {
  it('is not turned: pictures and codes', async () => {
    const code = '<qr-code value="x" alt="c" style="width:30pt; height:20pt; background:red"></qr-code>';
    expect(await itemsOf(`<p class="v">${code}</p>`)).toContain('rect 0,0 30×20');
  });

  it('is placed by its insets on the page', async () => {
    const box = 'position:absolute; right:3pt; top:4pt; width:5pt; height:6pt; background:red';
    const items = await itemsOf(
      `<div class="v" style="position:relative; width:50pt; height:40pt"><p style="${box}"></p></div>`,
    );
    expect(items).toContain('rect 42,4 5×6');
  });

  it('links in areas of the page', async () => {
    const items = await itemsOf('<p class="v" style="height:100pt">甲<a href="#x">乙丙</a></p>');
    expect(items).toContain('link 0,10 12×20 #x');
  });

  it('is jumped to at its corner on the page', async () => {
    const { destinations } = await print(
      '<div class="v" style="height:60pt"><p>甲</p><p id="here" style="margin-top:7pt">乙</p></div>',
    );
    expect(destinations.here).toEqual({ page: 0, x: 0, y: 7 });
  });

  it('is underlined on its left, and struck through in its middle', async () => {
    const items = await itemsOf('<p class="v"><u>甲</u><s>乙</s></p>');
    const [under, through] = items.filter((item) => item.startsWith('rect'));
    expect(under).toBe('rect -0.11,0 1×10');
    expect(through).toBe('rect 5.5,10 1×10');
  });
});

describe('pages of vertical lines', () => {
  const vertical = 'html { writing-mode: vertical-rl } @page { margin: 10pt 20pt 30pt 40pt }';

  it('are cut along them, and follow each other to the left', async () => {
    const { pages, direction } = await print(`<p>${'甲'.repeat(6 * 13)}</p>`, vertical);
    expect(direction).toBe('rtl');
    const starts = pages.map(({ items }) => {
      const [first] = items.filter((item): item is GlyphsItem => item.kind === 'glyphs');
      return [first!.x, first!.y];
    });
    // 140 pt hold eleven lines of six letters.
    expect(starts).toEqual([
      [174, 10],
      [174, 10],
    ]);
  });

  it('are those of a body that is vertical as well', async () => {
    expect(await runsOf('甲', 'body { writing-mode: vertical-rl }')).toEqual(['甲 upright 194,0']);
  });

  it('have boxes in their margins whose lines run across', async () => {
    const furniture = `${vertical} @page { @bottom-left { content: "Foot"; font: 10pt "Noto Sans HK" } }`;
    expect(await runsOf('<p>甲</p>', furniture)).toEqual(['甲 upright 174,10', 'Foot undefined 40,89.4']);
  });

  it('end boxes that go on without an edge on the side where they do', async () => {
    const box = '<p style="border: 2pt solid blue; width:150pt; height:20pt"></p>';
    const pages = describeItems(await print(box, `${vertical} @page { margin: 0 50pt }`));
    expect(pages[0]).toEqual(expect.arrayContaining(['rect 50,0 100×2', 'rect 148,0 2×24']));
    expect(pages[0]!.some((item) => item.startsWith('rect 50,2 2'))).toBe(false);
    expect(pages[1]).toContain('rect 96,0 2×24');
  });
});
