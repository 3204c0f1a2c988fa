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

  it('is read with what chooses and fits an instance', () => {
    const css = `@font-face { font-family: A; src: url("a.ttc#B-Regular"); font-stretch: 75% condensed; ascent-override: 90%;
      descent-override: 20.5%; line-gap-override: normal; font-variation-settings: "wght" 650, "opsz" 12 }`;
    expect(style(document(), css).fontFaces).toMatchObject([
      {
        url: 'a.ttc#B-Regular',
        stretch: { min: 75, max: 75 },
        ascentOverride: 0.9,
        descentOverride: 0.205,
        lineGapOverride: undefined,
        variationSettings: { opsz: 12, wght: 650 },
      },
    ]);
    const wrong = ['ascent-override: -1%', 'font-stretch: 50% 75% 100%', 'font-variation-settings: wght 1'];
    for (const descriptor of wrong) {
      const { diagnostics } = styleAny(
        document(),
        `@font-face { font-family: A; src: url(a.ttf); ${descriptor} }`,
      );
      expect(
        diagnostics.map((d) => d.code),
        descriptor,
      ).toEqual(['css-unsupported']);
    }
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
    // A page of 100 by 50 mm with margins.
    ['(width: 100mm)', true],
    ['(min-width: 100mm)', true],
    ['(min-width: 101mm)', false],
    ['(max-height: 50mm) and (width > 99mm)', true],
    ['(99mm < width <= 100mm)', true],
    ['(100mm < width)', false],
    ['(100mm >= width)', true],
    ['(width = 100mm)', true],
    ['(orientation: landscape)', true],
    ['(orientation: portrait)', false],
    ['(min-aspect-ratio: 2/1)', true],
    ['(aspect-ratio > 2)', false],
    ['(min-resolution: 600dpi)', true],
    ['(max-resolution: 600dpi)', false],
    ['(min-color: 8) and (monochrome: 0)', true],
    ['(hover)', false],
    ['(pointer: none)', true],
    ['(prefers-color-scheme: dark)', false],
    ['(overflow-block: paged)', true],
    ['(not (hover)) or (width > 1m)', true],
  ])('%s', (query, applies) => {
    const page = '@page { size: 100mm 50mm; margin: 10mm }';
    const root = style(document(el('p')), `@media ${query} { p { order: 1 } } ${page}`).root;
    expect(find(root, 'p').style.order === 1).toBe(applies);
  });

  it('that paper cannot answer is told and does not match', () => {
    const { tree, diagnostics } = styleAny(
      document(el('p')),
      '@media (device-posture: flat) { p { order: 1 } }',
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
    expect(find(tree.root, 'p').style.order).toBe(0);
  });

  it.each([
    'print and',
    '(width >= 1em) and (color) or (hover)',
    '(width >= red)',
    '(1px < width < )',
    '(width)) ',
  ])('%s is not understood', (query) => {
    const { diagnostics } = styleAny(document(el('p')), `@media ${query} { p { order: 1 } }`);
    expect(diagnostics.map((d) => d.code)).toContain('css-unsupported');
  });

  it.each([
    ['(-paper: letter)', true],
    ['(-paper: a4)', false],
    ['(-text: large) and (-paper: letter)', true],
    ['not (-text: normal)', true],
  ])('%s asks what the document is made for', (query, applies) => {
    const css = sheet(`@media ${query} { p { order: 1 } }`);
    const options = { source: page, variables: {}, madeFor: { paper: 'letter', text: 'large' } } as const;
    const { value, diagnostics } = styleTree(
      createMemoryHost({ campaign: {} }),
      document(el('p')),
      [css],
      options,
    );
    expect(diagnostics).toEqual([]);
    expect(find(value.root, 'p').style.order === 1).toBe(applies);
  });

  it('may choose the page, which queries of its size then see', () => {
    const css = '@media print { @page { size: 50mm } } @media (width: 50mm) { p { order: 1 } }';
    expect(find(style(document(el('p')), css).root, 'p').style.order).toBe(1);
  });
});

describe('@supports', () => {
  it.each([
    ['(display: flex)', true],
    ['(display: grid)', false],
    ['(display: flex) and (color: oklch(0.5 0.1 20))', true],
    ['(display: grid) or (order: 1)', true],
    ['not (display: grid)', true],
    ['(not (display: flex)) or (colour: red)', false],
    ['(--custom: anything)', true],
    ['selector(:has(> p))', true],
    ['selector(:hovering)', false],
    ['font-tech(color-svg)', false],
  ])('%s', (condition, applies) => {
    const root = style(document(el('p')), `@supports ${condition} { p { widows: 7 } }`).root;
    expect(find(root, 'p').style.widows === 7).toBe(applies);
  });

  it('that does not parse is an error', () => {
    const { diagnostics } = styleAny(document(el('p')), '@supports display: flex { p { order: 1 } }');
    expect(diagnostics.map((d) => [d.code, pointed(d)])).toEqual([['css-syntax', 'display: flex']]);
  });
});

describe('@layer', () => {
  it.each([
    ['what is in no layer wins', '@layer a { #x { order: 2 } } p { order: 1 }', 1],
    ['the later layer wins over specificity', '@layer a { #x { order: 2 } } @layer b { p { order: 1 } }', 1],
    ['a list settles the order', '@layer b, a; @layer a { p { order: 2 } } @layer b { #x { order: 1 } }', 2],
    ['importance turns it round', '@layer a { p { order: 2 !important } } #x { order: 1 !important }', 2],
    ['a layer wins over those in it', '@layer a { p { order: 2 } @layer b { #x { order: 1 } } }', 2],
    ['dots name those in it', '@layer a.b { #x { order: 1 } } @layer a { p { order: 2 } }', 2],
    [
      'names are met again',
      '@layer a { p { order: 1 } } @layer b { p { order: 2 } } @layer a { p { order: 3 } }',
      2,
    ],
    ['those without a name are each their own', '@layer { #x { order: 1 } } @layer { p { order: 2 } }', 2],
    ['rules may hold them', 'p { order: 3; @layer a { & { order: 4; widows: 8 } } }', 3],
  ])('%s', (_, css, order) => {
    expect(find(style(document(el('p', { id: 'x' })), css).root, 'p').style.order).toBe(order);
  });

  it('leaves inline styles and presentational attributes where they are', () => {
    const css = '@layer a { p { order: 1 !important; widows: 8 } } p { order: 2 }';
    const p = find(style(document(el('p', { style: 'order: 3; widows: 9' })), css).root, 'p');
    expect(p.style).toMatchObject({ order: 1, widows: 9 });
  });

  it.each(['@layer a, b { p { order: 1 } }', '@layer;', '@layer a..b;'])('%s is an error', (css) => {
    const { diagnostics } = styleAny(document(el('p')), css);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-syntax']);
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
    ['@import "css/a.css" layer(a); p { order: 7 }', 7],
    ['@layer b, a; @import "css/a.css" layer(b); @layer a { p { order: 7 } }', 7],
    ['@import "css/a.css" layer;', 1],
    ['@import "css/a.css" supports(display: grid);', 0],
    ['@import "css/a.css" layer(a) supports((order: 1) and (not (display: grid))) print;', 1],
    ['@import "css/a.css" layer(a) screen;', 0],
  ])('%s', (css, order) => {
    const { tree, diagnostics } = run(css);
    expect(diagnostics).toEqual([]);
    expect(find(tree.root, 'p').style.order).toBe(order);
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

  it.each(['@container (width > 1px) { p { order: 1 } }', '@keyframes x {}'])('%s is a warning', (css) => {
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
