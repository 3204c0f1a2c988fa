/** Code units that are segmented at a time. */
const window = 1024;

/**
 * Where the segments of a text end, in order, as `segmenter.segment(text)` finds them. It is asked about a stretch at a
 * time: asked about the whole of a long text, V8 takes the square of its length. The last segments of a stretch, which
 * more text might change, are found anew in the next one: `unsure` of them, 1 for grapheme clusters (UAX #29 looks one
 * character ahead), more for words of a dictionary.
 */
export function* segmentEnds(text: string, segmenter: Intl.Segmenter, unsure: number): Generator<number> {
  let start = 0;
  let size = window;
  while (start < text.length) {
    const stretch = wholeCharacters(text, start, start + size);
    const ends = Array.from(segmenter.segment(stretch), ({ index, segment }) => index + segment.length);
    const isLast = start + stretch.length === text.length;
    const sure = isLast ? ends : ends.slice(0, -unsure);
    if (sure.length === 0) {
      size *= 2; // One segment that is longer than the stretch.
      continue;
    }
    for (const end of sure) yield start + end;
    start += sure.at(-1)!;
    size = window;
  }
}

/** From `start` to `end`, or one less where that would halve a surrogate pair. */
function wholeCharacters(text: string, start: number, end: number): string {
  const isHalf = end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return text.slice(start, isHalf ? end - 1 : end);
}
