import { crc32, deflateSync } from 'node:zlib';

/** A PNG chunk with its length and checksum. */
export function chunk(type: string, body: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/**
 * A PNG whose header says `width` and `height`, with any rows below it: filter bytes included, or already deflated.
 * `kind` is bit depth and colour type.
 */
export function pngOf(
  width: number,
  height: number,
  rows: Uint8Array = Buffer.alloc(0),
  deflated: Uint8Array = deflateSync(rows),
  kind: readonly [number, number] = [8, 2],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = kind[0];
  header[9] = kind[1];
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflated),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A sound black PNG. */
export function png(width: number, height: number): Buffer {
  return pngOf(width, height, Buffer.alloc(height * (1 + width * 3)));
}

/** A sound grey JPEG of 8 by 8 pixels: one block, whose codes are a DC difference of 0 and the end of the block. */
export function jpeg(): Buffer {
  const segment = (marker: number, body: readonly number[]) =>
    Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
  const onlyZero = [1, ...Array<number>(15).fill(0), 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
    segment(0xc4, [0, ...onlyZero]),
    segment(0xc4, [0x10, ...onlyZero]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ]);
}
