import { crc32 } from 'node:zlib';
import type { PngChunks } from './chunks.ts';

/** A PNG file of a picture's chunks (W3C PNG §5). */
export function writePng(png: PngChunks): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(png.width, 0);
  header.writeUInt32BE(png.height, 4);
  header.set([png.bitDepth, png.colourType, 0, 0, png.interlaced ? 1 : 0], 8);
  const { palette, transparency } = png;
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(palette && png.colourType === 3 ? [chunk('PLTE', palette)] : []),
    ...(transparency && png.colourType < 4 ? [chunk('tRNS', transparency)] : []),
    chunk('IDAT', png.data),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A chunk (§5.3): length, type, data, CRC. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
