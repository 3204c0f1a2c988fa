import { describe, expect, it } from 'vitest';
import { printed, wordsOf } from './support/filled.ts';

/** What stands in the margin of each page, and what is read on it. */
const furniture = async (body: string, css: string) => {
  const sheet = `@page { size: 200pt 60pt; margin: 24pt 0 0 } body { margin: 0 } p, h2 { margin: 0; font-size: 10pt }
    .next { break-before: page } h2 { string-set: title content(text) } ${css}`;
  const html = `<!doctype html><html lang="en"><title>t</title><body>${body}`;
  const document = await printed(html, sheet);
  return wordsOf(document, false).map((words) => words.join(''));
};

const BODY = `<h2>A</h2><p>a</p><p class="next">b</p><h2>B</h2><h2>C</h2><h2 class="next">D</h2><p>d</p><p class="next">e</p>`;

describe('a named string', () => {
  it.each([
    ['first', ['A', 'B', 'D', 'D']],
    ['start', ['A', 'A', 'D', 'D']],
    ['last', ['A', 'C', 'D', 'D']],
    ['first-except', ['', '', '', 'D']],
  ])('is on each page, by %s', async (which, expected) => {
    const css = `@page { @top-left { content: string(title, ${which}) } }`;
    expect(await furniture(BODY, css)).toEqual(expected);
  });

  it('is the first by itself, and empty until it is set', async () => {
    const css = '@page { @top-left { content: "[" string(title) "]" } }';
    expect(await furniture('<p>x</p><h2 class="next">A</h2>', css)).toEqual(['[]', '[A]']);
  });
});

describe('the number of a page', () => {
  it('goes on from what the first element says that begins on it', async () => {
    const css = `@page { @top-left { content: counter(page, lower-roman) "/" counter(pages) } }
      .one { counter-reset: page 1 } .nine { counter-set: page 9 }`;
    const body = `<p>a</p><p class="next">b</p><p class="next one">c</p><p class="nine">c</p><p class="next">d</p>`;
    expect(await furniture(body, css)).toEqual(['i/4', 'ii/4', 'i/4', 'ii/4']);
  });

  it('is not counted up by elements, which is told', async () => {
    const css = '@page { @top-left { content: counter(page) } } h2 { counter-increment: page 2 }';
    const html = '<!doctype html><html lang="en"><title>t</title><body><h2>A</h2>';
    const told = ['pages count one by one: an element cannot increment them'];
    expect(wordsOf(await printed(html, css, told), false)).toEqual([['1']]);
  });
});
