import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/diagnostics/check-text.ts';

const check = (text: string) =>
  checkText({ name: 'a', root: 'campaign', path: 'a', text }).map(
    ({ code, span }) => `${span!.start}-${span!.end} ${code.replace('character-', '')}`,
  );

describe('passes', () => {
  test.each([
    ['line ends and tabs', 'a\tb\r\nc\rd\n'],
    ['Arabic with marks', 'الْحُرِّيَّة'],
    ['Persian ZWNJ', 'می\u200cخواهم'],
    ['Hindi ZWJ', 'क्\u200dष'],
    ['emoji ZWJ sequences', '👩\u200d👩\u200d👧 🏳️\u200d🌈 👩🏽\u200d🔧 ❤️\u200d🔥'],
    ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
    ['Thai ZWSP', 'ภาษา\u200bไทย'],
    ['balanced isolates', 'a \u2068ب\u2069 \u2067\u2066x\u2069\u2069'],
    ['balanced embeddings', '\u202aabc\u202c'],
    ['marks, soft hyphen, variation selectors', 'a\u200eb\u200fc\u00add 葛\u{e0100} ☎︎'],
  ])('%s', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('finds', () => {
  test.each([
    ['NUL', 'a\0b', ['1-2 forbidden']],
    ['C0 and C1', '\x1b\x7f\x85', ['0-1 forbidden', '1-2 forbidden', '2-3 forbidden']],
    ['non-characters', '\ufffe \uffff \u{1ffff}', ['0-1 forbidden', '2-3 forbidden', '4-6 forbidden']],
    ['half a character', 'a\ud800b\udc00', ['1-2 forbidden', '3-4 forbidden']],
    ['bidi overrides', '\u202eabc\u202d', ['0-1 forbidden', '4-5 forbidden']],
    ['an open isolate', 'a \u2067b', ['2-3 forbidden']],
    ['an isolate that ends with its paragraph', '\u2067b\n\nc\u2069', ['0-1 forbidden', '5-6 forbidden']],
    ['an embedding closed as an isolate', '\u202aa\u2069\u202c', ['2-3 forbidden']],
    ['ZWSP in Latin', 'a\u200bb', ['1-2 invisible']],
    ['ZWJ in Latin', 'a\u200db', ['1-2 invisible']],
    ['word joiner', 'a\u2060b', ['1-2 invisible']],
    ['a mark inside', 'a\ufeffb', ['1-2 invisible']],
    ['tag letters without a flag', 'a\u{e0067}', ['1-3 invisible']],
  ])('%s', (_, text, expected) => {
    expect(check(text)).toEqual(expected);
  });

  test('only in the part that is asked for, with places of the whole', () => {
    const source = { name: 'a', root: 'campaign', path: 'a', text: '\0a\0b\0' } as const;
    expect(checkText(source, 1, 4).map(({ span }) => span!.start)).toEqual([2]);
  });
});

test('plain letters and signs of any script pass', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aß字の한Жλאبक้ไ1٣,.!«»「」—…%'.split('')) });
  fc.assert(
    fc.property(letters, (text) => {
      expect(check(text)).toEqual([]);
    }),
  );
});
