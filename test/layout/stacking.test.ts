import { expect, it } from 'vitest';
import { printed } from './support/filled.ts';

/** The letters and the widths of the grounds of a page, in the order in which they are painted. */
async function painted(html: string): Promise<readonly (string | number)[]> {
  const css = 'p { margin: 0 } i { position: absolute; background: red; width: 7pt; height: 5pt }';
  const page = (await printed(html, `@page { margin: 10pt } body { margin: 0 } ${css}`)).pages[0]!;
  return page.items.flatMap((item): (string | number)[] => {
    if (item.kind === 'glyphs') return [item.text];
    return item.kind === 'rect' ? [Math.round(item.width * 10) / 10] : [];
  });
}

it('paints a box over the inline box that it is placed in, or under it where its level is negative', async () => {
  const inline = (style: string) =>
    `<p>a<span style="position: relative; padding: 2pt; background: cyan">b<i style="${style}"></i></span>`;
  expect(await painted(inline(''))).toEqual(['a', expect.closeTo(10.2, 0), 'b', 7]);
  expect(await painted(inline('z-index: -1'))).toEqual([7, 'a', expect.closeTo(10.2, 0), 'b']);
});
