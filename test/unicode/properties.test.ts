import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bidiClass, bidiClassOf, bracketOf } from '../../src/unicode/bidi/bidi-class.ts';
import { decodeTable } from '../../src/unicode/code-point-map.ts';
import { eastAsianWidth } from '../../src/unicode/east-asian-width.ts';
import { generalCategory, isDefaultIgnorable } from '../../src/unicode/general-category.ts';
import { clusterEnds } from '../../src/unicode/grapheme-clusters.ts';
import { scriptExtensions, scriptOf } from '../../src/unicode/script.ts';

const point = (character: string): number => character.codePointAt(0)!;
const clusters = (text: string): readonly string[] => {
  let start = 0;
  return Array.from(clusterEnds(text), (end) => {
    const cluster = text.slice(start, end);
    start = end;
    return cluster;
  });
};

describe('a table', () => {
  const table = { values: 'N Y', runs: '10A1B1000A1~A' };

  it('gives each run its value', () => {
    const values = { values: table.values, runs: `10A1B${(0x20000).toString(36)}A2B` };
    const lookUp = decodeTable(values, (name) => name.charCodeAt(0));
    expect([35, 36, 37, 0x20024, 0x20025, 0x20026].map(lookUp)).toEqual([78, 89, 78, 78, 89, 89]);
  });

  it('names its values beyond the first signs with more', () => {
    const names = Array.from({ length: 120 }, (_, index) => `v${index}`);
    const lookUp = decodeTable({ values: names.join(' '), runs: '2A3~~C' }, (_, index) => index);
    expect([0, 1, 2, 4].map(lookUp)).toEqual([0, 0, 108, 108]);
  });
});

describe('properties of Unicode 15.0', () => {
  it('are those of its files', () => {
    expect(['a', 'A', '1', '\u0301', '«', '»', '('].map((c) => generalCategory(point(c)))).toEqual(
      'Ll Lu Nd Mn Pi Pf Ps'.split(' '),
    );
    expect(['中', 'ｱ', 'Ａ', 'a', '…', 'é', 'ب'].map((c) => eastAsianWidth(point(c)))).toEqual(
      'W H F Na A A N'.split(' '),
    );
    expect(['a', '中', 'ж', 'ب', '1', '\u0301', '𝒜', '𞤀', '𠮷'].map((c) => scriptOf(point(c)))).toEqual(
      'Latn Hani Cyrl Arab Zyyy Zyyy Zyyy Adlm Hani'.split(' '),
    );
    expect(scriptExtensions(point('「'))).toContain('Hira');
    expect(scriptExtensions(point('x'))).toBeUndefined();
    expect(['\u00ad', '\u200b', 'a', ' '].map((c) => isDefaultIgnorable(point(c)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(bidiClassOf(0x5d0)).toBe(bidiClass.R);
    expect(bracketOf(point('〈'))).toEqual(bracketOf(0x2329));
  });

  it('are not those of a later version, which Node may have', () => {
    // Garay digits and a Todhri letter came with 16.0, a letter of Nag Mundari with 15.0.
    expect([0x10d40, 0x105c0, 0x1e4d0].map(generalCategory)).toEqual(['Cn', 'Cn', 'Lo']);
    // Unassigned characters have the values that their blocks reserve.
    expect(bidiClassOf(0x10d40)).toBe(bidiClass.R);
    expect(eastAsianWidth(0x2fffd)).toBe('W');
  });
});

describe('grapheme clusters', () => {
  it('hold marks, emoji, flags, syllables and conjuncts together', () => {
    const parts = [
      'e\u0301',
      '\r\n',
      '👩‍👩‍👧',
      '👍🏽',
      '🇭🇰',
      '🇹🇼',
      '각',
      '\u1100\u1161\u11a8',
      'क्ष',
      'नि',
      'ก็',
    ];
    expect(clusters(parts.join(''))).toEqual(parts);
  });

  it('are in order and leave nothing out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clusters(text).join('')).toBe(text);
        expect(clusters(text).includes('')).toBe(false);
      }),
    );
  });
});
