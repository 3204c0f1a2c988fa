import { describe, expect, it } from 'vitest';
import { walkXml } from '../../src/docx/xml.ts';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { readParts, styleNamed } from './support/read.ts';
import { h, page } from './support/tree.ts';

const values = (elements: readonly { readonly attributes: Readonly<Record<string, unknown>> }[]) =>
  elements.map(({ attributes }) => attributes['w:val'] ?? '1');

describe('emphasis marks are Word’s own', () => {
  const under = { line: 'under', side: 'right' } as const;
  const shape = (name: 'dot' | 'circle' | 'sesame' | undefined) =>
    ({ kind: 'shape', fill: 'filled', shape: name }) as const;
  const cases: readonly (readonly [string, Partial<ComputedStyle>])[] = [
    ['underDot', { textEmphasisStyle: shape('dot'), textEmphasisPosition: under }],
    ['dot', { textEmphasisStyle: shape('dot') }],
    ['circle', { textEmphasisStyle: shape('circle') }],
    ['circle', { textEmphasisStyle: shape(undefined) }],
    ['comma', { textEmphasisStyle: shape('sesame') }],
    ['dot', { textEmphasisStyle: { kind: 'string', text: 'x' } }],
  ];

  it.each(cases)('%s', async (mark, style) => {
    const em = h('em', { style: { fontStyle: 'normal', ...style } }, '所有人');
    const document = await readParts(page('zh-Hant-HK', {}, h('p', {}, '對我們', em, '的攻擊')));
    expect(values(document.all('word/styles.xml', 'w:em'))).toEqual([mark]);
    expect(document.all('word/styles.xml', 'w:i')).toEqual([]);
  });

  it('and nothing where the style has none', async () => {
    const document = await readParts(page('zh-Hant-HK', {}, h('p', {}, '對', h('em', {}, '所有人'))));
    expect(document.all('word/styles.xml', 'w:em')).toEqual([]);
  });
});

describe('the spacing of East Asian text', () => {
  const rules = ['w:kinsoku', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN'];
  const ofStyles = async (language: string, style: Partial<ComputedStyle> = {}) => {
    const document = await readParts(page(language, {}, h('p', { style }, '中')));
    const own = [...walkXml(styleNamed(document, 'Body Text'))];
    return rules.flatMap((name) =>
      values(own.filter((element) => element.name === name)).map((value) => `${name} ${value}`),
    );
  };

  it('is Word’s own where style sheets ask for the same, and in other languages', async () => {
    expect(await ofStyles('zh-Hant-HK')).toEqual([]);
    expect(await ofStyles('en', { textAutospace: 'none' })).toEqual([]);
  });

  it('is turned off and on where they ask for something else', async () => {
    expect(await ofStyles('zh-Hans-CN', { textAutospace: 'none' })).toEqual([
      'w:autoSpaceDE 0',
      'w:autoSpaceDN 0',
    ]);
    expect(await ofStyles('ja', { textAutospace: 'numeric' })).toEqual(['w:autoSpaceDE 0']);
    expect(await ofStyles('ja', { textSpacingTrim: 'trim-start' })).toEqual(['w:topLinePunct 1']);
    expect(await ofStyles('ja', { lineBreak: 'anywhere' })).toEqual(['w:kinsoku 0']);
  });
});
