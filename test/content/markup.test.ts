import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, html, textNodes, textOf } from './fixtures.ts';

const htmlOf = (body: string) => html(fill(body).body);

describe('markup', () => {
  test.each([
    ['## A\n\n### B', '<h2>A</h2><h3>B</h3>'],
    ['a **b** *c* `d`', '<p>a <strong>b</strong> <em>c</em> <code>d</code></p>'],
    ['a\\\nb', '<p>a<br>b</p>'],
    ['> q', '<blockquote><p>q</p></blockquote>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    ['[a](https://example.org)', '<p><a href="https://example.org">a</a></p>'],
    ['[a][r]\n\n[r]: tel:+44', '<p><a href="tel:+44">a</a></p>'],
    ['<https://example.org>', '<p><a href="https://example.org">https://example.org</a></p>'],
    [
      '|a|b|\n|:-|-:|\n|c|',
      '<table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead>' +
        '<tbody><tr><td align="left">c</td><td align="right"></td></tr></tbody></table>',
    ],
    [
      'a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X',
      '<p>a<span class="footnote" id="fn-1">X</span> b<span class="footnote" id="fn-2">Y</span>' +
        ' c<sup class="footnote-reference"><a href="#fn-1"></a></sup></p>',
    ],
    [
      'a[^x]\n\n[^x]: X\n\n    - Y\n\n    Z',
      '<p>a<span class="footnote" id="fn-1">X<ul><li>Y</li></ul><p>Z</p></span></p>',
    ],
    [
      'a[^x] b\n\n[^x]: X[^y]\n[^y]: Y[^z][^x]\n[^z]: Z',
      '<p>a<span class="footnote" id="fn-1">X<sup class="footnote-reference"><a href="#fn-2"></a></sup></span>' +
        '<span class="footnote indirect" id="fn-2">Y<sup class="footnote-reference"><a href="#fn-3"></a></sup>' +
        '<sup class="footnote-reference"><a href="#fn-1"></a></sup></span>' +
        '<span class="footnote indirect" id="fn-3">Z</span> b</p>',
    ],
    [
      ':field[*Branch[^x]*]{name="b"}\n\n[^x]: X',
      '<p><input name="b" aria-label="Branch"><span class="footnote" id="fn-1">X</span></p>',
    ],
    ['a <!-- hidden --> b', '<p>a  b</p>'],
    ['<!-- hidden -->\n\na', '<p>a</p>'],
  ])('of %j', (body, expected) => {
    expect(htmlOf(body)).toBe(expected);
  });

  test('keeps the place of every text', () => {
    const body = '> a\\* b &amp; c\n> next *line*\n>   third\n\n- item\n  more &#x4e2d; end';
    for (const { text, source } of textNodes(fill(body).body)) {
      if (text !== source)
        expect([text, source]).toEqual(expect.arrayContaining([expect.stringMatching(/^[*&中]$/)]));
    }
    expect(textOf(fill(body).body)).toBe('a* b & c\nnext line\nthirditem\nmore 中 end');
  });

  test('plain text comes out as it went in', () => {
    const plain = fc.stringMatching(/^[\p{L}\p{N} ,.;?!'’“”「」。，、؟-]{1,80}$/u).map((text) => `x${text}x`);
    fc.assert(
      fc.property(plain, (text) => {
        const [paragraph] = fill(text).body;
        expect(textOf(paragraph ? [paragraph] : [])).toBe(text);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('a token in any block survives, in order', () => {
    const blocks: readonly ((token: string) => string)[] = [
      (token) => token,
      (token) => `## ${token}`,
      (token) => `> ${token}`,
      (token) => `- **${token}**`,
      (token) => `1. a\n   - ${token}`,
      (token) => `\`\`\`\n${token}\n\`\`\``,
      (token) => `|a|\n|-|\n|${token}|`,
      (token) => `:::callout\n${token}\n:::`,
      (token) => `:lang[${token}]{lang="ar"}`,
      (token) => `*${token}*\\\nnext`,
      (token) => `[${token}](https://example.org)`,
      (token) => `a[^${token}]\n\n[^${token}]: ${token}`,
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(blocks.length - 1), { minLength: 1, maxLength: 12 }), (chosen) => {
        const tokens = chosen.map((_, index) => `tok${index}en`);
        const body = chosen.map((block, index) => blocks[block]!(tokens[index]!)).join('\n\n<!-- -->\n\n');
        expect(textOf(fill(body).body).match(/tok\d+en/g)).toEqual(tokens);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
