import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/style/contrast.ts';
import { document, el, pointed, styleAny } from './support/style.ts';

const grey = (value: number) => ({ r: value, g: value, b: value, a: 1 });

/** What is said of text under a sheet, and where. */
const found = (css: string, ...children: Parameters<typeof el>[2][]) =>
  styleAny(document(...children), css).diagnostics.map((d) => [d.code, pointed(d)]);

describe('contrast', () => {
  it('is 21 for black on white and 1 for equals, as WCAG counts', () => {
    expect(contrast(grey(0), grey(1))).toBe(21);
    expect(contrast(grey(0.5), grey(0.5))).toBe(1);
    expect(contrast(grey(0x77 / 255), grey(1))).toBeCloseTo(4.48, 2);
    expect(contrast({ r: 1, g: 0, b: 0, a: 1 }, grey(1))).toBeCloseTo(4.0, 2);
  });
});

describe('text that is hard to read', () => {
  const p = el('p', {}, 'text');

  it.each([
    ['p { color: #777 }', '#777'],
    ['p { color: #767676 }', undefined],
    ['p { background: #333 }', '#333'],
    ['p { background-color: #333; color: white }', undefined],
    ['body { background: #333; color: white } p { background: #eee }', '#eee'],
    ['body { color: #777 }', '#777'],
    ['p { color: rgb(0 0 0 / 50%) }', 'rgb(0 0 0 / 50%)'],
    ['p { color: rgb(0 0 0 / 60%) }', undefined],
    [
      'body { background: #000 } p { background: rgb(255 255 255 / 50%); color: #fff }',
      'rgb(255 255 255 / 50%)',
    ],
    ['p { color: #949494; font-size: 18pt }', undefined],
    ['p { color: #959595; font-size: 18pt }', '#959595'],
    ['p { color: #949494; font-size: 14pt; font-weight: 700 }', undefined],
    ['p { color: #949494; font-size: 14pt }', '#949494'],
    ['p { opacity: 0.5; color: #000 }', '#000'],
    ['p { opacity: 0.7; color: #000 }', undefined],
    ['body { background: linear-gradient(red, white) } p { color: #eee }', undefined],
    ['body { background: linear-gradient(red, white) } p { color: #eee; background: #fff }', '#fff'],
    ['p::before { content: "more"; color: #aaa }', '#aaa'],
    ['p { --c: #aaa; color: var(--c) }', 'var(--c)'],
    ['@page { @top-left { content: "head"; color: #aaa } }', '#aaa'],
    ['@page { @top-left { content: counter(page); color: #111; background: #222 } }', '#222'],
  ])('%s', (css, place) => {
    expect(found(css, p)).toEqual(place === undefined ? [] : [['contrast-low', place]]);
  });

  it('is told once a rule, however many elements it is for', () => {
    expect(found('p { color: #999 }', p, p, el('p', {}, el('em', {}, 'more')))).toHaveLength(1);
    expect(
      found('p { color: #999 } em { color: #aaa }', el('p', {}, 'text', el('em', {}, 'more'))),
    ).toHaveLength(2);
  });

  it('is none where nothing is to be read', () => {
    expect(found('p { color: #eee }', el('p', {}, ' • '), el('p'), el('p', {}, el('b', {}, '—')))).toEqual(
      [],
    );
    expect(found('svg { color: #eee }', el('svg', {}, el('text', {}, 'drawn')))).toEqual([]);
  });

  it('says the colours as they look, and the ratio', () => {
    const { diagnostics } = styleAny(document(p), 'p { color: rgb(0 0 0 / 50%) }');
    expect(diagnostics[0]).toMatchObject({
      severity: 'warning',
      message: 'text of #808080 on #ffffff has a contrast of 3.97:1, less than 4.5:1',
    });
  });
});
