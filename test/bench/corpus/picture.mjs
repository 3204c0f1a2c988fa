import { crc32, deflateSync } from 'node:zlib';
import { below, randomOf } from './random.mjs';

/** A picture as PNG, 640 × 320 pixels, RGB: a smooth gradient with a little noise, so that it compresses as one. */
export function pictureBytes(width = 640, height = 320) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits a channel
  header[9] = 2; // RGB
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(width, height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixels(width, height) {
  const random = randomOf(7);
  const row = width * 3 + 1; // a filter byte before each row
  const bytes = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const noise = ((x ^ y) & 63) === 0 ? below(random, 24) : 0;
      const isBand = ((x >> 5) + (y >> 5)) & 1;
      bytes.set(
        [(40 + y / 2 + noise) & 255, (90 + x / 5 + noise) & 255, isBand ? 180 : 150],
        y * row + 1 + x * 3,
      );
    }
  }
  return bytes;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
