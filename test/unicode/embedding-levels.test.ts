import { describe, expect, it } from 'vitest';
import { embeddingLevels } from '../../src/unicode/bidi/embedding-levels.ts';

const levels = (text: string, base: 0 | 1 | 'auto' = 'auto'): string =>
  [...embeddingLevels(text, base).levels].join('');

describe('embedding levels', () => {
  it('are found for each paragraph by itself', () => {
    expect(levels('\u05d0\n1 2\n\u0627')).toBe('110000' + '1');
    expect(embeddingLevels('a\n\u05d0\r\nb', 'auto').paragraphs).toEqual([
      { start: 0, end: 2, level: 0 },
      { start: 2, end: 5, level: 1 },
      { start: 5, end: 6, level: 0 },
    ]);
  });

  it('are the same for both halves of a character, and for what the rules pass over', () => {
    expect(levels('a𞤀b')).toBe('0110');
    expect(levels('a\u05d0\u00ad\u05d1', 0)).toBe('0111');
  });

  it('of a tab, and of spaces before it, are the paragraph’s', () => {
    expect(levels('a\u05d0 \t\u05d1', 0)).toBe('01001');
  });

  it('are found for isolates and brackets, however many', () => {
    const deep = `${'\u2067'.repeat(200)}a${'\u2069'.repeat(200)}\u05d0`;
    expect(embeddingLevels(deep, 0).levels.at(-1)).toBe(1);
    const open = '('.repeat(20_000) + ']'.repeat(20_000);
    expect(embeddingLevels(`\u05d0${open}`, 1).levels.at(-1)).toBe(1);
  });
});
