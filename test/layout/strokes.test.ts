import { expect, it } from 'vitest';
import { printed } from './support/filled.ts';

/** Rectangles of a colour: place and size, pt. */
async function drawn(html: string, css: string): Promise<readonly string[]> {
  const page = (await printed(html, `@page { margin: 0 } body { margin: 0; font-size: 0 } ${css}`)).pages[0]!;
  return page.items.flatMap((item) => {
    if (item.kind === 'path') return [`dashes of ${item.stroke!.width}`];
    return item.kind === 'rect' ? [`${item.x},${item.y} ${item.width}×${item.height}`] : [];
  });
}

const table =
  'table { border-collapse: collapse } td { width: 20pt; height: 10pt; padding: 0; border: 2pt solid }';

it('draws double and dashed borders of cells as such', async () => {
  const double = await drawn('<table><td></table>', `${table} td { border: 0; border-left: 6pt double }`);
  expect(double).toEqual(['0,0 2×10', '4,0 2×10']);
  const dashed = await drawn('<table><td></table>', `${table} td { border: 0; border-top: 6pt dashed }`);
  expect(dashed).toEqual(['dashes of 6']);
});

it('ends narrower borders of cells where wider ones cross them', async () => {
  const cells = await drawn('<table><td><td class="w"></table>', `${table} .w { border-right: 6pt double }`);
  // Of the edges above and below the second cell, none reaches into the space of the double one.
  const across = cells.filter((rect) => / 1[0-9.]+×2$| 2[0-9.]+×2$/.test(rect));
  const ends = across
    .map((rect) => /([\d.]+),[\d.]+ ([\d.]+)×/.exec(rect)!)
    .map(([, x, width]) => Number(x) + Number(width));
  expect(Math.max(...ends)).toBe(44);
});

it('gives a corner of edges as wide to one of them, and to both where they are dotted', async () => {
  // The grid's lines are 1 pt inside the table: across at 0 and 12, along at 0 and 22.
  const solid = await drawn('<table><td></table>', table);
  expect(solid).toHaveLength(4);
  expect(solid).toEqual(expect.arrayContaining(['0,0 22×2', '0,12 24×2', '0,2 2×10', '22,0 2×12']));
  const css = `@page { margin: 0 } body { margin: 0 } ${table} td { border: 4pt dotted }`;
  const { items } = (await printed('<table><td></table>', css)).pages[0]!;
  const ends = items.flatMap((item) => (item.kind === 'path' ? item.path : []));
  expect(ends).toHaveLength(8);
  expect(new Set(ends.map((end) => end.slice(1).join(' '))).size).toBe(4);
});

it('draws rules between columns in their style', async () => {
  const css =
    'div { columns: 2; column-gap: 10pt; column-rule: 3pt double; width: 110pt; font-size: 10pt; line-height: 10pt }';
  expect(await drawn('<div>a<br>b</div>', css)).toEqual(['53.5,0 1×10', '55.5,0 1×10']);
});
