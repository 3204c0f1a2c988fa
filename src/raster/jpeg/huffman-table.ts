import { BrokenPicture } from '../broken-picture.ts';

/** Codes to be read. */
export interface HuffmanTable {
  /** For each 8 bits that begin with a code: its length × 256 + its symbol; 0 where the code is longer. */
  readonly short: Uint16Array;
  /** By length: one more than the last code of that length, or 0; what is added to a code for its symbol's index. */
  readonly limits: Int32Array;
  readonly offsets: Int32Array;
  readonly symbols: Uint8Array;
}

/** The tables of a DHT segment, by class (0 DC, 1 AC) × 4 + number (ITU-T T.81 §B.2.4.2). */
export function readHuffmanTables(body: Uint8Array): ReadonlyMap<number, HuffmanTable> {
  const found = new Map<number, HuffmanTable>();
  for (let at = 0; at < body.length; ) {
    const kind = body[at]!;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = body.subarray(at + 17, at + 17 + total);
    if (kind >> 4 > 1 || (kind & 15) > 3 || total > 256 || symbols.length < total)
      throw new BrokenPicture('its code tables are damaged');
    found.set((kind >> 4) * 4 + (kind & 15), makeTable(counts, symbols));
    at += 17 + total;
  }
  return found;
}

function makeTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const short = new Uint16Array(256);
  const limits = new Int32Array(17);
  const offsets = new Int32Array(17);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++, code <<= 1) {
    const count = counts[length - 1]!;
    if (code + count > 1 << length) throw new BrokenPicture('its code tables are damaged');
    offsets[length] = index - code;
    for (let i = 0; i < count; i++, code++, index++) {
      if (length > 8) continue;
      const first = code << (8 - length);
      short.fill(length * 256 + symbols[index]!, first, first + (1 << (8 - length)));
    }
    limits[length] = count > 0 ? code : 0;
  }
  return { short, limits, offsets, symbols };
}
