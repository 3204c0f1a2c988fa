import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentEnds } from '../../src/text/line-break/segment-text.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const whole = (text: string) =>
  Array.from(graphemes.segment(text), ({ index, segment }) => index + segment.length);

test('a long text has the segments that it has as a whole', () => {
  const pieces = [
    'a',
    ' ',
    '\r\n',
    'e\u0301',
    '\u0301',
    '\u200d',
    '🇭🇰',
    '👩‍👩‍👧',
    '👍🏽',
    '각',
    '\u1100',
    '\u1161',
    'क्ष',
    '\u094d',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 700, maxLength: 1500 }), (parts) => {
      const text = parts.join('');
      expect([...segmentEnds(text, graphemes, 1)]).toEqual(whole(text));
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test('a segment that is longer than a stretch stays whole', () => {
  const text = `a${'\u0301'.repeat(5000)}b`;
  expect([...segmentEnds(text, graphemes, 1)]).toEqual([5001, 5002]);
});

test('words of a long Thai text are those of its sentences', () => {
  const words = new Intl.Segmenter('th', { granularity: 'word' });
  const sentence = 'กรุงเทพเป็นเมืองหลวงของประเทศไทย';
  const found = [...segmentEnds(sentence.repeat(100), words, 4)];
  expect(found.filter((end) => end % sentence.length === 0)).toHaveLength(100);
  expect(found).toHaveLength(100 * [...segmentEnds(sentence, words, 4)].length);
});
