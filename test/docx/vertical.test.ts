import { describe, expect, it } from 'vitest';
import { paragraphTexts, readParts } from './support/read.ts';
import { h, page, pt } from './support/tree.ts';

const box = (writingMode: 'vertical-rl' | 'vertical-lr' | 'sideways-lr', inner = writingMode) =>
  h(
    'div',
    { style: { display: 'block', writingMode, height: pt(120) } },
    h('p', { style: { writingMode: inner } }, '自由'),
  );

describe('a vertical document', () => {
  it('has sections whose lines run down, and no cells for them', async () => {
    const tree = page('zh-Hant', {}, box('vertical-rl'));
    const children = tree.root.children.map((child) =>
      child.type === 'element'
        ? { ...child, style: { ...child.style, writingMode: 'vertical-rl' } as const }
        : child,
    );
    const vertical = { ...tree, hasVerticalText: true, root: { ...tree.root, children } };
    const document = await readParts(vertical);
    const directions = document.all('word/document.xml', 'w:textDirection');
    expect(directions.map(({ attributes }) => attributes['w:val'])).toEqual(['tbRl']);
    expect(document.all('word/document.xml', 'w:tbl')).toEqual([]);
  });
});

describe('a vertical box', () => {
  it('is a cell whose lines run down from the right, as high as the box', async () => {
    const document = await readParts(
      page('zh-Hant', {}, h('p', {}, '前'), box('vertical-rl'), h('p', {}, '後')),
    );
    expect(paragraphTexts(document.part('word/document.xml')).filter((text) => text !== '')).toEqual([
      '前',
      '自由',
      '後',
    ]);
    const [direction] = document.all('word/document.xml', 'w:textDirection');
    expect(direction!.attributes['w:val']).toBe('tbRl');
    const [height] = document.all('word/document.xml', 'w:trHeight');
    expect(height!.attributes['w:val']).toBe('2400');
  });

  it('is one cell, whatever vertical boxes are in it', async () => {
    const document = await readParts(page('zh-Hant', {}, box('vertical-rl')));
    expect(document.all('word/document.xml', 'w:tbl')).toHaveLength(1);
  });

  it('runs up where its lines do, and across where Word has no such lines', async () => {
    const up = await readParts(page('en', {}, box('sideways-lr')));
    const [direction] = up.all('word/document.xml', 'w:textDirection');
    expect(direction!.attributes['w:val']).toBe('btLr');
    const across = await readParts(page('mn', {}, box('vertical-lr')));
    expect(across.all('word/document.xml', 'w:tbl')).toEqual([]);
    expect(paragraphTexts(across.part('word/document.xml'))).toEqual(['自由']);
  });
});
