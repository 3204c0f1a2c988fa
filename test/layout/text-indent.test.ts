import { expect, test } from 'vitest';
import { printed } from './support/filled.ts';

/** Where the lines start, pt from the page's left edge, page by page. */
async function starts(html: string, css: string): Promise<readonly (readonly number[])[]> {
  const { pages } = await printed(
    html,
    `@page { size: 120pt 60pt; margin: 10pt } body, p { margin: 0 } ${css}`,
  );
  return pages.map(({ items }) => {
    const lines = new Map<number, number>();
    for (const item of items) {
      if (item.kind === 'glyphs') lines.set(item.y, Math.min(lines.get(item.y) ?? item.x, item.x));
    }
    return [...lines.values()].map((x) => Math.round(x * 10) / 10);
  });
}

const words = 'one two three four five six seven eight nine ten eleven twelve thirteen';

test('a hanging indent is that of all lines but the first, on every page', async () => {
  const pages = await starts(`<p>${words}</p>`, 'p { text-indent: 15pt hanging }');
  expect(pages).toEqual([
    [10, 25, 25],
    [25, 25],
  ]);
});

test('each-line: after a forced break as at the start, beside a float as well', async () => {
  const text = 'one two three four five six<br>seven eight';
  const css = 'p { text-indent: 15pt each-line }';
  expect(await starts(`<p>${text}</p>`, css)).toEqual([[25, 10, 25]]);
  const float = '<i style="float: left; width: 20pt; height: 40pt"></i>';
  expect((await starts(`<p>${float}one two three four<br>five</p>`, css)).flat()).toEqual([45, 30, 45]);
});
