import { deflateSync } from 'node:zlib';
import { writePng } from '../raster/png/write-png.ts';

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
  return writePng({
    width: pixels,
    height: pixels,
    bitDepth: 1,
    colourType: 0,
    interlaced: false,
    palette: undefined,
    transparency: undefined,
    data: deflateSync(raw, { level: 9 }),
  });
}

/** Takes the bits of a stretch of pixels out of a line; its first byte is the filter's. */
function blacken(line: Buffer, from: number, count: number): void {
  for (let x = from; x < from + count; x++) line[1 + (x >> 3)]! &= ~(0x80 >> (x & 7));
}
