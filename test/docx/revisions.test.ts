import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectDocument } from '../../src/docx/collect-document.ts';
import type { DocumentModel, Inline, Revised } from '../../src/docx/model.ts';
import { printedImages } from '../../src/docx/picture-files.ts';
import { mergeModels } from '../../src/docx/revisions/merge-models.ts';
import { walkXml } from '../../src/docx/xml.ts';
import type { StyledTree } from '../../src/style/styled-tree.ts';
import { footnote, noteReference } from './support/documents.ts';
import { pretty } from './support/package.ts';
import { attributeOf, type Read, readParts } from './support/read.ts';
import { markedTexts, reading, settle } from './support/revisions.ts';
import { h, list, type Make, page } from './support/tree.ts';

const clauses = { attributes: { class: 'clauses' } };

function tracked(from: StyledTree, to: StyledTree): Promise<Read> {
  return readParts(to, { changes: { from, author: 'Leeds branch' } });
}

const notes = (document: Read) =>
  document.names.includes('word/footnotes.xml') ? document.part('word/footnotes.xml') : undefined;
const plain = (document: Read) => reading(document.part('word/document.xml'), notes(document));
const marked = (document: Read) => markedTexts(document.part('word/document.xml'));

async function expectBoth(from: StyledTree, to: StyledTree): Promise<Read> {
  const [merged, before, after] = await Promise.all([tracked(from, to), readParts(from), readParts(to)]);
  const body = merged.part('word/document.xml');
  expect(reading(settle(body, 'reject'), notes(merged))).toEqual(plain(before));
  expect(reading(settle(body, 'accept'), notes(merged))).toEqual(plain(after));
  return merged;
}

const resolution = (...items: (string | (string | Make)[])[]) =>
  page('en', {}, h('h2', {}, 'This branch resolves:'), list('ol', clauses, ...items), h('p', {}, 'The end.'));

describe('tracked changes', () => {
  it('show words that change, and clauses that come and go whole', async () => {
    const from = resolution(
      'To support the campaign and its friends.',
      'To write.',
      'To wait and see what comes.',
      'To go.',
    );
    const to = resolution(
      'To support the movement and its friends.',
      'To wait and see.',
      'To meet again soon.',
      'To go.',
    );
    expect(marked(await expectBoth(from, to))).toEqual([
      'This branch resolves:',
      'To support the [-campaign-]{+movement+} and its friends.',
      '[-To write.-][-¶-]',
      'To wait and see[- what comes-].',
      '{+To meet again soon.+}{+¶+}',
      'To go.',
      'The end.',
    ]);
  });

  it('keep what is left of a paragraph together, and give it whole where most of it changes', async () => {
    const from = resolution(
      'To give a small sum of money each year.',
      'All power to the working class of the world.',
    );
    const to = resolution('To lend a large heap of coal each year.', 'We ask the council for a new library.');
    expect(marked(await expectBoth(from, to)).slice(1, 4)).toEqual([
      'To [-give-]{+lend+} a [-small sum-]{+large heap+} of [-money-]{+coal+} each year.',
      '[-All power to the working class of the world.-][-¶-]',
      '{+We ask the council for a new library.+}{+¶+}',
    ]);
  });

  it('are told by characters in Chinese', async () => {
    const make = (text: string) => page('zh-Hant-HK', {}, list('ol', clauses, text));
    const merged = await expectBoth(
      make('本會認為工人有罷工及組織的權利。'),
      make('本會認為所有工人有組織的自由權利。'),
    );
    expect(marked(merged)).toEqual(['本會認為{+所有+}工人有[-罷工及-]組織的{+自由+}權利。']);
  });

  it('are by whom they are said to be by, on the campaign’s day', async () => {
    const merged = await tracked(resolution('To go.', 'To wait.'), resolution('To go.'));
    const deletions = merged.all('word/document.xml', 'w:del');
    expect(deletions.map(({ attributes }) => attributes)).toEqual(
      ['1', '2'].map((id) => ({ 'w:id': id, 'w:author': 'Leeds branch', 'w:date': '2026-11-23T00:00:00Z' })),
    );
  });

  it('reach into links and fields, and take controls and notes along', async () => {
    const blank = h('input', { attributes: { name: 'sum', 'aria-label': 'Sum' } });
    const link = (...text: string[]) => h('a', { attributes: { href: 'https://example.org' } }, ...text);
    const from = resolution(
      ['To read ', link('the old page'), ' of the campaign.', footnote('fn-1', 'Kept note.')],
      ['To give ', blank, ' at once.', footnote('fn-2', 'Lost note.')],
      ['To wait as said', noteReference('fn-1'), ' before.'],
    );
    const to = resolution(
      ['Now to read ', link('the new page'), ' of the campaign.', footnote('fn-1', 'Kept note.')],
      ['To wait as said', noteReference('fn-1'), ' before, and after it.'],
      ['Something else altogether', footnote('fn-3', 'New note.')],
    );
    const merged = await expectBoth(from, to);
    expect(merged.all('word/document.xml', 'w:customXmlDelRangeStart')).toHaveLength(1);
    const inside = merged.all('word/document.xml', 'w:hyperlink')[0]!;
    expect([...walkXml(inside)].filter(({ name }) => name === 'w:ins' || name === 'w:del')).toHaveLength(2);
    expect(
      merged
        .all('word/document.xml', 'w:del')
        .flatMap((del) => [...walkXml(del)])
        .some(({ name }) => name === 'w:t'),
    ).toBe(false);
  });

  it('take tables whole', async () => {
    const table = (text: string) => h('table', {}, h('tbody', {}, h('tr', {}, h('td', {}, text))));
    const make = (...children: Make[]) =>
      page('en', {}, h('p', {}, 'Before.'), ...children, h('p', {}, 'After.'));
    const merged = await expectBoth(make(table('old')), make(table('new')));
    expect(
      merged.all('word/document.xml', 'w:trPr').map((row) => pretty(row).match(/w:(ins|del) /)?.[1]),
    ).toEqual(['del', 'ins']);
  });

  it('number clauses through, those that go and those that come', async () => {
    const sections = (first: string[], second: string[]) =>
      page(
        'en',
        {},
        ...(first.length > 0 ? [h('h2', {}, 'notes'), list('ol', clauses, ...first)] : []),
        h('h2', {}, 'resolves'),
        list('ol', clauses, ...second),
      );
    const merged = await expectBoth(
      sections(['A fact.'], ['To go.', 'To stay.']),
      sections([], ['To stay.', 'To come.']),
    );
    const lists = merged
      .all('word/document.xml', 'w:p')
      .map((paragraph) => attributeOf(paragraph, 'w:numId'));
    expect(new Set([lists[1], lists[3]]).size).toBe(2);
    expect(new Set(lists.slice(3)).size).toBe(1);
  });

  it('give back both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('To', 'go', 'stay', 'home', ',', '工', '人', 'وطن', '.'), {
      minLength: 1,
      maxLength: 8,
    });
    const items = fc.array(
      words.map((each) => each.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    const model = (texts: readonly string[]) => collectDocument(resolution(...texts), pictures, 'office');
    fc.assert(
      fc.property(items, items, (before, after) => {
        const merged = mergeModels(model(before), model(after));
        expect(textsOf(merged, 'inserted')).toEqual(textsOf(model(before)));
        expect(textsOf(merged, 'deleted')).toEqual(textsOf(model(after)));
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

const pictures = {
  loadImage: () => undefined,
  placeDrawing: undefined,
  printed: printedImages(),
  diagnostics: [],
};

/** The paragraphs of a model without what is `refused`. */
function textsOf({ blocks }: DocumentModel, refused?: Revised): string[] {
  const text = (inline: Inline): string => {
    if (inline.kind === 'text') return inline.text;
    return inline.kind === 'revision' && inline.revised !== refused ? inline.children.map(text).join('') : '';
  };
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && (block.revised === undefined || block.revised !== refused)
      ? [block.inlines.map(text).join('')]
      : [],
  );
}
