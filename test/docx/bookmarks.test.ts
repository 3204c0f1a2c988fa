import { describe, expect, it } from 'vitest';
import { bookmarkName } from '../../src/docx/bookmarks.ts';
import { readParts } from './support/read.ts';
import { h, list, page } from './support/tree.ts';

describe('bookmarks', () => {
  it.each([
    ['funds', 'funds'],
    ['resolves.2', 'resolves_2'],
    ['資金', '資金'],
    ['2', 'place2'],
    ['…', 'place_'],
    ['a'.repeat(50), 'a'.repeat(39)],
  ])('have a name that Word takes: %s → %s', (id, name) => {
    expect(bookmarkName(id)).toBe(name);
  });

  it('stand at every block that has an id, each under a name of its own whatever its case', async () => {
    const paragraphs = ['a.b', 'A b', 'a_b'].map((id) => h('p', { attributes: { id } }, id));
    const document = await readParts(page('en', {}, ...paragraphs, list('ol', {}, 'one')));
    const names = document
      .all('word/document.xml', 'w:bookmarkStart')
      .map((start) => start.attributes['w:name']);
    expect(names).toEqual(['a_b', 'A_b_2', 'a_b_3']);
  });
});
