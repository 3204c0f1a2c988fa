import { describe, expect, it } from 'vitest';
import { printed, wordsOf } from './support/filled.ts';

const PAGE = '@page { size: 200pt 60pt; margin: 0 } body { margin: 0 } p, h2 { margin: 0; font-size: 10pt }';

/** What each page says. */
const pages = async (body: string, css: string) => {
  const html = `<!doctype html><html lang="en"><title>t</title><body>${body}`;
  return wordsOf(await printed(html, PAGE + css), true).map((words) => words.join(''));
};

const link = (id: string) => `<p><a href="#${id}">${id}</a></p>`;
const LINK = 'a::after { content: " p. " target-counter(attr(href), page) } h2 { break-before: page }';

describe('references to pages', () => {
  it('say where blocks, and inline boxes in them, have come to stand', async () => {
    const body = `${link('a')}${link('b')}<h2 id="a">A</h2><h2>B <span id="b">b</span></h2>`;
    expect(await pages(body, LINK)).toEqual(['a p. 2b p. 3', 'A', 'B b']);
  });

  it('say the page that they stand on and how many there are, in any style', async () => {
    const css =
      'p { break-after: page } p::before { content: counter(page, upper-roman) "/" counter(pages) " " }';
    expect(await pages('<p>x</p><p>y</p><p>z</p>', css)).toEqual(['I/3 x', 'II/3 y', 'III/3 z']);
  });

  it('are right when they themselves move what they refer to', async () => {
    // At first the reference is short and its target on page 1; once it is written out, it pushes it on.
    const css = `a::after { content: target-counter(attr(href), page, words) } h2 { break-inside: avoid }
      @counter-style words { system: fixed; symbols: "this page, which is the first page of the whole text" "another page than the one you look at now, further on" }`;
    const body = `<p>x</p><p>x</p><p>x</p><p><a href="#a">See </a></p><h2 id="a">A</h2>`;
    const [first, second] = await pages(body, css);
    expect(first).toContain('See another page than the one');
    expect(second).toBe('A');
  });

  it('end where no numbers are right', async () => {
    const css = `a::after { content: target-counter(attr(href), page, words) }
      @counter-style words { system: fixed; symbols: "a reference of more than one line, as long as it stays on this page" "." }`;
    const body = `<p>x</p><p>x</p><p>x</p><p><a href="#a">See </a></p><h2 id="a">A</h2>`;
    expect((await pages(body, css)).join('')).toContain('See ');
  });

  it('say the number that an element gives its page', async () => {
    const css = `${LINK} #b { counter-reset: page 7 } #d { counter-set: page 1 } h2::after { content: " " counter(page) }`;
    const body = `${link('c')}${link('d')}<h2 id="a">A</h2><h2 id="b">B</h2><h2 id="c">C</h2><h2 id="d">D</h2>`;
    expect(await pages(body, css)).toEqual(['c p. 8d p. 1', 'A 2', 'B 7', 'C 8', 'D 1']);
  });
});
