import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesLanguageRange } from '../../src/style/selectors/language-range.ts';
import { isNth, parseNth } from '../../src/style/selectors/nth.ts';
import { all, document, el, pointed, style, styleAny } from './support/style.ts';

const tree = () =>
  document(
    el('h1', { id: 'a', class: 'big red' }, 'A'),
    el('p', { id: 'b', title: 'One Two', lang: 'zh-Hant-HK' }, el('em', { id: 'c' }, 'x')),
    el(
      'p',
      { id: 'd', class: 'red', 'data-x': 'ab-cd' },
      el('a', { id: 'e', href: '#' }, 'y'),
      el('em', { id: 'f' }),
    ),
    el(
      'ul',
      { id: 'g', dir: 'rtl' },
      el('li', { id: 'h' }),
      el('li', { id: 'i', class: 'x' }),
      el('li', { id: 'j' }),
    ),
    el('div', { id: 'k', dir: 'auto' }, '123 שלום'),
  );

/** The ids that a selector finds. */
function ids(selector: string): string {
  const found = all(style(tree(), `${selector} { order: 7 }`).root).filter((e) => e.style.order === 7);
  return found.map((e) => e.attributes.id ?? e.tag).join(' ');
}

describe('selectors find', () => {
  it.each([
    ['p', 'b d'],
    ['P', 'b d'],
    ['.red', 'a d'],
    ['.big.red', 'a'],
    ['#b', 'b'],
    ['p#b', 'b'],
    ['h1, em', 'a c f'],
    ['body > p', 'b d'],
    ['html em', 'c f'],
    ['html > em', ''],
    ['h1 + p', 'b'],
    ['h1 ~ p', 'b d'],
    ['h1 ~ p em', 'c f'],
    ['a+em', 'f'],
    ['[title]', 'b'],
    ['[title="One Two"]', 'b'],
    ['[title="one two" i]', 'b'],
    ['[title="one two" s]', ''],
    ['[title~=Two]', 'b'],
    ['[title^="One"]', 'b'],
    ['[title$="Two"]', 'b'],
    ['[title*="e T"]', 'b'],
    ['[title*=""]', ''],
    ['[data-x|=ab]', 'd'],
    ['[constructor]', ''],
    [':root', 'html'],
    ['li:first-child', 'h'],
    ['li:last-child', 'j'],
    ['p:first-of-type', 'b'],
    ['p:last-of-type', 'd'],
    ['em:only-child', 'c'],
    ['em:only-of-type', 'c f'],
    ['li:nth-child(odd)', 'h j'],
    ['li:nth-child(-n + 2)', 'h i'],
    ['li:nth-last-child(1)', 'j'],
    ['li:nth-child(1 of .x)', 'i'],
    ['p:nth-of-type(2)', 'd'],
    ['em:empty', 'f'],
    [':is(h1, ul) , a', 'a e g'],
    ['p:not(.red)', 'b'],
    ['li:not(.x, :last-child)', 'h'],
    [':where(p, h1).red', 'a d'],
    ['p:has(a)', 'd'],
    ['p:has(> em:empty)', 'd'],
    ['h1:has(+ p)', 'a'],
    ['p:has(~ p)', 'b'],
    [':is()', ''],
    ['em:lang(zh)', 'c'],
    ['em:lang(zh-HK)', 'c'],
    ['em:lang("*-Hant")', 'c'],
    ['em:lang(*-Hant)', 'c'],
    ['em:lang(ja, en)', 'f'],
    ['li:dir(rtl)', 'h i j'],
    ['div:dir(rtl)', 'k'],
    ['a:link', 'e'],
    ['a:hover', ''],
    ['\\70', 'b d'],
  ])('%s', (selector, expected) => {
    expect(ids(selector)).toBe(expected);
  });

  it('nested rules by &', () => {
    expect(ids('p { &.red { order: 7 } } none')).toBe('d');
    expect(ids('p { & em { order: 7 } } none')).toBe('c f');
    expect(ids('p { & :is(a, em:empty) { order: 7 } } none')).toBe('e f');
    expect(ids('p { & > a { order: 7 } } none')).toBe('e');
    expect(ids('p { @media print { order: 7 } } none')).toBe('b d');
  });
});

describe('An+B', () => {
  it('is the set that counting gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (step, offset) => {
        const counted = new Set(Array.from({ length: 60 }, (_, n) => step * n + offset));
        for (let place = 1; place <= 40; place++) {
          expect(isNth(place, step, offset)).toBe(counted.has(place));
        }
      }),
    );
  });

  it('is read as it is written', () => {
    const sign = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value)}`;
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }), (step, offset) => {
        expect(parseNth(`${step}n${sign(offset)}`)).toEqual({ step, offset });
      }),
    );
    expect(parseNth('-n + 3')).toEqual({ step: -1, offset: 3 });
    for (const wrong of ['', 'n n', '2n+', '1.5', 'x', '+ 2n']) expect(parseNth(wrong)).toBeUndefined();
  });

  it('counts siblings as brute force does', () => {
    const shape = fc.array(fc.constantFrom('p', 'em', 'b'), { minLength: 1, maxLength: 9 });
    const number = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(
        shape,
        number,
        number,
        fc.boolean(),
        fc.boolean(),
        (tags, step, offset, ofType, fromEnd) => {
          const name = `nth-${fromEnd ? 'last-' : ''}${ofType ? 'of-type' : 'child'}`;
          const css = `body > :${name}(${step}n + ${offset}) { order: 7 }`.replace('+ -', '- ');
          const root = style(document(...tags.map((tag) => el(tag))), css).root;
          const found = all(root)
            .filter((e) => e.tag !== 'html' && e.tag !== 'body')
            .map((e) => e.style.order === 7);
          const expected = tags.map((tag, i) => {
            const line = fromEnd ? tags.slice(i) : tags.slice(0, i + 1);
            const place = line.filter((other) => !ofType || other === tag).length;
            return Array.from({ length: 20 }, (_, n) => step * n + offset).includes(place);
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('language ranges (RFC 4647 §3.3.2)', () => {
  it.each([
    ['de-DE', 'de', true],
    ['de-DE', 'de-de', true],
    ['de-Latn-DE', 'de-DE', true],
    ['de-Latn-DE-1996', 'de-DE', true],
    ['de-x-DE', 'de-DE', false],
    ['de', 'de-DE', false],
    ['zh-Hant-HK', '*-HK', true],
    ['zh-Hant-HK', 'zh-*-HK', true],
    ['zh-Hant', 'zh-Hans', false],
    ['zho', 'zh', false],
    ['', '*', false],
    ['', '', true],
    ['en', '', false],
  ])('%s in %s: %s', (language, range, expected) => {
    expect(matchesLanguageRange(language, range)).toBe(expected);
  });
});

describe('a selector that cannot be used', () => {
  it.each([
    ['p:foo(1) em', 'css-unsupported', ':foo(1)'],
    ['p::first-line', 'css-unsupported', '::first-line'],
    ['p:nth-child(x)', 'css-syntax', 'nth-child(x)'],
    ['p..x', 'css-syntax', '.'],
    ['p >', 'css-syntax', '>'],
    ['[a=]', 'css-syntax', '[a=]'],
    ['p::before em', 'css-syntax', 'em'],
    ['p, ', 'css-syntax', 'p,'],
  ])('%s is told at its place', (selector, code, place) => {
    const { diagnostics } = styleAny(tree(), `${selector}{ order: 7 }`);
    expect(diagnostics.map((d) => [d.code, pointed(d)])).toEqual([[code, place]]);
  });
});
