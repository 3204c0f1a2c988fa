import { describe, expect, it } from 'vitest';
import { resolveScripts, singleScript } from '../../src/text/shaping/script-runs.ts';

/** Each stretch of one script, with it. */
const runs = (text: string): readonly string[] => {
  const found: string[] = [];
  resolveScripts(text).forEach((script, at, all) => {
    if (script === all[at - 1]) found.push(found.pop()! + text[at]);
    else found.push(`${script} ${text[at]}`);
  });
  return found;
};

describe('scripts of a text', () => {
  it('are one where no letter is of another', () => {
    expect(singleScript('Vote, 18:30 – (now)!')).toBe('Latn');
    expect(singleScript('1 + 1')).toBe('Zyyy');
    expect(singleScript('Да, yes')).toBeUndefined();
  });

  it('go on over what scripts share, at the start back to it', () => {
    expect(runs('«abc, да! 12')).toEqual(['Latn «abc, ', 'Cyrl да! 12']);
    expect(runs('() да')).toEqual(['Cyrl () да']);
  });

  it('are the same for both brackets of a pair, and for what follows it', () => {
    expect(runs('abc (да), e')).toEqual(['Latn abc (', 'Cyrl да', 'Latn ), e']);
    expect(runs('a [да (x] y')).toEqual(['Latn a [', 'Cyrl да (', 'Latn x] y']);
  });

  it('take in a mark of the script that follows where that before has no use for it', () => {
    expect(runs('abc「世界」。')).toEqual(['Latn abc', 'Hani 「世界」。']);
    expect(runs('世界、abc')).toEqual(['Hani 世界、', 'Latn abc']);
    expect(runs('abc、def')).toEqual(['Latn abc、def']);
  });
});
