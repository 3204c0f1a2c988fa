import fc from 'fast-check';
import { expect, test } from 'vitest';
import { didYouMean, suggest } from '../../src/diagnostics/suggest.ts';

const keys = ['title', 'summary', 'source-locale', 'locales', 'review'];

test.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['tilte', 'title'],
  ['source_locale', 'source-locale'],
  ['sourcelocale', 'source-locale'],
  ['locale', 'locales'],
  ['sumary', 'summary'],
  ['zzz', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%.20s means %s', (word, expected) => {
  expect(suggest(word, keys)).toBe(expected);
});

test('of equally near ones the first', () => {
  expect(suggest('cat', ['bat', 'hat'])).toBe('bat');
});

test('as a question', () => {
  expect(didYouMean('titel', keys)).toBe('Did you mean "title"?');
  expect(didYouMean('zzz', keys)).toBeUndefined();
});

test('one letter doubled is always found', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat(), (key, at) => {
      const i = at % key.length;
      expect(suggest(key.slice(0, i) + key[i] + key.slice(i), keys)).toBe(key);
    }),
  );
});
