import { describe, expect, it } from 'vitest';
import { compareText } from './compare-text.ts';
import { wordsOf } from './words.ts';

describe('compareText', () => {
  const blocks = ['Free them!', 'We stand with the forty-seven.', '釋放長毛和所有政治犯。'];
  const whole = 'Campaign\nFree them!\n\nWe stand with the forty-\nseven.\n1. 釋放長毛和所\n有政治犯。';

  it('takes a text however it is broken into lines', () => {
    expect(compareText(whole, blocks, ['Campaign'])).toEqual([]);
  });

  it('takes the number of an item for a sign where the template prints numbers too', () => {
    expect(compareText(whole, blocks, ['Campaign', '1'])).toEqual([]);
  });

  it.each([
    ['a word that is lost', whole.replace('with ', ''), 'missing: “with the forty-”'],
    ['a character that is lost', whole.replace('毛', ''), 'missing: “毛 和 所”'],
    ['two words that change places', whole.replace('Free them', 'them Free'), 'missing: “Free them!”'],
    [
      'blocks that change places',
      whole.replace('Free them!', '').concat('\nFree them!'),
      'missing: “We stand',
    ],
    ['a word that is added', whole.replace('1. ', 'not '), 'not in the source: “not”'],
    ['a word that is added at the end', `${whole} not`, 'not in the source: “not”, at the end'],
  ])('tells of %s', (_, text, fault) => {
    expect(compareText(text, blocks, ['Campaign']).join('\n')).toContain(fault);
  });
});

describe('wordsOf', () => {
  it('reads forms of Arabic letters as the letters, without marks of direction', () => {
    expect(wordsOf('\u202b\u0633\ufefb\u0645\u202c \u200f2020')).toEqual(['سلام', '2020']);
  });

  it('takes characters of Chinese as words, and words of other scripts among them', () => {
    expect(wordsOf('女性、LGBTQ 和難民')).toEqual(['女', '性', '、', 'LGBTQ', '和', '難', '民']);
  });

  it('keeps hyphens and dashes', () => {
    expect(wordsOf('Kwok-hung, 2019 – and a–b')).toEqual(['Kwok-', 'hung,', '2019', '–', 'and', 'a–', 'b']);
  });
});
