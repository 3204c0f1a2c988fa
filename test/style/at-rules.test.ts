import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { parseUnicodeRange } from '../../src/style/at-rules/font-face.ts';
import { styleTree } from '../../src/style/style-tree.ts';
import { document, el, find, page, pointed, sheet, style, styleAny } from './support/style.ts';

describe('@font-face', () => {
  it('is read with ranges, weights and size', () => {
    const css = `@font-face { font-family: "Noto Sans"; src: local("x"), url("npm:@a/b/c.ttf") format("truetype");
      font-weight: 100 900; font-style: italic; unicode-range: U+4E00-9FFF, U+4??, u+26; size-adjust: 110%; font-display: swap }`;
    const { fontFaces } = style(document(), css);
    expect(fontFaces).toMatchObject([
      {
        family: 'Noto Sans',
        url: 'npm:@a/b/c.ttf',
        weight: { min: 100, max: 900 },
        style: 'italic',
        unicodeRange: [
          [0x26, 0x26],
          [0x400, 0x4ff],
          [0x4e00, 0x9fff],
        ],
        sizeAdjust: 1.1,
      },
    ]);
    expect(css.slice(fontFaces[0]!.span.start, fontFaces[0]!.span.end)).toBe('url("npm:@a/b/c.ttf")');
  });

  it('joins overlapping ranges and refuses wrong ones', () => {
    expect(parseUnicodeRange('U+0-10, U+8-20, U+21')).toEqual([[0, 0x21]]);
    for (const wrong of ['U+20-10', 'U+110000', '4E00', 'U+', 'U+1234567'])
      expect(parseUnicodeRange(wrong)).toBeUndefined();
  });

  it('without family or file is an error', () => {
    const { diagnostics } = styleAny(
      document(),
      '@font-face { font-family: X } @font-face { src: url(x.ttf) }',
    );
    expect(diagnostics.map((d) => d.message)).toEqual([
      '@font-face lacks src with a url()',
      '@font-face lacks font-family',
    ]);
  });
});

describe('@media', () => {
  it.each([
    ['print', true],
    ['all', true],
    ['screen', false],
    ['not screen', true],
    ['not print', false],
    ['only print', true],
    ['screen, print', true],
    ['print and (not (screen))', true],
    ['(not (screen))', true],
    ['print and (color)', true],
    ['PRINT', true],
  ])('%s', (query, applies) => {
    const root = style(document(el('p')), `@media ${query} { p { order: 1 } }`).root;
    expect(find(root, 'p').style.order === 1).toBe(applies);
  });

  it('that paper cannot answer is told and does not match', () => {
    const { tree, diagnostics } = styleAny(document(el('p')), '@media (min-width: 10px) { p { order: 1 } }');
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
    expect(find(tree.root, 'p').style.order).toBe(0);
  });
});

describe('@import', () => {
  const files = {
    'css/a.css': 'p { order: 1; widows: 5 }',
    'css/b.css': '@import "a.css"; p { order: 2 }',
    'loop.css': '@import "loop2.css";',
    'loop2.css': '@import "loop.css"; p { order: 3 }',
  };
  const host = createMemoryHost({ campaign: files });
  const run = (css: string, path?: string) => styleAny(document(el('p')), [sheet(css, path)], {}, host);

  it('reads sheets beside the one that names them, before its rules', () => {
    const { tree, diagnostics } = run(
      '@charset "utf-8"; @import url(css/b.css) print; @import "css/a.css" screen; p { orphans: 4 }',
    );
    expect(diagnostics).toEqual([]);
    expect(find(tree.root, 'p').style).toMatchObject({ order: 2, widows: 5, orphans: 4 });
  });

  it.each([
    ['@import "../x.css";', 'css-url'],
    ['@import "/etc/passwd";', 'css-url'],
    ['@import "https://example.org/x.css";', 'css-url'],
    ['@import "none.css";', 'css-url'],
    ['@import "loop.css";', 'css-url'],
    ['p { order: 1 } @import "css/a.css";', 'css-syntax'],
  ])('%s is an error', (css, code) => {
    const { diagnostics } = run(css);
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([[code, 'error']]);
  });
});

describe('CSS that does not parse', () => {
  it.each([
    ['p { color red; order: 1 }', 'color red'],
    ['p { order: 1; nonsense }', 'nonsense'],
  ])('%s is an error at its place; the rest stands', (css, place) => {
    const { tree, diagnostics } = styleAny(document(el('p')), css);
    expect(diagnostics.map((d) => [d.code, pointed(d)?.trim()])).toEqual([['css-syntax', place]]);
    expect(find(tree.root, 'p').style.order).toBe(1);
  });

  it.each([
    '@supports (display: grid) { p { order: 1 } }',
    '@layer a { p { order: 1 } }',
    '@keyframes x {}',
  ])('%s is a warning', (css) => {
    const { diagnostics } = styleAny(document(el('p')), css);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });

  it.each([
    'p {',
    '}',
    '{}',
    '@page',
    '@media {',
    'p { color: rgb( }',
    '<!-- -->',
    '\u0000',
    '@import',
    'p{--x:}',
    '"',
    '/*',
    '('.repeat(5000),
    `p{width:calc(${'('.repeat(3000)}`,
  ])('never throws: %s', (css) => {
    expect(() => styleAny(document(el('p')), css)).not.toThrow();
  });

  it('in a style attribute is told in the element', () => {
    const text = '<p style="colour: red; order: 3">';
    const source = { ...page, text };
    const p = {
      ...el('p', { style: 'colour: red; order: 3' }),
      span: { source, start: 0, end: text.length },
    };
    const { tree, diagnostics } = styleAny(document(p), '');
    expect(diagnostics.map((d) => [d.code, pointed(d)])).toEqual([['css-unsupported', 'colour']]);
    expect(find(tree.root, 'p').style.order).toBe(3);
  });
});

describe('the tool’s own sheets', () => {
  it.each(['leaflet', 'resolution'])('base.css and %s have nothing unsupported in any language', (kind) => {
    const read = (path: string) => ({
      name: path,
      root: 'tool' as const,
      path,
      text: readFileSync(path, 'utf8'),
    });
    const sheets = [read('templates/base.css'), read(`templates/${kind}/style.css`)];
    const cache = new Map();
    for (const lang of [
      'en',
      'zh-Hant-HK',
      'zh-Hans',
      'ja',
      'ko',
      'ar',
      'fa',
      'he',
      'hi',
      'th',
      'bn',
      'ta',
    ]) {
      const root = el('html', { lang }, el('body', {}, el('h1', {}, 'x'), el('p', {}, el('em', {}, 'y'))));
      const options = { source: page, variables: {}, cache };
      const { diagnostics } = styleTree(createMemoryHost({ campaign: {} }), root, sheets, options);
      expect(diagnostics).toEqual([]);
    }
    expect(cache.size).toBe(1);
  });
});

it('tells of characters that must not stand in a sheet', () => {
  const { diagnostics } = styleAny(el('html'), '/* \u202e */ p { color: red }');
  expect(diagnostics.map(({ code, span }) => `${code} ${span?.start}`)).toEqual(['character-forbidden 3']);
});

it('refuses a sheet that is too long', () => {
  const { diagnostics } = styleAny(el('html'), `/*${' '.repeat(256 * 1024)}*/`);
  expect(diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
});
