import { describe, expect, it } from 'vitest';
import type { MarkupNode } from '../../src/content/markup.ts';
import { createCounterStyles } from '../../src/style/counter-styles/counter-styles.ts';
import { formatCounter, markerText } from '../../src/style/counter-styles/format-counter.ts';
import { PREDEFINED_COUNTER_STYLES } from '../../src/style/counter-styles/predefined.ts';
import { document, el, find, style, text } from './support/style.ts';

const body = (css: string, ...children: readonly (MarkupNode | string)[]) =>
  text(find(style(document(...children), css).root, 'body'));
const styles = createCounterStyles();
const items = (...names: readonly string[]) => names.map((name) => el('li', {}, name));

describe('markers', () => {
  it.each([
    ['ol', {}, '[1. ]a[2. ]b[3. ]c'],
    ['ol', { start: '4' }, '[4. ]a[5. ]b[6. ]c'],
    ['ol', { start: '-1' }, '[-1. ]a[0. ]b[1. ]c'],
    ['ol', { reversed: '' }, '[3. ]a[2. ]b[1. ]c'],
    ['ol', { reversed: '', start: '10' }, '[10. ]a[9. ]b[8. ]c'],
    ['ol', { type: 'A' }, '[A. ]a[B. ]b[C. ]c'],
    ['ol', { type: 'i' }, '[i. ]a[ii. ]b[iii. ]c'],
    ['ul', {}, '[• ]a[• ]b[• ]c'],
    ['ul', { type: 'square' }, '[▪ ]a[▪ ]b[▪ ]c'],
  ])('of %s %o', (tag, attributes, expected) => {
    expect(body('', el(tag, attributes, ...items('a', 'b', 'c')))).toBe(expected);
  });

  it('follow value, and go on from it', () => {
    expect(body('', el('ol', {}, el('li', {}, 'a'), el('li', { value: '7' }, 'b'), el('li', {}, 'c')))).toBe(
      '[1. ]a[7. ]b[8. ]c',
    );
  });

  it('count nested lists each for itself', () => {
    const nested = el(
      'ol',
      {},
      el('li', {}, 'a', el('ol', {}, ...items('x', 'y'))),
      el('li', {}, 'b', el('ul', {}, ...items('z'))),
    );
    expect(body('', nested)).toBe('[1. ]a[1. ]x[2. ]y[2. ]b[◦ ]z');
  });

  it('take their text and looks from ::marker', () => {
    const css =
      'li::marker { content: counter(list-item, upper-roman) ") "; color: #f00; font-weight: 700; font-size: 14pt }';
    const li = find(style(document(el('ol', {}, ...items('a'))), css).root, 'li');
    expect(text(li)).toBe('[I) ]a');
    expect([li.marker?.style.color.r, li.marker?.style.fontWeight, li.style.fontWeight]).toEqual([
      1, 700, 400,
    ]);
    expect(li.marker?.pseudo).toBe('marker');
  });

  it.each([
    ['list-style: none', 'a'],
    ['list-style-type: "– "', '[– ]a'],
    ['list-style-type: trad-chinese-informal', '[一、]a'],
    ['list-style-type: arabic-indic', '[١. ]a'],
  ])('%s', (css, expected) => {
    expect(body(`ol { ${css} }`, el('ol', {}, ...items('a')))).toBe(expected);
  });

  it('are none for ::marker { content: none }', () => {
    expect(body('li::marker { content: none }', el('ol', {}, ...items('a')))).toBe('a');
  });
});

describe('content', () => {
  it('puts text, attributes and counters before and after', () => {
    const css = `p { counter-increment: n } p::before { content: "(" counter(n, lower-alpha) ") " } p::after { content: " " attr(title) attr(none, "!") }`;
    expect(body(css, el('p', { title: 'T' }, 'x'), el('p', {}, 'y'))).toBe('(a) x T!(b) y !');
  });

  it('makes elements that carry their name, and nothing for none and normal', () => {
    const css = 'p::before { content: "x" } em::before { content: none } b::before { color: red }';
    const root = style(document(el('p'), el('em', {}, 'e'), el('b', {}, 'b')), css).root;
    const before = find(root, 'p').children[0];
    expect(before).toMatchObject({ pseudo: 'before', attributes: {} });
    expect([find(root, 'em').children.length, find(root, 'b').children.length]).toEqual([1, 1]);
  });

  it('numbers sections with counters()', () => {
    const section = (...inner: readonly MarkupNode[]) => el('section', {}, el('h2', {}, 't'), ...inner);
    const css = `body { counter-reset: s } section { counter-increment: s; } section > section:first-of-type { counter-reset: s; counter-increment: s }
      h2::before { content: counters(s, ".") " " }`;
    expect(body(css, section(section(), section()), section())).toBe('1 t1.1 t1.2 t2 t');
  });

  it('opens and closes quotation marks of the language, the inner ones differing', () => {
    const quote = (lang: string) => body('', el('p', { lang }, el('q', {}, 'a', el('q', {}, 'b'))));
    expect(quote('en')).toBe('“a‘b’”');
    expect(quote('zh-Hant-HK')).toBe('「a『b』」');
    expect(quote('zh-Hans')).toBe('“a‘b’”');
    expect(quote('de')).toBe('„a‚b‘“');
    expect(body('q { quotes: "<" ">" }', el('q', {}, el('q', {}, 'x')))).toBe('<<x>>');
    expect(body('q { quotes: none }', el('q', {}, 'x'))).toBe('x');
  });

  it('sets named strings as text', () => {
    const css = 'h1 { string-set: title content(), mark "§" attr(id) }';
    const root = style(document(el('h1', { id: 'a' }, ' Free \n ', el('em', {}, 'them')), el('p')), css).root;
    expect(find(root, 'h1').style.stringSet).toEqual({ title: 'Free them', mark: '§a' });
    expect(find(root, 'p').style.stringSet).toEqual({});
  });
});

describe('what is not shown', () => {
  it('is gone, and its counters do not count', () => {
    const css = 'li.x { display: none }';
    const list = el('ol', {}, el('li', {}, 'a'), el('li', { class: 'x' }, 'b'), el('li', {}, 'c'));
    expect(body(css, list, el('p', { hidden: '' }, 'h'), el('style', {}, 's'))).toBe('[1. ]a[2. ]c');
  });

  it('is the head, whose title is kept', () => {
    const root = el('html', { lang: 'ar' }, el('head', {}, el('title', {}, ' A\n B ')), el('body'));
    const tree = style(root, '');
    expect([tree.title, tree.language, tree.root.children.length]).toEqual(['A B', 'ar', 1]);
  });
});

describe('counter styles', () => {
  it.each([
    ['decimal', -3, '-3'],
    ['decimal-leading-zero', 7, '07'],
    ['decimal-leading-zero', -7, '-7'],
    ['lower-roman', 1994, 'mcmxciv'],
    ['upper-roman', 4000, '4000'],
    ['upper-roman', 0, '0'],
    ['lower-alpha', 26, 'z'],
    ['lower-alpha', 27, 'aa'],
    ['upper-latin', 703, 'AAA'],
    ['lower-greek', 3, 'γ'],
    ['arabic-indic', 2047, '٢٠٤٧'],
    ['persian', 4, '۴'],
    ['devanagari', 12, '१२'],
    ['bengali', 3, '৩'],
    ['thai', 10, '๑๐'],
    ['hebrew', 15, 'טו'],
    ['hebrew', 16, 'טז'],
    ['hebrew', 5783, 'ה׳תשפג'],
    ['cjk-decimal', 105, '一〇五'],
    ['cjk-ideographic', 10, '十'],
    ['trad-chinese-informal', 0, '零'],
    ['trad-chinese-informal', 12, '十二'],
    ['trad-chinese-informal', 20, '二十'],
    ['trad-chinese-informal', 105, '一百零五'],
    ['trad-chinese-informal', 110, '一百一十'],
    ['trad-chinese-informal', 1010, '一千零一十'],
    ['trad-chinese-informal', 2005, '二千零五'],
    ['trad-chinese-informal', 10005, '一萬零五'],
    ['trad-chinese-informal', -1, '負一'],
    ['simp-chinese-formal', 111, '壹佰壹拾壹'],
    ['trad-chinese-formal', 23, '貳拾參'],
    ['japanese-informal', 1111, '千百十一'],
    ['japanese-informal', 0, '〇'],
    ['korean-hangul-formal', 12, '일십이'],
    ['korean-hangul-formal', -2, '마이너스 이'],
    ['hiragana', 2, 'い'],
    ['disc', 9, '•'],
    ['none', 9, ''],
    ['"–"', 9, '–'],
    ['no-such-style', 9, '9'],
  ])('%s writes %i as %s', (name, value, expected) => {
    expect(formatCounter(value, name, styles)).toBe(expected);
  });

  it('write different numbers differently, up to 3999', () => {
    const bullets = ['disc', 'circle', 'square', 'disclosure-open', 'disclosure-closed'];
    for (const name of PREDEFINED_COUNTER_STYLES.filter((n) => !bullets.includes(n))) {
      const written = new Set(Array.from({ length: 3999 }, (_, i) => formatCounter(i + 1, name, styles)));
      expect(written.size, name).toBe(3999);
    }
  });

  it('end as their script does', () => {
    expect(
      ['decimal', 'disc', 'cjk-ideographic', 'korean-hangul-formal', 'none', '"x"'].map((name) =>
        markerText(1, name, styles),
      ),
    ).toEqual(['1. ', '• ', '一、', '일, ', '', 'x']);
  });
});
