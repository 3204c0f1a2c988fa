import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StyledElement } from '../../src/style/styled-tree.ts';
import { resolveLength } from '../../src/style/values/length-percentage.ts';
import { all, document, el, find, pointed, style, styleAny, styleOf } from './support/style.ts';

const order = (css: string, attributes: Readonly<Record<string, string>> = {}) =>
  styleOf(css, attributes).order;

describe('the winner is', () => {
  it.each([
    ['the later of equals', 'p { order: 1 } p { order: 2 }', 2],
    ['the later in a rule', 'p { order: 1; order: 2 }', 2],
    ['a class over types', '.c { order: 1 } html body p { order: 2 }', 1],
    ['an id over classes', '#x { order: 1 } .c.c.c { order: 2 }', 1],
    ['!important', 'p { order: 1 !important } #x { order: 2 }', 1],
    ['the more specific !important', 'p { order: 1 !important } #x { order: 2 !important }', 2],
    [':is() with its strongest argument', ':is(p, #none) { order: 1 } .c { order: 2 }', 1],
    [':where() with nothing', ':where(#x) { order: 1 } p { order: 2 }', 2],
    [':not() with its argument', 'p:not(#none) { order: 1 } .c { order: 2 }', 1],
    ['a list by the selector that matches', '#none, p { order: 1 } .c { order: 2 }', 2],
    ['a list by its strongest match', 'p, #x { order: 1 } .c { order: 2 }', 1],
    ['what nests, with its parent', '#x { &.c { order: 1 } } .c.c { order: 2 }', 1],
  ])('%s', (_, css, expected) => {
    expect(order(css, { class: 'c' })).toBe(expected);
  });

  it('an inline style, but for !important', () => {
    expect(order('#x { order: 1 }', { style: 'order: 2' })).toBe(2);
    expect(order('#x { order: 1 !important }', { style: 'order: 2' })).toBe(1);
    expect(order('#x { order: 1 !important }', { style: 'order: 2 !important' })).toBe(2);
  });

  it('any author rule over a presentational attribute, and that over the user agent', () => {
    expect(styleOf('', { align: 'center' }).textAlign).toBe('center');
    expect(styleOf('* { text-align: end }', { align: 'center' }).textAlign).toBe('end');
  });
});

describe('inheritance', () => {
  const inside = (css: string): StyledElement =>
    find(style(document(el('div', {}, el('p', { id: 'x' }))), css).root, 'p');

  it('passes inherited properties down, computed', () => {
    const { style: p } = inside(
      'div { font-size: 20pt; line-height: 1.5em; color: red; width: 5pt; letter-spacing: .1em }',
    );
    expect([p.fontSize, p.lineHeight, p.letterSpacing, p.width]).toEqual([
      20,
      { kind: 'length', pt: 30 },
      2,
      'auto',
    ]);
    expect(p.color.r).toBe(1);
  });

  it('passes a line height without unit as a factor', () => {
    expect(inside('div { line-height: 1.5 } p { font-size: 20pt }').style.lineHeight).toEqual({
      kind: 'number',
      value: 1.5,
    });
  });

  it.each([
    ['inherit', 'div { order: 3 } p { order: inherit }', 3],
    ['initial', 'div { order: 3 } p { order: 5; order: initial }', 0],
    ['unset', 'div { order: 3 } p { order: 5; order: unset }', 0],
  ])('%s', (_, css, expected) => {
    expect(inside(css).style.order).toBe(expected);
  });

  it('revert goes back to the user agent', () => {
    expect(inside('p { display: flex } p { display: revert }').style.display).toBe('block');
    expect(inside('p { display: inline; margin: 0; margin: revert }').style.margin.top).toEqual({
      pt: 12,
      percent: 0,
    });
  });

  it('makes flex items blocks', () => {
    const root = style(
      document(el('div', {}, el('span', {}, 'x'), el('qr-code'))),
      'div { display: flex }',
    ).root;
    expect([find(root, 'span').style.display, find(root, 'qr-code').style.display]).toEqual([
      'block',
      'block',
    ]);
  });
});

describe('custom properties', () => {
  it.each([
    ['a value', '--a: 3; order: var(--a)', 3],
    ['a fallback', 'order: var(--a, 4)', 4],
    ['a nested fallback', 'order: var(--a, var(--b, 5))', 5],
    ['one through another', '--a: var(--b); --b: 6; order: var(--a)', 6],
    ['part of a value', '--a: 3; order: calc(var(--a) * 2)', 6],
    ['case counts', '--A: 3; order: var(--a, 1)', 1],
    ['initial is no value', '--a: 3; --a: initial; order: var(--a, 7)', 7],
    ['the weaker declaration does not come back', 'order: 3; order: var(--none, none)', 0],
  ])('%s', (_, css, expected) => {
    const { tree } = styleAny(document(el('p')), `p { ${css} }`);
    expect(find(tree.root, 'p').style.order).toBe(expected);
  });

  it('are inherited and can be overridden below', () => {
    const css = ':root { --a: 1 } body { --b: calc(var(--a) + 1) } p { --a: 9; order: var(--b) }';
    expect(styleOf(css).order).toBe(2);
  });

  it('serve in shorthands', () => {
    const { margin } = styleOf('p { --m: 1pt 2pt; margin: var(--m); margin-left: 5pt }');
    expect([margin.top.valueOf(), margin.left]).toEqual([
      { pt: 1, percent: 0 },
      { pt: 5, percent: 0 },
    ]);
  });

  it('given from outside win over the sheets', () => {
    const tree = style(document(el('p')), ':root { --accent: red } p { color: var(--accent) }', {
      accent: '#0000ff',
    });
    expect(find(tree.root, 'p').style.color).toEqual({ r: 0, g: 0, b: 1, a: 1 });
  });

  it('of a cycle have no value; the rest of the sheet stands', () => {
    const css =
      'p { --a: var(--b); --b: var(--c) ; --c: var(--a, 3); --d: 4; order: var(--a, 8); widows: var(--d) }';
    const p = styleOf(css);
    expect([p.order, p.widows]).toEqual([8, 4]);
  });

  it('of any graph settle as a search for cycles says', () => {
    const graph = fc.array(fc.array(fc.nat(5), { maxLength: 2 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(graph, (edges) => {
        const css = edges.map((to, i) => `--v${i}: 1 ${to.map((t) => `var(--v${t})`).join(' ')}`).join(';');
        const reaches = (from: number, seen: Set<number>): Set<number> => {
          for (const t of edges[from]!) {
            if (seen.has(t)) continue;
            seen.add(t);
            reaches(t, seen);
          }
          return seen;
        };
        const cyclic = (i: number) => reaches(i, new Set()).has(i);
        // A value of numbers is no list of quotes and is told; a variable without value leaves the fallback.
        const rules = edges.map((_, i) => `#p${i} { quotes: var(--v${i}, none) }`).join('');
        const paragraphs = edges.map((_, i) => el('p', { id: `p${i}` }));
        const { diagnostics } = styleAny(document(...paragraphs), `p { ${css} } ${rules}`);
        const told = new Set(diagnostics.map((d) => /--v(\d)/.exec(pointed(d) ?? '')?.[1]));
        edges.forEach((_, i) => {
          const withoutValue = cyclic(i) || [...reaches(i, new Set())].some(cyclic);
          expect(told.has(String(i))).toBe(!withoutValue);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('that double without end are stopped', () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `--v${i + 1}: var(--v${i}) var(--v${i})`).join(';');
    const { diagnostics } = styleAny(
      document(el('p')),
      `p { --v0: x; ${doubling}; font-family: var(--v40) }`,
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
  });

  it('without value are told once, at the value', () => {
    const { diagnostics } = styleAny(document(el('p'), el('p')), 'p { order: var(--nothing) }');
    expect(diagnostics.map((d) => [d.message, pointed(d)])).toEqual([
      ['the custom property --nothing has no value here', 'var(--nothing)'],
    ]);
  });
});

describe('calc()', () => {
  const number = fc.integer({ min: -50, max: 50 });
  const value = (css: string) =>
    styleOf(`p { margin-left: ${css} }`).margin.left as { pt: number; percent: number };

  it('adds and scales as arithmetic does', () => {
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 1, max: 9 }), (a, b, p, k) => {
        const found = value(`calc((${a}pt - ${b}pt) * ${k} + ${p}% / ${k} - (${b}pt + ${p}%))`);
        expect(found.pt).toBeCloseTo((a - b) * k - b, 9);
        expect(found.percent).toBeCloseTo(p / k - p, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves comparisons of percentages with lengths to layout', () => {
    const base = 200;
    fc.assert(
      fc.property(number, number, number, number, (a, b, p, q) => {
        const css = `calc(2 * clamp(${a}pt, ${p}% - ${b}pt, min(${q}%, ${b}pt)) - max(1pt, ${p}%) + 3%)`;
        const of = (percent: number) => (percent * base) / 100;
        const clamped = Math.max(a, Math.min(of(p) - b, of(q), b));
        expect(resolveLength(value(css), base)).toBeCloseTo(2 * clamped - Math.max(1, of(p)) + 6, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('shows by its percentage that a comparison needs the base', () => {
    expect(value('min(10pt, 50%)')).toMatchObject({ pt: 0, percent: 50 });
    expect(value('max(10pt, 5pt + 50%)')).toMatchObject({ pt: 5, percent: 50 });
  });

  it('clamp(a, b, c) is max(a, min(b, c))', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(value(`clamp(${a}pt, ${b}pt, ${c}pt)`)).toEqual(value(`max(${a}pt, min(${b}pt, ${c}pt))`));
      }),
      { numRuns: 40 },
    );
  });
});

describe('many elements', () => {
  const rows = Array.from({ length: 1250 }, (_, i) =>
    el('tr', { class: `r${i % 7}` }, el('td', {}, 'a'), el('td', {}, el('b', {}, 'c'))),
  );
  const sheet = Array.from(
    { length: 500 },
    (_, i) => `.r${i} { orphans: ${i + 1} } .r${i} td:nth-child(2n) { order: ${i} }`,
  ).join('\n');

  it('share the styles that are equal', () => {
    const cells = all(style(document(el('table', {}, ...rows)), sheet).root).filter((e) => e.tag === 'b');
    expect(cells).toHaveLength(1250);
    expect(new Set(cells.map((cell) => cell.style)).size).toBe(7);
  });

  it('are styled at a rate that does not grow with the rules', () => {
    const root = document(el('table', {}, ...rows));
    const time = (css: string) => {
      const best = [0, 1, 2].map(() => {
        const start = process.cpuUsage();
        style(root, css);
        const { user, system } = process.cpuUsage(start);
        return user + system;
      });
      return Math.min(...best);
    };
    const parseOnly = () => {
      const start = process.cpuUsage();
      style(document(), sheet);
      return process.cpuUsage(start).user;
    };
    style(root, sheet);
    expect(time(sheet)).toBeLessThan(6 * time('td { order: 1 }') + 3 * parseOnly());
  });
});
