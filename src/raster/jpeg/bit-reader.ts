import { BrokenPicture } from '../broken-picture.ts';
import type { HuffmanTable } from './huffman-table.ts';

/** Reads the bits of a scan (ITU-T T.81 §F.2.2). A class, because it is what decoding spends its time in. */
export class BitReader {
  private readonly data: Uint8Array;
  private at = 0;
  /** The lowest `count` bits are still to be read. */
  private bits = 0;
  private count = 0;
  /** Zeros among them that stand for data that has ended. */
  private padding = 0;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  /** Whether more was read than there is. */
  get isOverrun(): boolean {
    return this.padding > this.count;
  }

  private fill(): void {
    const data = this.data;
    while (this.count <= 24) {
      const byte = data[this.at];
      if (byte === undefined || (byte === 0xff && data[this.at + 1] !== 0)) {
        this.bits <<= 8;
        this.padding += 8;
      } else {
        this.bits = (this.bits << 8) | byte;
        this.at += byte === 0xff ? 2 : 1;
      }
      this.count += 8;
    }
  }

  /** The next `count` bits, at most 16. */
  read(count: number): number {
    if (this.count < count) this.fill();
    this.count -= count;
    return (this.bits >>> this.count) & ((1 << count) - 1);
  }

  /** The value of a category: its highest bit says its sign (§F.2.2.1 EXTEND). */
  readSigned(category: number): number {
    if (category === 0) return 0;
    const value = this.read(category);
    return value < 1 << (category - 1) ? value - (1 << category) + 1 : value;
  }

  /** The next symbol by a table's codes. */
  symbol(table: HuffmanTable): number {
    if (this.count < 16) this.fill();
    const known = table.short[(this.bits >>> (this.count - 8)) & 0xff]!;
    if (known !== 0) {
      this.count -= known >> 8;
      return known & 0xff;
    }
    const { limits, offsets, symbols } = table;
    for (let length = 9; length <= 16; length++) {
      const code = (this.bits >>> (this.count - length)) & ((1 << length) - 1);
      if (code < limits[length]!) {
        this.count -= length;
        return symbols[code + offsets[length]!]!;
      }
    }
    throw new BrokenPicture('its pixels are damaged');
  }

  /** Goes behind the restart marker that has to come next; `number` is 0 to 7. */
  restart(number: number): void {
    const data = this.data;
    const isMarker = (at: number) => data[at] === 0xff && data[at + 1] !== 0 && data[at + 1] !== 0xff;
    while (this.at < data.length && !isMarker(this.at)) this.at++;
    if (data[this.at + 1] !== 0xd0 + number) throw new BrokenPicture('its pixels are damaged or cut off');
    this.at += 2;
    this.bits = 0;
    this.count = 0;
    this.padding = 0;
  }
}
