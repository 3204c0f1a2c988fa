import { describe, expect, it } from 'vitest';
import { applyWhiteSpace, initialWhiteSpace } from '../../src/layout/boxes/white-space.ts';

describe('a line end in the source', () => {
  const joined = (before: string, after: string): string =>
    applyWhiteSpace(`${before}\n${after}`, 'normal', initialWhiteSpace());

  // css-text-3 §4.1.3: none where both sides are East Asian, and neither is Hangul.
  it.each([
    ['中', '文', '中文'],
    ['。', '「', '。「'],
    ['ｱ', 'ア', 'ｱア'],
    ['字', '𠮷', '字𠮷'],
    ['中', 'a', '中 a'],
    ['한', '국', '한 국'],
    ['中', '국', '中 국'],
    ['…', '中', '… 中'],
    ['a', 'b', 'a b'],
  ])('between %s and %s', (before, after, expected) => expect(joined(before, after)).toBe(expected));
});
