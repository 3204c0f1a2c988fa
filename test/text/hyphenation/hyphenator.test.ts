import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createHyphenation, isHyphenated } from '../../../src/text/hyphenation/hyphenation.ts';
import { createHyphenator } from '../../../src/text/hyphenation/hyphenator.ts';
import { languages } from '../../../src/text/hyphenation/languages.ts';

async function split(language: string, words: string): Promise<string> {
  const hyphenation = createHyphenation();
  expect(await hyphenation.load(language)).toBe(true);
  const hyphenator = hyphenation.of(language)!;
  return words
    .split(' ')
    .map((word) => {
      const places = hyphenator
        .breaks(word)
        .filter((at) => at >= hyphenator.before && word.length - at >= hyphenator.after);
      return [0, ...places].map((at, i) => word.slice(at, places[i])).join('-');
    })
    .join(' ');
}

describe('hyphenation by patterns', () => {
  // Words and breaks that TeX gives with the same patterns (\showhyphens).
  test.each([
    [
      'en',
      'hyphenation concatenation supercalifragilisticexpialidocious',
      'hy-phen-ation con-cate-na-tion su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious',
    ],
    ['en-GB', 'hyphenation', 'hy-phen-a-tion'],
    ['de', 'silbentrennung straßenbahnhaltestelle', 'sil-ben-tren-nung stra-ßen-bahn-hal-te-stel-le'],
    ['es', 'solidaridad trabajadores', 'so-li-da-ri-dad tra-ba-ja-do-res'],
    ['fr', 'solidarité internationale', 'so-li-da-ri-té in-ter-na-tio-nale'],
    ['it', 'sciopero', 'scio-pe-ro'],
    ['ru', 'солидарность', 'со-ли-дар-ность'],
    ['el', 'αλληλεγγύη', 'αλ-λη-λεγ-γύ-η'],
  ])('%s: %s', async (language, words, expected) => {
    expect(await split(language, words)).toBe(expected);
  });

  test('exceptions win over patterns', async () => {
    expect(await split('en-US', 'table project obligatory')).toBe('ta-ble project oblig-a-tory');
  });

  test('a pattern at a word’s edge counts there alone', () => {
    // .ab1 and c1d
    const { breaks } = createHyphenator(
      [
        [
          [0, 0, 1],
          [0, 1],
        ],
        { '.': { a: { b: 0 } }, c: { d: 1 } },
      ],
      { before: 1, after: 1 },
    );
    expect(breaks('abcd')).toEqual([2, 3]);
    expect(breaks('xabcd')).toEqual([4]);
  });

  test('the longest tag that begins a language is taken', async () => {
    const hyphenation = createHyphenation();
    await hyphenation.load('en-GB-oxendict');
    expect(hyphenation.of('en-GB')).toBeDefined();
    expect(hyphenation.of('en')).toBeUndefined();
    expect(await hyphenation.load('cs')).toBe(false);
    expect(await hyphenation.load('english')).toBe(false);
    expect([isHyphenated('cs'), isHyphenated('zh-Hant'), isHyphenated('ar')]).toEqual([true, false, false]);
  });

  test('every language that is there has its licence on record', () => {
    const rows = readFileSync('src/text/hyphenation/LICENCES.md', 'utf8')
      .split('\n')
      .filter((row) => row.startsWith('| '));
    const recorded = rows.slice(1).map((row) =>
      row
        .split('|')
        .slice(1, 5)
        .map((cell) => cell.trim()),
    );
    expect(recorded.map(([tags, name]) => [tags, name])).toEqual(
      languages.map(({ tags, name }) => [tags.join(', '), `hyph-${name}`]),
    );
    for (const [, , copyright, licence] of recorded) {
      expect(copyright).not.toBe('');
      expect(licence).toMatch(/^(?:MIT|BSD|LPPL|free copying)/);
    }
  });

  test('every language that is there is named in the guide', () => {
    const guide = readFileSync('templates/README.md', 'utf8');
    const named = /There are patterns for\s+([a-z\s]+);/.exec(guide)?.[1]?.split(/\s+/);
    const whole = languages.flatMap(({ tags }) => tags.filter((tag) => !tag.includes('-')));
    expect(named).toEqual([...whole].sort());
  });
});
