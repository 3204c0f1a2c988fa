import { segmentEnds } from './segment-text.ts';

/**
 * Characters each of which is a grapheme cluster of its own (UAX #29) beside any other of them: letters of Latin, Greek,
 * Cyrillic, Hebrew, Arabic, Han, kana and Hangul syllables, digits, punctuation, symbols and formatting controls.
 */
const simple =
  /^[\n\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05ea\u0621-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1fff\u2010-\u2029\u2030-\u2069\u20a0-\u20c0\u2100-\u23ff\u2460-\u27ff\u3000-\u3029\u3030-\u3096\u309b-\u30ff\u3105-\u312f\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9d]*$/;

/** Where the grapheme clusters of a text end. The segmenter is made only for a text that needs it: that takes 10 ms. */
export function* clusterEnds(
  text: string,
  source: { readonly graphemes: Intl.Segmenter },
): Generator<number> {
  if (simple.test(text)) {
    for (let end = 1; end <= text.length; end++) yield end;
    return;
  }
  yield* segmentEnds(text, source.graphemes, 1);
}
