import { describe, expect, it } from 'vitest';
import type { PageRule } from '../../src/style/rules.ts';
import { document, pointed, style, styleAny } from './support/style.ts';

const mm = (value: number) => expect.closeTo((value * 72) / 25.4, 9);
const pagesOf = (css: string): readonly PageRule[] => style(document(), css).pages;
const last = (css: string): PageRule => pagesOf(css).at(-1)!;

describe('@page', () => {
  it('is A4 with margins of 20 mm by default', () => {
    expect(pagesOf('')).toHaveLength(1);
    expect(pagesOf('')[0]).toMatchObject({ size: { width: mm(210), height: mm(297) }, marginLeft: mm(20) });
  });

  it.each([
    ['A5', 148, 210],
    ['a5 landscape', 210, 148],
    ['landscape', 297, 210],
    ['portrait A3', 297, 420],
    ['a6', 105, 148],
    ['letter', 215.9, 279.4],
    ['legal', 215.9, 355.6],
    ['100mm 50mm', 100, 50],
    ['80mm', 80, 80],
  ])('size: %s', (size, width, height) => {
    expect(last(`@page { size: ${size} }`).size).toEqual({ width: mm(width), height: mm(height) });
  });

  it('sets only what it says, with percentages of the page', () => {
    const rule = last(
      '@page { size: 100mm 200mm } @page :first { margin: 10% 5mm 1em; bleed: 3mm; marks: crop cross }',
    );
    expect(rule).toMatchObject({ size: undefined, marginTop: mm(20), marginRight: mm(5), marginBottom: 12 });
    expect(rule).toMatchObject({ bleed: mm(3), marks: { crop: true, cross: true } });
    expect(last('@page { size: A5 } @page :left { margin-left: 1mm }')).toMatchObject({
      marginRight: undefined,
    });
  });

  it('comes in the order of specificity', () => {
    const css = '@page note:first {} @page note {} @page :first {} @page :left {} @page {}';
    const written = pagesOf(css)
      .slice(1)
      .map(({ selector }) => `${selector.name ?? ''}${selector.pseudo.join()}`);
    expect(written).toEqual(['', 'left', 'first', 'note', 'notefirst']);
  });

  it('has margin boxes whose content is parts, styled from the root and the page', () => {
    const css = `html { color: #c00; font-size: 10pt } @page { font-size: 7pt;
      @bottom-right { content: "Page " counter(page, arabic-indic) " / " counter(pages) " " string(title); padding-top: 1em } }`;
    const [box] = last(css).boxes;
    expect(box?.name).toBe('bottom-right');
    expect(box?.content).toEqual([
      { kind: 'text', text: 'Page ' },
      { kind: 'counter', name: 'page', counterStyle: 'arabic-indic' },
      { kind: 'text', text: ' / ' },
      { kind: 'counter', name: 'pages', counterStyle: 'decimal' },
      { kind: 'text', text: ' ' },
      { kind: 'string', name: 'title', which: 'first' },
    ]);
    expect(box?.style).toMatchObject({
      fontSize: 7,
      textAlign: 'right',
      verticalAlign: 'middle',
      display: 'block',
    });
    expect([box?.style.color.r, box?.style.padding.top.pt]).toEqual([0.8, 7]);
  });

  it('merges a box with the rules that hold on the same pages', () => {
    const css = `@page { @top-left { content: "a"; color: #c00 } } @page :first { @top-left { color: blue } }
      @page :blank { @top-left { content: none } }`;
    const boxes = pagesOf(css)
      .slice(1)
      .map((rule) => rule.boxes[0]!);
    expect(boxes.map((box) => [box.content.length, box.style.color.r])).toEqual([
      [1, 0.8],
      [1, 0],
      [0, 0.8],
    ]);
  });

  it.each([
    ['@page { size: a9 }', 'a9'],
    ['@page { size: 0 10cm }', '0 10cm'],
    ['@page { display: flex }', 'display'],
    ['@page :middle { margin: 0 }', ':middle'],
    ['@page { @top-middle { content: "x" } }', 'top-middle'],
    ['@page { @top-left { content: attr(id) } }', 'attr(id)'],
    ['@page { @top-left { content: counter(chapter) } }', 'counter(chapter)'],
    ['@page { @top-left { content: "x"; writing-mode: vertical-rl } }', 'vertical-rl'],
  ])('%s is told at its place', (css, place) => {
    const { diagnostics } = styleAny(document(), css);
    expect(diagnostics.map((d) => d.code)).toEqual(['css-unsupported']);
    expect(pointed(diagnostics[0])).toContain(place);
  });
});
