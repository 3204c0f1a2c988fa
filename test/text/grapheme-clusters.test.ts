import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusterEnds } from '../../src/text/grapheme-clusters.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const endsBySegmenter = (text: string): readonly number[] =>
  [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length);

/** Throws where a text is not found simple. */
const never = {
  get graphemes(): Intl.Segmenter {
    throw new Error('asked the segmenter');
  },
};

it('agrees with the segmenter on every pair of simple characters with neighbours of each kind', () => {
  const simple: string[] = [];
  for (let point = 0; point <= 0xffff; point++) {
    const character = String.fromCharCode(point);
    try {
      [...clusterEnds(character, never)];
      simple.push(character);
    } catch {}
  }
  expect(simple.length).toBeGreaterThan(30_000);
  // One of each kind that UAX #29 tells apart, as far as they are simple, beside all others.
  for (const neighbour of ['a', ' ', '中', '한', '\u2066', '→', 'ב', 'ل', '\n']) {
    for (let at = 0; at < simple.length; at += 500) {
      const text = simple
        .slice(at, at + 500)
        .flatMap((character) => [character, neighbour])
        .join('');
      expect([...clusterEnds(text, never)]).toEqual(endsBySegmenter(text));
    }
  }
});

it('agrees with the segmenter on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...clusterEnds(text, { graphemes })]).toEqual(endsBySegmenter(text));
    }),
    { numRuns: 500 },
  );
});
