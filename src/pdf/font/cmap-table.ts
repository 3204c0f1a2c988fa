/** Code points that follow one another, and their glyphs. */
interface Segment {
  readonly first: number;
  readonly glyphs: number[];
}

function segmentsOf(glyphs: ReadonlyMap<number, number>): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [codePoint, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const last = segments.at(-1);
    if (last && last.first + last.glyphs.length === codePoint) last.glyphs.push(glyph);
    else segments.push({ first: codePoint, glyphs: [glyph] });
  }
  return segments;
}

/**
 * A `cmap` table (OpenType, format 4, platform 3, encoding 1) from code points of the basic plane to glyphs, which a
 * non-symbolic TrueType font needs (ISO 32000-1 §9.6.6.4).
 */
export function cmapTable(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const segments = [...segmentsOf(glyphs), { first: 0xffff, glyphs: [0] }];
  const count = segments.length;
  const listed = segments.reduce((sum, segment) => sum + segment.glyphs.length, 0);
  const length = 16 + count * 8 + listed * 2;
  const words = new DataView(new ArrayBuffer(12 + length));
  const header = [0, 1, 3, 1, 0, 12, 4, length, 0, count * 2, ...searchOf(count)];
  header.forEach((word, index) => {
    words.setUint16(index * 2, word);
  });
  const ends = header.length * 2;
  const starts = ends + count * 2 + 2;
  const offsets = starts + count * 4;
  let at = offsets + count * 2;
  segments.forEach(({ first, glyphs: own }, index) => {
    words.setUint16(ends + index * 2, first + own.length - 1);
    words.setUint16(starts + index * 2, first);
    // From this field on to the segment's first glyph.
    words.setUint16(offsets + index * 2, at - (offsets + index * 2));
    for (const glyph of own) {
      words.setUint16(at, glyph);
      at += 2;
    }
  });
  return new Uint8Array(words.buffer);
}

/** `searchRange`, `entrySelector` and `rangeShift`. */
function searchOf(count: number): readonly number[] {
  const selector = Math.floor(Math.log2(count));
  const range = 2 * 2 ** selector;
  return [range, selector, count * 2 - range];
}
