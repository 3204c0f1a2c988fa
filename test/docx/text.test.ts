import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import type { PageReference, StyledNode } from '../../src/style/styled-tree.ts';
import { leaflet } from './support/documents.ts';
import { paragraphTexts, type Read, readParts } from './support/read.ts';
import { h, list, type Make, page, pt } from './support/tree.ts';

const words = (text: string) => text.split(/[\s\u00a0_]+/).filter((word) => word !== '');

const treeWords = (node: StyledNode): string[] =>
  node.type === 'text' ? words(node.text) : node.children.flatMap(treeWords);

function documentText(document: Read): string {
  const parts = document.names.filter((name) => /^word\/(document|footnotes)\.xml$/.test(name));
  return parts.flatMap((name) => paragraphTexts(document.part(name))).join('\n');
}

describe('the text of a document', () => {
  it.each(['en', 'zh-Hant-HK', 'ar'] as const)('holds every word of a leaflet in %s', async (language) => {
    const tree = leaflet(language);
    const text = documentText(await readParts(tree));
    // The reference's own number is Word's to write.
    const missing = treeWords(tree.root).filter((word) => word !== '1' && !text.includes(word));
    expect(missing).toEqual([]);
  });

  it('leaves the numbers of pages to Word, as fields', async () => {
    const number = (reference: PageReference, node: StyledNode): StyledNode =>
      node.type === 'text' && node.text === '00' ? { ...node, reference } : node;
    const reference = (counter: 'page' | 'pages', target?: string) => (parent: ComputedStyle) => {
      const made = h('span', {}, '00')(parent);
      const filled = { target, counter, counterStyle: 'decimal' };
      return { ...made, children: made.children.map((node) => number(filled, node)) };
    };
    const numbers = [reference('page', 'here'), ' on ', reference('page'), ' of ', reference('pages')];
    const tree = page('en', {}, h('p', {}, ...numbers), h('h2', { attributes: { id: 'here' } }, 'Here'));
    const document = await readParts(tree);
    const instructions = document
      .all('word/document.xml', 'w:instrText')
      .map((field) => field.children.join(''));
    expect(instructions).toEqual(['PAGEREF here', 'PAGE', 'NUMPAGES']);
    expect(document.all('word/document.xml', 'w:bookmarkStart')[0]!.attributes['w:name']).toBe('here');
    expect(documentText(document)).not.toContain('00');
  });

  it('is hyphenated by Word where the style says so, and nowhere else', async () => {
    const auto = { style: { hyphens: 'auto' } } as const;
    const of = async (...blocks: readonly Make[]) => {
      const document = await readParts(page('en', {}, ...blocks));
      const settings = document.all('word/settings.xml', 'w:autoHyphenation').length;
      const kept = document
        .all('word/styles.xml', 'w:suppressAutoHyphens')
        .map(({ attributes }) => attributes['w:val'] ?? '1');
      return { settings, kept };
    };
    expect(await of(h('p', {}, 'whole'))).toEqual({ settings: 0, kept: [] });
    const mixed = await of(h('p', {}, 'whole'), h('blockquote', auto, 'hyphenated'));
    expect(mixed.settings).toBe(1);
    // Normal keeps its words whole, the quotation does not.
    expect(mixed.kept).toEqual(['1', '0']);
  });

  it('holds each word of any nest of elements once, in order', async () => {
    const tags = [
      'p',
      'div',
      'h2',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'strong',
      'span',
      'blockquote',
      'flex',
    ];
    const shape = fc.letrec<{ node: Shape; leaf: Shape; element: Shape }>((tie) => ({
      node: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('element')),
      leaf: fc.constant<Shape>('word'),
      element: fc.tuple(fc.constantFrom(...tags), fc.array(tie('node'), { minLength: 1, maxLength: 4 })),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(shape.node, { maxLength: 6 }), async (shapes) => {
        let count = 0;
        const make = (node: Shape): string | Make => {
          if (node === 'word') return ` w${count++}x `;
          const [tag, children] = node;
          const content = children.map(make);
          if (tag === 'flex') return h('div', { style: { display: 'flex' } }, ...content);
          if (tag === 'ul' || tag === 'ol') return list(tag, {}, content);
          return h(tag, tag === 'table' ? { style: { width: pt(200) } } : {}, ...content);
        };
        const text = documentText(await readParts(page('en', {}, ...shapes.map(make))));
        const found = [...text.matchAll(/w\d+x/g)].map(([word]) => word);
        const expected = Array.from({ length: count }, (_, i) => `w${i}x`);
        // What stands in a table but in no cell is put before it.
        expect(found.toSorted()).toEqual(expected.toSorted());
        if (!JSON.stringify(shapes).includes('"table"')) expect(found).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('collapses white space as the pages do', async () => {
    const tree = page('en', {}, h('p', {}, '  a \n b', h('strong', {}, ' c '), ' d', h('br', {}), ' e '));
    expect(paragraphTexts((await readParts(tree)).part('word/document.xml'))).toEqual(['a b c d\ne']);
  });
});

type Shape = 'word' | [string, Shape[]];
