import { describe, expect, it } from 'vitest';
import { outcomeOf } from './support/filled.ts';

const page = '@page { size: 200pt 200pt; margin: 10pt } p { margin: 0 }';

const messages = async (html: string, css: string): Promise<string[]> =>
  (await outcomeOf(html, page + css)).diagnostics.map(({ code, message }) => `${code}: ${message}`);

/** A page has these findings, or none. */
const finds = async (html: string, css: string, ...expected: string[]): Promise<void> =>
  expect(await messages(html, css)).toEqual(expected.map((message) => `box-overflow: ${message}`));

describe('boxes that do not fit', () => {
  it('are told of where they are wider than what holds them, once a rule', async () => {
    const css = '.b { width: 150pt; padding: 5pt } .h { width: 100pt }';
    const html = '<div class="h"><div class="b">a</div><div class="b">b</div></div>';
    await finds(html, css, 'a box is 60 pt wider than what holds it');
  });

  it('are told of where they are wider than the page', async () => {
    await finds('<div class="b">a</div>', '.b { width: 190pt }', 'a box is 10 pt wider than what holds it');
    await finds('<div class="b">a</div>', '.b { width: 180pt }');
  });

  it('are told of where their content is higher than they are', async () => {
    const message = 'content stands 16 pt below the end of its box';
    await finds('<div class="b"><p>a</p><p>b</p><p>c</p></div>', '.b { height: 20pt }', message);
    await finds('<div class="b">a<br>b<br>c</div>', '.b { height: 20pt; border: 1pt solid }', message);
    await finds('<div class="b">a<br>b<br>c</div>', '.b { min-height: 20pt }');
  });

  it('are told of where a word is too long', async () => {
    const word = 'a'.repeat(20);
    await finds(
      `<div><p>${word}</p></div>`,
      'div { width: 60pt }',
      'a line is 52.2 pt wider than the box that holds it',
    );
    await finds(`<p>${word}</p>`, 'p { overflow-wrap: anywhere }');
  });

  it('are told of in vertical lines too, by the sides of the page', async () => {
    const css = '.v { writing-mode: vertical-rl; width: 30pt; height: 40pt } p { line-height: 12pt }';
    await finds(
      '<div class="v"><p>a</p><p>b</p><p>c</p></div>',
      css,
      'content stands 6 pt beyond the end of its box',
    );
    await finds(
      '<div class="v"><p>aaaaaaaaaaaa</p></div>',
      css,
      'a line is 27.3 pt higher than the box that holds it',
    );
  });

  it('are left to where text is lost in a box that cuts them off', async () => {
    await finds(
      '<div class="b"><p>a</p><div></div></div>',
      '.b { height: 20pt; overflow: hidden } .b div { height: 20pt }',
    );
  });

  it('are meant so by negative margins, positions and indents', async () => {
    await finds('<div class="b">a</div>', '.b { margin: 0 -10pt }');
    await finds('<div class="b">a</div>', '.b { width: 190pt; margin-left: -10pt }');
    await finds(
      '<div class="b">a</div>',
      '.b { position: absolute; left: -10pt; width: 220pt; height: 15pt }',
    );
    await finds('<p>a<span class="b">b</span></p>', '.b { position: relative; left: -12pt }');
    await finds('<ul><li>a</li></ul>', 'li { text-indent: -10pt }');
  });
});
