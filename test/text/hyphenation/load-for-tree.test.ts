import { expect, test } from 'vitest';
import { createHyphenation } from '../../../src/text/hyphenation/hyphenation.ts';
import { loadForTree } from '../../../src/text/hyphenation/load-for-tree.ts';
import { document, el, style } from '../../style/support/style.ts';

test('loads what texts ask for, and tells once of a language that has no patterns', async () => {
  const hyphenation = createHyphenation();
  const tree = style(
    document(
      el('p', { lang: 'es' }, 'solidaridad'),
      el('p', { lang: 'cs' }, 'solidarita', el('b', {}, 'a práce')),
      el('p', { lang: 'zh-Hant' }, '團結'),
      el('p', { lang: 'fr', class: 'whole' }, 'solidarité'),
      el('p', { lang: 'sk' }, ' '),
    ),
    'p { hyphens: auto } .whole { hyphens: manual }',
  );
  const found = await loadForTree(tree, hyphenation);
  expect(found.map(({ code, message }) => [code, message])).toEqual([
    [
      'css-unsupported',
      'hyphens: auto does nothing here: there are no hyphenation patterns for the language cs',
    ],
  ]);
  expect(found[0]!.span!.source.path).toBe('style.css');
  expect(hyphenation.of('es')).toBeDefined();
  expect(hyphenation.of('fr')).toBeUndefined();
});
