import { crc32, deflateSync } from 'node:zlib';

/** A chunk (ISO/IEC 15948 §5.3): length, type, data, CRC. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A black and white PNG, one bit a pixel, of a square of modules drawn `scale` pixels wide within a white margin. */
export function modulesPng(
  size: number,
  dark: (row: number, column: number) => boolean,
  margin: number,
  scale: number,
): Uint8Array {
  const modules = size + margin * 2;
  const pixels = modules * scale;
  const stride = 1 + Math.ceil(pixels / 8);
  const raw = Buffer.alloc(stride * pixels, 0xff);
  for (let y = 0; y < pixels; y++) raw[y * stride] = 0;
  for (let row = 0; row < size; row++) {
    const first = (row + margin) * scale * stride;
    const line = raw.subarray(first, first + stride);
    for (let column = 0; column < size; column++) {
      if (dark(row, column)) blacken(line, (column + margin) * scale, scale);
    }
    for (let n = 1; n < scale; n++) line.copy(raw, first + n * stride);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Takes the bits of a stretch of pixels out of a line; its first byte is the filter's. */
function blacken(line: Buffer, from: number, count: number): void {
  for (let x = from; x < from + count; x++) line[1 + (x >> 3)]! &= ~(0x80 >> (x & 7));
}
