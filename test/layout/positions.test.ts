import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/layout/paged-document.ts';
import { printed, wordsOf } from './support/filled.ts';

const page =
  '@page { size: 200pt 100pt; margin: 10pt } p { margin: 0 } .c { position: relative; height: 60pt }';

/** Rectangles of the first page: `1,2 30×40`. */
function rectanglesOf({ pages }: PagedDocument): string[] {
  const n = (value: number) => String(Math.round(value * 10) / 10);
  return pages[0]!.items.flatMap((item) =>
    item.kind === 'rect' ? [`${n(item.x)},${n(item.y)} ${n(item.width)}×${n(item.height)}`] : [],
  );
}

const rectangles = async (html: string, css = ''): Promise<string[]> =>
  rectanglesOf(await printed(html, page + css));

/** An absolute box with a background. */
const box = (style: string) => `<div style="position: absolute; background: #ccc; ${style}"></div>`;

describe('an absolute box', () => {
  it.each([
    ['left: 5pt; top: 6pt; width: 20pt; height: 10pt', '15,16 20×10'],
    ['right: 5pt; bottom: 6pt; width: 20pt; height: 10pt', '165,54 20×10'],
    ['left: 10%; top: 50%; width: 50%; height: 25%', '28,40 90×15'],
    ['inset: 5pt 10pt; margin: 1pt', '21,16 158×48'],
    ['inset: 0; margin: auto; width: 80pt; height: 20pt', '60,30 80×20'],
    ['left: 0; right: 0; margin-left: auto; width: 80pt; height: 20pt', '110,10 80×20'],
    ['left: 0; right: 50pt; width: 80pt; height: 20pt', '10,10 80×20'],
    ['inset: 0; max-width: 30pt; max-height: 5pt', '10,10 30×5'],
  ])('with %s', async (style, expected) => {
    expect(await rectangles(`<div class="c">${box(style)}</div>`)).toEqual([expected]);
  });

  it('gives way at the end in the direction of its containing block', async () => {
    const html = `<div class="c" dir="rtl">${box('left: 0; right: 50pt; width: 80pt; height: 20pt')}</div>`;
    expect(await rectangles(html)).toEqual(['60,10 80×20']);
  });

  it('is placed in the padding box of the nearest positioned ancestor, or in the first page', async () => {
    const css = '.b { border: 3pt solid transparent; margin: 4pt; padding: 5pt }';
    const inset = box('right: 0; bottom: 0; width: 20pt; height: 10pt');
    expect(await rectangles(`<div class="b c"><div>${inset}</div></div>`, css)).toContain('163,77 20×10');
    expect(await rectangles(`<div class="b">${inset}</div>`, css)).toContain('170,80 20×10');
  });

  it('takes no room, and stands where it would be in the flow', async () => {
    const html = `<p>aa</p>${box('width: 20pt; height: 10pt; margin-left: 3pt')}<p style="background: #eee">bb</p>`;
    expect(await rectangles(html)).toEqual(['10,22 180×12', '13,22 20×10']);
  });

  it.each([
    ['justify-content: center; align-items: center', '90,30 20×10'],
    ['justify-content: flex-end', '170,10 20×10'],
    ['flex-direction: row-reverse; align-items: flex-end', '170,50 20×10'],
    ['direction: rtl; flex-direction: column; justify-content: space-around', '170,30 20×10'],
  ])('stands where it would be alone in a flex container: %s', async (style, expected) => {
    const html = `<div style="display: flex; height: 50pt; ${style}">${box('width: 20pt; height: 10pt')}</div>`;
    expect(await rectangles(html)).toEqual([expected]);
  });

  it('shrinks to its content, up to what is left beside its inset', async () => {
    const css = '.a { position: absolute; left: 150pt; background: #ccc }';
    const html = '<div class="c"><div class="a">aaaa bbbb cccc</div></div>';
    const [only] = await rectangles(html, css);
    expect(only).toMatch(/^160,10 .*×36$/);
  });

  it('is contained by what is transformed', async () => {
    const css = '.t { transform: translate(5pt, 0); height: 60pt; width: 100pt }';
    const html = `<div class="t">${box('right: 0; bottom: 0; width: 20pt; height: 10pt')}</div>`;
    expect(await rectangles(html, css)).toHaveLength(1);
    expect(
      await rectangles(
        `<div class="t" style="position: relative">${box('width: 50%; height: 50%')}</div>`,
        css,
      ),
    ).toEqual(await rectangles(`<div class="t">${box('width: 50%; height: 50%')}</div>`, css));
  });

  it('keeps its place in the order of reading', async () => {
    const css = '.a { position: absolute; top: 40pt }';
    const document = await printed('<p>one</p><p class="a">two</p><p>three</p>', page + css);
    const texts = document.structure.children.flatMap((child) =>
      typeof child === 'number' ? [] : [child.type],
    );
    expect(texts).toEqual(['P', 'P', 'P']);
    const contents = (index: number) => {
      const child = document.structure.children[index]!;
      return typeof child === 'number' ? undefined : child.children[0];
    };
    const two = document.pages[0]!.items.find((item) => item.kind === 'glyphs' && item.text === 'two');
    expect(two).toMatchObject({ content: contents(1) });
  });
});

describe('a fixed box', () => {
  it('stands on every page, and is read once', async () => {
    const css = '.f { position: fixed; bottom: 0 } .l { height: 70pt }';
    const document = await printed(
      '<p class="l">one</p><p class="f">foot</p><p class="l">two</p><p class="l">three</p>',
      page + css,
    );
    expect(wordsOf(document, true)).toEqual([['one', 'foot'], ['two'], ['three']]);
    expect(wordsOf(document, false)).toEqual([[], ['foot'], ['foot']]);
    const feet = document.pages.map(({ items }) =>
      items.flatMap((item) => (item.kind === 'glyphs' && item.text === 'foot' ? [item.y] : [])),
    );
    expect(feet.flat().map((y) => y.toFixed(2))).toEqual(['87.88', '87.88', '87.88']);
  });
});

describe('a relative box', () => {
  it('moves by percentages of its containing block, where that has a height', async () => {
    const moved = 'position: relative; left: 10%; top: 50%; width: 20pt; height: 10pt; background: #ccc';
    expect(await rectangles(`<div class="c"><div style="${moved}"></div></div>`)).toEqual(['28,40 20×10']);
    expect(await rectangles(`<div><div style="${moved}"></div></div>`)).toEqual(['28,10 20×10']);
  });

  it('moves the text of an inline box, and all that is in it', async () => {
    const css = 'span, i { position: relative; left: 10pt; top: 3pt }';
    const document = await printed('<p>a<span>b<i>c</i></span>d</p>', page + css);
    const places = document.pages[0]!.items.flatMap((item) => (item.kind === 'glyphs' ? [item] : []));
    const at = (text: string) => places.find((item) => item.text === text)!;
    expect(at('b').y - at('a').y).toBeCloseTo(3, 5);
    expect(at('c').y - at('a').y).toBeCloseTo(6, 5);
    expect(at('d').y).toBe(at('a').y);
    expect(at('c').x - at('b').x).toBeGreaterThan(15);
  });

  it('is what a sticky box is, with a warning', async () => {
    const css = '.s { position: sticky; top: 5pt; background: #ccc; height: 10pt }';
    const warning = 'position: sticky is not supported; the box is laid out as relative';
    expect(rectanglesOf(await printed('<div class="s"></div>', page + css, [warning]))).toEqual([
      '10,15 180×10',
    ]);
  });
});

describe('positioned boxes and pages', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `<p>l${i}</p>`).join('');
  const css = `${page} .a { position: absolute; right: 0 }`;

  it('go to the page where they are met', async () => {
    const document = await printed(`${lines(8)}<p class="a">here</p>${lines(8)}`, css);
    expect(wordsOf(document, true).map((words) => words.includes('here'))).toEqual([false, true, false]);
  });

  it('go to the end of a containing block that goes on', async () => {
    const html = `<div style="position: relative">${lines(8)}<p class="a" style="top: 0">top</p><p class="a" style="bottom: 0">end</p></div>${lines(8)}`;
    const [first, second] = wordsOf(await printed(html, css), true);
    expect([first!.includes('top'), first!.includes('end')]).toEqual([true, false]);
    expect([second!.includes('top'), second!.includes('end')]).toEqual([false, true]);
  });

  it('stay on the first page without a containing block', async () => {
    const document = await printed(`${lines(16)}<p class="a" style="bottom: 0">here</p>`, css);
    expect(wordsOf(document, true).map((words) => words.includes('here'))).toEqual([true, false, false]);
  });

  it('are kept in columns', async () => {
    const html = `<div style="columns: 2">${lines(4)}<p class="a">here</p>${lines(4)}</div>`;
    expect(wordsOf(await printed(html, css), true).flat()).toContain('here');
  });
});
