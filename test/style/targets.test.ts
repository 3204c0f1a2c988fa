import { describe, expect, it } from 'vitest';
import type { StyledText } from '../../src/style/styled-tree.ts';
import { document, el, find, pointed, style, styleAny, text } from './support/style.ts';

const contents = (href: string) => el('a', { href }, 'see ');
const chapters = [
  el('h2', { id: 'one' }, 'One'),
  el('h3', { id: 'sub' }, 'Sub'),
  el('h2', { id: 'two' }, ' The   second '),
];
const COUNT = `body { counter-reset: c } h2 { counter-increment: c; counter-reset: s } h3 { counter-increment: s }
  h2::before { content: counter(c, upper-roman) " " } h2::after { content: "!" } `;

/** The text of a link before the chapters that its address names. */
const linked = (content: string, href: string) => {
  const css = `${COUNT} a::after { content: ${content} }`;
  return text(find(style(document(contents(href), ...chapters), css).root, 'a'));
};

describe('target-counter() and target-text()', () => {
  it.each([
    ['target-counter(attr(href), c)', '#two', 'see 2'],
    ['target-counter(attr(href url), c, lower-alpha)', '#two', 'see b'],
    ['target-counter(attr(href), s)', '#sub', 'see 1'],
    ['target-counters(attr(href), c, ".")', '#one', 'see 1'],
    ['target-counter(attr(href), none)', '#one', 'see 0'],
    ['target-counter("#two", c)', '#one', 'see 2'],
    ['target-counter(url(#two), c)', '#one', 'see 2'],
    ['target-text(attr(href))', '#two', 'see The second'],
    ['target-text(attr(href), before) target-text(attr(href), after)', '#two', 'see II !'],
    ['target-text(attr(href), first-letter)', '#two', 'see T'],
  ])('%s of %s, further on in the document', (content, href, expected) => {
    expect(linked(content, href)).toBe(expected);
  });

  it('number nested scopes from the outside in', () => {
    const li = (...children: Parameters<typeof el>[2][]) => el('li', {}, ...children);
    const list = el('ol', {}, li(''), li(el('ol', {}, li(''), el('li', { id: 'x' }))));
    const css = 'a::after { content: target-counters(attr(href), list-item, ".") }';
    expect(text(find(style(document(contents('#x'), list), css).root, 'a'))).toBe('see 2.2');
  });

  it.each([
    ['#nothing', 'reference-unknown'],
    ['https://example.org/', 'css-unsupported'],
  ])('of %s is told at the link', (href, code) => {
    const css = 'a::after { content: target-counter(attr(href), c) }';
    const { diagnostics, tree } = styleAny(document(contents(href)), css);
    expect(diagnostics.map((d) => [d.code, d.span && pointed(d)])).toEqual([[code, '<page>']]);
    expect(text(find(tree.root, 'a'))).toBe('see ');
  });

  it.each([
    'target-counter(attr(href))',
    'target-counters(attr(href), c)',
    'target-text(href)',
    'target-text(attr(href), all)',
    'leader(".")',
  ])('%s is not understood', (content) => {
    const { diagnostics } = styleAny(document(el('a')), `a::after { content: ${content} }`);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });
});

describe('the numbers of pages', () => {
  it('are references that layout fills in, between the texts around them', () => {
    const css = `a::after { content: "p. " target-counter(attr(href), page, lower-roman) "/" counter(pages) ", here " counter(page) }`;
    const tree = style(document(contents('#two'), ...chapters), css);
    const after = find(tree.root, 'a').children[1];
    const nodes = after?.type === 'element' ? (after.children as readonly StyledText[]) : [];
    expect(nodes.map((node) => node.reference ?? node.text)).toEqual([
      'p. ',
      { target: 'two', counter: 'page', counterStyle: 'lower-roman' },
      '/',
      { target: undefined, counter: 'pages', counterStyle: 'decimal' },
      ', here ',
      { target: undefined, counter: 'page', counterStyle: 'decimal' },
    ]);
    expect(tree.hasPageReferences).toBe(true);
    expect(style(document(contents('#two')), '').hasPageReferences).toBe(false);
  });

  it('have no place in a named string', () => {
    const { diagnostics } = styleAny(document(el('p')), 'p { string-set: s "p. " counter(page) }');
    expect(diagnostics.map((d) => [d.code, pointed(d)])).toEqual([
      ['css-unsupported', 's "p. " counter(page)'],
    ]);
  });
});
