import { describe, expect, test } from 'vitest';
import type { ComputedStyle } from '../../src/style/computed-style.ts';
import { transformText } from '../../src/text/transform/text-transform.ts';

const none = { letters: 'none', fullWidth: false, fullSizeKana: false } as const;

function transform(
  text: string,
  language: string,
  change: Partial<ComputedStyle['textTransform']>,
  before?: string,
): string {
  return transformText(text, { language, textTransform: { ...none, ...change } }, before).normalize('NFC');
}

describe('uppercase', () => {
  test.each([
    ['en', 'istanbul ıi', 'ISTANBUL II'],
    ['tr', 'istanbul ıi', 'İSTANBUL Iİ'],
    ['az-Latn', 'milli', 'MİLLİ'],
    ['de', 'Straße, groß', 'STRASSE, GROSS'],
    ['fr', 'ﬁn, œuvre', 'FIN, ŒUVRE'],
    ['el', 'Μάιος', 'ΜΑΪΟΣ'],
    ['el', 'ευφυΐα, Μαΐου, Ρωμέικο', 'ΕΥΦΥΪΑ, ΜΑΪΟΥ, ΡΩΜΕΪΚΟ'],
    ['el', 'άνθρωπος ή θάνατος', 'ΑΝΘΡΩΠΟΣ Ή ΘΑΝΑΤΟΣ'],
    ['el', 'ἤδη τῇ ᾠδῇ', 'ΗΔΗ ΤΗΙ ΩΙΔΗΙ'],
    ['grc', 'Ἐν ἀρχῇ ἦν ὁ λόγος', 'ΕΝ ΑΡΧΗΙ ΗΝ Ο ΛΟΓΟΣ'],
    ['el', 'café και Wi-Fi', 'CAFÉ ΚΑΙ WI-FI'],
    ['lt', 'i\u0307\u0301 ėj\u0307', 'Í ĖJ'],
    ['hy', 'և եւ', 'ԵՎ ԵՒ'],
    ['nl', 'ijs', 'IJS'],
    ['ka', 'აბგ', 'ᲐᲑᲒ'],
  ])('in %s: %s', (language, text, expected) => {
    expect(transform(text, language, { letters: 'uppercase' })).toBe(expected);
  });
});

describe('lowercase', () => {
  test.each([
    ['en', 'ISTANBUL', 'istanbul'],
    ['tr', 'ISPARTA, İZMİR', 'ısparta, izmir'],
    ['tr', 'I\u0307', 'i'],
    ['el', 'ΟΔΥΣΣΕΥΣ ΣΑΣ', 'οδυσσευς σας'],
    ['lt', 'Ì JĮ\u0301', 'i\u0307\u0300 jį\u0307\u0301'],
    ['de', 'STRASSE', 'strasse'],
  ])('in %s: %s', (language, text, expected) => {
    expect(transform(text, language, { letters: 'lowercase' })).toBe(expected.normalize('NFC'));
  });
});

describe('capitalize', () => {
  test.each([
    ['en', "it's the workers’ 3rd day, jean-paul", "It's The Workers’ 3rd Day, Jean-Paul"],
    ['nl', 'ijsland ijs ijzer', 'IJsland IJs IJzer'],
    ['en', 'ijsland', 'Ijsland'],
    ['tr', 'izmir ılık', 'İzmir Ilık'],
    ['hr', 'ǆungla', 'ǅungla'],
    ['de', 'ßx', 'Ssx'],
    ['el', 'άλφα ᾳ', 'Άλφα ᾼ'],
    ['ka', 'აბგ', 'აბგ'],
    ['en', 'ﬁn', 'Fin'],
  ])('in %s: %s', (language, text, expected) => {
    expect(transform(text, language, { letters: 'capitalize' })).toBe(expected.normalize('NFC'));
  });

  test('goes on with a word that began before', () => {
    expect(transform('ork and rest', 'en', { letters: 'capitalize' }, 'w')).toBe('ork And Rest');
    expect(transform('j', 'nl', { letters: 'capitalize' }, 'i')).toBe('j');
  });
});

describe('width and size', () => {
  test.each([
    ['Vol. 3 ~ £5', 'Ｖｏｌ．　３　～　￡５'],
    ['ﾊﾝｶﾞｰ｡', 'ハンガー。'],
    ['漢字かな', '漢字かな'],
  ])('full-width: %s', (text, expected) => {
    expect(transform(text, 'ja', { fullWidth: true })).toBe(expected);
  });

  test('full-size-kana, after capitals and width', () => {
    expect(transform('シュプレヒコール きょう ㇰ', 'ja', { fullSizeKana: true })).toBe(
      'シユプレヒコール きよう ク',
    );
    expect(transform('nhk ｬ', 'ja', { letters: 'uppercase', fullWidth: true, fullSizeKana: true })).toBe(
      'ＮＨＫ　ヤ',
    );
  });
});
