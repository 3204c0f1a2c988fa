import { describe, expect, it } from 'vitest';
import { compareLetters, compareWords } from './compare-words.ts';
import type { PageWords, Word } from './pdf-words.ts';

const word = (text: string, left: number, middle: number): Word => ({
  text,
  left,
  right: left + 20,
  middle,
  height: 16,
});

const page = (...words: readonly Word[]): PageWords => ({ width: 300, height: 225, words });

const standing = page(word('one', 15, 20), word('two', 45, 20), word('three', 15, 40));

describe('comparing words', () => {
  it('finds nothing in the same page, though it is a little lower throughout', () => {
    const lower = page(...standing.words.map((w) => ({ ...w, middle: w.middle + 3 })));
    const found = compareWords([lower], [standing], 'X');
    expect(found).toEqual({ words: 3, placed: 3, shift: 3, differences: [] });
  });

  it('finds a word that stands 0.8 pt to the right, and none at 0.7 pt', () => {
    const moved = (by: number) => page(standing.words[0]!, word('two', 45 + by, 20), standing.words[2]!);
    expect(compareWords([moved(0.7)], [standing], 'X').differences).toEqual([]);
    const found = compareWords([moved(0.8)], [standing], 'X');
    expect(found.placed).toBe(2);
    expect(found.differences).toEqual(['page 1: “two” is +1.1 px across, +0.0 px down']);
  });

  it('finds a word that went to another line', () => {
    const found = compareWords(
      [page(word('one', 15, 20), word('two', 15, 40), word('three', 45, 40))],
      [standing],
      'X',
    );
    expect(found.differences).toContain('page 1: X alone has the line “one two”');
    expect(found.differences).toContain('page 1: the line “two three” is ours alone');
  });

  it('finds pages too many, and other paper', () => {
    const wide = { ...standing, width: 330 };
    const found = compareWords([wide, standing], [standing], 'X');
    expect(found.differences).toEqual([
      '2 pages, where X has 1',
      'page 1: 440 × 300 px, where X has 400 × 300 px',
    ]);
  });

  it('pairs a word with the nearest of the same letters', () => {
    const twice = page(word('a', 15, 20), word('a', 15, 40));
    expect(compareWords([twice], [twice], 'X').placed).toBe(2);
  });
});

describe('comparing letters', () => {
  it('finds those that the other page has not so often, wherever they stand', () => {
    const ours = page(word('梁國維，', 15, 20), word('國', 15, 40));
    const theirs = page(word('國', 15, 20), word('梁', 15, 40), word('雄，', 15, 60));
    expect(compareLetters([ours], [theirs], 'X')).toEqual(['page 1: X lacks “維國”']);
    expect(compareLetters([theirs], [theirs], 'X')).toEqual([]);
  });
});
