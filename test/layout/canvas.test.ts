import { describe, expect, it } from 'vitest';
import { printed } from './support/filled.ts';
import { describeItems } from './support/lay-out.ts';

const css = '@page { size: 100pt 80pt; margin: 10pt } body { margin: 5pt }';
const rects = async (body: string, more: string) => {
  const html = `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`;
  return describeItems(await printed(html, css + more)).map((items) =>
    items.filter((item) => item.startsWith('rect')),
  );
};

describe('the canvas', () => {
  it('has the background of the body, inside the margins of every page', async () => {
    const pages = await rects('a<p style="break-before: page">b</p>', 'body { background: #fcc }');
    expect(pages).toEqual([['rect 10,10 80×60'], ['rect 10,10 80×60']]);
  });

  it('has the background of the root where it has one, and the body keeps its own', async () => {
    const pages = await rects('a', 'html { background: #fcc } body { background: #ff0 }');
    expect(pages).toEqual([['rect 10,10 80×60', 'rect 15,15 70×12']]);
  });
});

describe("printer's marks", () => {
  it('stand outside the bleed, in line with the trim', async () => {
    const html = '<!doctype html><html lang="en"><head><title>t</title></head><body>a</body></html>';
    const { pages } = await printed(html, `${css} @page { bleed: 9pt; marks: crop }`);
    const marks = pages[0]!.items.find((item) => item.kind === 'path');
    expect(pages[0]).toMatchObject({ bleed: 9, slug: 18 });
    expect(marks?.kind === 'path' && marks.path.slice(0, 4)).toEqual([
      ['M', -12, 0],
      ['L', -26, 0],
      ['M', 0, -12],
      ['L', 0, -26],
    ]);
  });
});
