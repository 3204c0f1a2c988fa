import { describe, expect, test } from 'vitest';
import { fill, findings, html, read, withFront } from './fixtures.ts';

describe('bodies', () => {
  test.each([
    ['a <b>bold</b>', ['markdown-html 1:3', 'markdown-html 1:10']],
    ['<div>\nx\n</div>', ['markdown-html 1:1']],
    ['<!-- c --> lost', ['markdown-html 1:12']],
    ['<!-- never closed', ['markdown-html 1:1']],
    ['<?php x ?>', ['markdown-html 1:1']],
    ['# H1', ['markdown-heading 1:1']],
    ['Title\n=====', ['markdown-heading 1:1']],
    ['## a\n\n#### b', ['markdown-heading 3:1']],
    ['### a', ['markdown-heading 1:1']],
    ['[x](javascript:alert(1))', ['link-unsafe 1:5']],
    ['[x](JaVaScRiPt:alert)', ['link-unsafe 1:5']],
    ['[x](file:///etc/passwd)', ['link-unsafe 1:5']],
    ['[x](ms-msdt:/id)', ['link-unsafe 1:5']],
    ['[x](//example.org)', ['link-unsafe 1:5']],
    ['[x](other.md)', ['link-unsafe 1:5']],
    ['[x]()', ['link-unsafe 1:1']],
    ['[x](http:)', ['link-unsafe 1:5']],
    ['[x](#nowhere)', ['reference-unknown 1:5']],
    ['a[^1]', ['reference-unknown 1:2']],
    ['[a][b]', ['reference-unknown 1:3']],
    ['a\n\n[^1]: lost', ['reference-unknown 3:1']],
    ['a[^1]\n\n[^1]: b\n[^1]: lost', ['reference-unknown 4:1']],
    ['![x](my photo.png)', ['markdown-link 1:5']],
    ['a [**x**](a b) c', ['markdown-link 1:10']],
    ['[x](https://example.org', ['markdown-link 1:4']],
    ['[x]\\(a b) [x] (a b)', []],
    ['a **b **c **d', ['markdown-marks 1:3']],
    ['中**「要」**文', ['markdown-marks 1:2']],
    ['中「**要**」文 \\*\\*', []],
    ['~~a~~', ['markdown-marks 1:1']],
    ['a\n##b', ['markdown-marks 2:1']],
    ['#FreeThem \\##a # b ##', []],
    ['| a | b |\n| c | d |', ['markdown-marks 1:1']],
    ['`**` a | b __________', []],
    ['|a|\n|-|\n|b|lost|', ['markdown-table 3:1']],
    ['a\u202eb', ['character-forbidden 1:2']],
    ['a\u0000b', ['character-forbidden 1:2']],
    ['a&#x202e;b', ['character-forbidden 1:2']],
    ['a&#7; &#xfffe;&#xfffd;', ['character-forbidden 1:2', 'character-forbidden 1:7']],
    ['> a\n> b&#x2067;c', ['character-forbidden 2:4']],
    ['a&#x2067;b', ['character-forbidden 1:2']],
    ['[a](https://example.org "x&#x202e;")', ['character-forbidden 1:1']],
    ['a&#x200b;b', ['character-invisible 1:2']],
    ['a &#x2067;b&#x2069; &amp;', []],
    ['![](x.png)', ['alt-missing 1:1', 'file-missing 1:5']],
    ['![x](../../../etc/x.png)', ['path-unsafe 1:6']],
    ['![x](/etc/x.png)', ['path-unsafe 1:6']],
    ['![x](https://example.org/x.png)', ['path-unsafe 1:6']],
  ])('%j gives %j', (body, expected) => {
    expect(findings(body)).toEqual(expected);
  });

  test.each([
    '[x](https://example.org/?a=1#b)',
    '[x](http://example.org)',
    '[x](tel:+441)',
    '<a@example.org>',
  ])('take the link %s', (body) => {
    expect(findings(body)).toEqual([]);
  });

  test('name the Markdown to use instead of HTML', () => {
    const hint = (body: string) => read(withFront(body)).diagnostics[0]?.hint;
    expect(hint('a <b>x</b>')).toBe('Write **strong**');
    expect(hint('a<br>b')).toBe('End the line with a backslash');
  });

  test('report everything at once', () => {
    const { diagnostics } = read('---\ntitel: x\n---\n# H\n\n{{typo}} <i>x</i>\n\n:::x\n:::\n');
    const codes = new Set(diagnostics.map(({ code }) => code));
    expect(codes).toEqual(
      new Set([
        'key-unknown',
        'key-missing',
        'markdown-heading',
        'variable-unknown',
        'markdown-html',
        'directive-unknown',
      ]),
    );
  });

  test.each([
    ['block quotes', '>'.repeat(10_000)],
    ['block quotes on lines', Array.from({ length: 500 }, (_, i) => `${'> '.repeat(i)}a`).join('\n')],
    ['lists', '- '.repeat(5000)],
    ['numbered lists', `${'1. '.repeat(5000)}a`],
    ['lists by indent', Array.from({ length: 600 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['directives', ':::callout\n'.repeat(5000)],
    ['brackets', '['.repeat(50_000)],
    ['closed brackets', `${'['.repeat(20_000)}a${']'.repeat(20_000)}`],
    ['images', '![a]('.repeat(10_000)],
    ['emphasis', '*a **a '.repeat(10_000)],
    ['backticks', Array.from({ length: 400 }, (_, i) => `${'`'.repeat(i)} a `).join('')],
    ['tags', '<a '.repeat(20_000)],
    ['references', '&'.repeat(50_000)],
    ['label starts', ':qr['.repeat(10_000)],
    ['attributes', ':qr[a]{'.repeat(10_000)],
    ['braces', ':qr{'.repeat(50_000)],
    ['quotes', `:qr{${'"'.repeat(50_000)}`],
    ['table pipes', `${'|a'.repeat(4000)}\n${'|-'.repeat(4000)}\n`],
    ['link definitions', '[a]: u\n'.repeat(2000)],
    ['references to pictures', `${'![a]\n\n'.repeat(3000)}[a]: x.png`],
    ['a whole megabyte', 'a '.repeat(500_000)],
  ])('end quickly on hostile %s', (_, body) => {
    const before = performance.now();
    read(withFront(body));
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('refuse more than 1,000 footnotes', () => {
    const notes = (count: number) =>
      Array.from({ length: count }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n`).join('\n');
    expect(findings(notes(1000))).toEqual([]);
    expect(findings(notes(1001))).toEqual(['markdown-nesting 4003:1']);
  });

  test('refuse 10,000 nested block quotes in less than a second', () => {
    const before = performance.now();
    expect(findings('>'.repeat(10_000))).toEqual(['markdown-nesting 1:1']);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test('keep a word of 50,000 letters', () => {
    const word = 'a'.repeat(50_000);
    expect(html(fill(word).body)).toBe(`<p>${word}</p>`);
  });
});
