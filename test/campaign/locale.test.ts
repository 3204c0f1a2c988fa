import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fallbackChain, localize, resolveLocale } from '../../src/campaign/locale.ts';

const locale = (tag: string, regions = {}) => resolveLocale(tag, regions)!;

describe('resolveLocale', () => {
  test.each([
    ['en', {}, 'en', 'Latn', 'US', 'ltr'],
    ['ar', {}, 'ar', 'Arab', 'EG', 'rtl'],
    ['zh-Hant', { 'zh-Hant': 'HK' }, 'zh-Hant-HK', 'Hant', 'HK', 'ltr'],
    ['zh-Hant', {}, 'zh-Hant', 'Hant', 'TW', 'ltr'],
    ['zh-Hans', {}, 'zh-Hans', 'Hans', 'CN', 'ltr'],
    ['zh-HK', {}, 'zh-HK', 'Hant', 'HK', 'ltr'],
    ['pa-PK', {}, 'pa-PK', 'Arab', 'PK', 'rtl'],
    ['sr-Latn', {}, 'sr-Latn', 'Latn', 'RS', 'ltr'],
    ['he', {}, 'he', 'Hebr', 'IL', 'rtl'],
    ['fa', {}, 'fa', 'Arab', 'IR', 'rtl'],
    ['ckb', {}, 'ckb', 'Arab', 'IQ', 'rtl'],
    ['am', {}, 'am', 'Ethi', 'ET', 'ltr'],
    ['pt-BR', {}, 'pt-BR', 'Latn', 'BR', 'ltr'],
    ['es-419', {}, 'es-419', 'Latn', '419', 'ltr'],
  ])('%s %j', (tag, regions, language, script, region, direction) => {
    expect(locale(tag, regions)).toEqual({ tag, language, script, region, direction });
  });

  test.each([
    'zh-hant',
    'EN',
    'english',
    'zh_Hant',
    '',
    'e',
    'en-',
    'en-us',
    '../en',
    'en-u-nu-thai',
  ])('%j is not one', (tag) => {
    expect(resolveLocale(tag, {})).toBeUndefined();
  });

  test('the table agrees with likely subtags as Node knows them', () => {
    for (const tag of [
      'de',
      'hi',
      'bn',
      'ta',
      'th',
      'ja',
      'ko',
      'ru',
      'uk',
      'ur',
      'vi',
      'tr',
      'ku',
      'my',
      'ti',
    ]) {
      const { script, region } = new Intl.Locale(tag).maximize();
      expect(locale(tag)).toMatchObject({ script, region });
    }
  });
});

describe('fallbackChain', () => {
  test.each([
    ['zh-Hant', { 'zh-Hant': 'HK' }, ['zh-Hant-HK', 'zh-Hant']],
    ['zh-HK', {}, ['zh-HK', 'zh-Hant-HK', 'zh-Hant']],
    ['zh-Hans', {}, ['zh-Hans', 'zh']],
    ['pt-BR', {}, ['pt-BR', 'pt', 'pt-Latn-BR', 'pt-Latn']],
    ['sr-Latn', {}, ['sr-Latn']],
  ])('%s %j', (tag, regions, chain) => {
    expect(fallbackChain(locale(tag, regions))).toEqual(chain);
  });

  test('holds the locale itself and keeps to its script', () => {
    const tags = fc.constantFrom('en', 'zh', 'zh-Hant', 'zh-TW', 'sr', 'ar', 'pa-PK', 'uz-Cyrl', 'de-AT');
    fc.assert(
      fc.property(tags, fc.constantFrom('HK', 'US', 'RS'), (tag, region) => {
        const one = locale(tag, { [tag]: region });
        const chain = fallbackChain(one);
        expect(chain).toContain(one.tag);
        for (const other of chain) {
          if (other !== tag) expect(locale(other).script).toBe(one.script);
        }
      }),
    );
  });
});

describe('localize', () => {
  test('takes the nearest text, else that of the source', () => {
    const hant = locale('zh-Hant', { 'zh-Hant': 'HK' });
    const en = locale('en');
    expect(localize({ en: 'a', 'zh-Hant': 'b', 'zh-Hant-HK': 'c' }, hant, en)).toBe('c');
    expect(localize({ en: 'a', 'zh-Hant': 'b' }, hant, en)).toBe('b');
    expect(localize({ en: 'a', zh: 'b' }, hant, en)).toBe('a');
    expect(localize({}, hant, en)).toBe('');
  });
});
