import { FontError } from '../../fonts/sfnt.ts';

/** Bytes of a table, read as they are asked for. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/** An INDEX (Adobe TN 5176 §5): an array of byte strings. */
export interface CffIndex {
  readonly count: number;
  /** Empty beyond the last, and where the offsets are broken. */
  at(index: number): Uint8Array;
  /** Offset in the table of what follows. */
  readonly end: number;
}

/** Most bytes an entry may have: a glyph's program. */
const maxEntry = 1024 * 1024;

/** Reads an INDEX's offsets; its data is read entry by entry. `countSize` is 2 bytes in CFF and 4 in CFF2. */
export function readIndex(read: ReadBytes, start: number, countSize: 2 | 4): CffIndex {
  const count = numberOf(read(start, countSize), 0, countSize);
  if (count === 0) return { count: 0, at: () => new Uint8Array(0), end: start + countSize };
  const size = read(start + countSize, 1)[0]!;
  if (size < 1 || size > 4 || count > 0xffff) throw new FontError('has a broken table CFF');
  const offsets = read(start + countSize + 1, (count + 1) * size);
  const base = start + countSize + 1 + offsets.length - 1;
  const offsetOf = (index: number) => numberOf(offsets, index * size, size);
  return {
    count,
    at(index) {
      if (index < 0 || index >= count) return new Uint8Array(0);
      const from = offsetOf(index);
      const length = offsetOf(index + 1) - from;
      return length <= 0 || length > maxEntry ? new Uint8Array(0) : read(base + from, length);
    },
    end: base + offsetOf(count),
  };
}

function numberOf(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + bytes[at + i]!;
  return value;
}
