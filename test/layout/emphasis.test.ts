import { describe, expect, it } from 'vitest';
import { pathBounds } from '../../src/layout/graphics.ts';
import type { DisplayItem, PagedDocument } from '../../src/layout/paged-document.ts';
import { outcomeOf, printed, wordsOf } from './support/filled.ts';

const css = `
  @page { size: 100pt 200pt; margin: 0 }
  body { margin: 0; font: 10pt/20pt "Noto Sans" }
  p { margin: 0 }
`;

async function pageOf(body: string, more = ''): Promise<PagedDocument> {
  return printed(
    `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`,
    css + more,
  );
}

type Path = Extract<DisplayItem, { readonly kind: 'path' }>;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Each subpath's middle and width, of all marks of a document. */
function marksOf(document: PagedDocument): string[] {
  const paths = document.pages.flatMap(({ items }) => items.filter((i): i is Path => i.kind === 'path'));
  return paths.flatMap(({ path, content }) => {
    expect(content).toBeUndefined();
    const starts = path.flatMap(([kind], i) => (kind === 'M' ? [i] : []));
    return starts.map((start, i) => {
      const { x, y, width, height } = pathBounds(path.slice(start, starts[i + 1]));
      return `${round(x + width / 2)},${round(y + height / 2)} ${round(width)}`;
    });
  });
}

const baselines = (document: PagedDocument): number[] =>
  document.pages[0]!.items.flatMap((item) => (item.kind === 'glyphs' ? [round(item.y)] : []));

describe('emphasis marks', () => {
  it('stand over the middle of each character, half its size from its square', async () => {
    const document = await pageOf('<p style="text-emphasis: filled circle">nn</p>');
    // An n of Noto Sans is 0.618 em wide; its square ends 0.785 em above the baseline.
    expect(marksOf(document)).toEqual(['3.09,3.53 4.5', '9.27,3.53 4.5']);
    expect(wordsOf(document, true)).toEqual([['nn']]);
  });

  it('stand below where they are asked for, and in their own colour', async () => {
    const document = await pageOf(
      '<p style="text-emphasis: filled circle red; text-emphasis-position: under">n</p>',
    );
    expect(marksOf(document)).toEqual(['3.09,18.53 4.5']);
    expect(document.pages[0]!.items.find((item) => item.kind === 'path')).toMatchObject({
      fill: { r: 1, g: 0, b: 0 },
    });
  });

  it('are circles where no shape is asked for, and sesames in vertical lines', async () => {
    const widthOf = async (css: string) =>
      marksOf(await pageOf(`<p style="text-emphasis: filled; ${css}">n</p>`))[0]!.split(' ')[1];
    expect(await widthOf('')).toBe('4.5');
    // A sesame is 0.62 of its square wide, and upright.
    expect(await widthOf('writing-mode: vertical-rl')).toBe('3.1');
  });

  it('leave out spaces and punctuation, but not signs that are words, and count a letter with its marks once', async () => {
    const count = async (text: string): Promise<number> =>
      marksOf(await pageOf(`<p style="text-emphasis: filled dot">${text}</p>`)).length;
    expect(await count('a, b (c)')).toBe(3);
    expect(await count('x&#x301;&#x323;')).toBe(1);
    expect(await count('5 % @ 1')).toBe(4);
    expect(await count('ffi')).toBe(3);
  });

  it('inherit with the colour of the text that they stand at', async () => {
    const document = await pageOf(
      '<p style="text-emphasis: dot">n<b style="color: blue; font-weight: 400">n</b></p>',
    );
    const fills = document.pages[0]!.items.flatMap((item) => (item.kind === 'path' ? [item.fill] : []));
    expect(fills).toMatchObject([{ b: 0 }, { b: 1 }]);
  });

  it('are a character of a face where they are a string', async () => {
    const [mark] = marksOf(await pageOf('<p style="text-emphasis: \'o\'">n</p>'));
    expect(mark).toMatch(/^3\.09,/);
    const html = '<!doctype html><html lang="en"><head><title>t</title></head><body><p>n</p></body></html>';
    const { diagnostics } = await outcomeOf(html, `${css} p { text-emphasis: "中" }`);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['glyph-missing', 'no font has the emphasis mark “中” among “Noto Sans”'],
    ]);
  });
});

describe('lines with marks', () => {
  const mark = (text: string, position = 'over'): string =>
    `<em style="font-style: normal; text-emphasis: filled dot; text-emphasis-position: ${position}">${text}</em>`;

  it('stand like others where the leading has room for both', async () => {
    for (const position of ['over', 'under']) {
      const document = await pageOf(`<p>a<br>${mark('b', position)}<br>c</p>`);
      expect(baselines(document)).toEqual([13.88, 33.88, 53.88]);
    }
  });

  it('are pushed apart by what is missing', async () => {
    const plain = baselines(await pageOf('<p>a<br>b<br>c</p>', 'body { line-height: 12pt }'));
    expect(plain).toEqual([9.88, 21.88, 33.88]);
    // Two squares and a mark between them take 15 pt.
    const over = baselines(await pageOf(`<p>a<br>${mark('b')}<br>c</p>`, 'body { line-height: 12pt }'));
    expect(over).toEqual([9.88, 24.88, 36.88]);
    const under = baselines(
      await pageOf(`<p>a<br>${mark('b', 'under')}<br>c</p>`, 'body { line-height: 12pt }'),
    );
    expect(under).toEqual([9.88, 21.88, 36.88]);
  });

  it('have room before the first and behind the last', async () => {
    const first = await pageOf(`<p>${mark('a')}</p><p>b</p>`, 'body { line-height: 12pt }');
    expect(baselines(first)).toEqual([12.85, 24.85]);
    const last = await pageOf(`<p>${mark('a', 'under')}</p><p>b</p>`, 'body { line-height: 12pt }');
    expect(baselines(last)).toEqual([9.88, 26.91]);
  });
});
