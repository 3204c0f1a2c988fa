import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { ImageData } from '../../../src/content/image.ts';

function chunk(type: string, body: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)]);
}

/** What a PNG is to be made of; rows are given with their filter byte. */
export interface PngRecipe {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced?: boolean;
  readonly rows: Uint8Array;
  readonly chunks?: Readonly<Record<string, Uint8Array>>;
}

/** A PNG file. */
export function makePng(recipe: PngRecipe): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(recipe.width);
  header.writeUInt32BE(recipe.height, 4);
  header[8] = recipe.bitDepth;
  header[9] = recipe.colourType;
  header[12] = recipe.interlaced ? 1 : 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...Object.entries(recipe.chunks ?? {}).map(([type, body]) => chunk(type, body)),
    chunk('IDAT', deflateSync(recipe.rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A picture as the content stage hands it over. */
export function picture(
  bytes: Uint8Array,
  format: 'png' | 'jpeg',
  width: number,
  height: number,
  space: ImageData['space'] = 'rgb',
): ImageData {
  const key = createHash('sha256').update(bytes).digest('hex');
  return { key, format, width, height, orientation: 1, space, bytes };
}

function segment(marker: number, body: string | Uint8Array): Uint8Array {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const length = bytes.length + 2;
  return Buffer.concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), bytes]);
}

/** A JPEG's shell with all that should go and stay; the scans are not decodable. */
export function makeJpeg(components: number, adobe: boolean): Uint8Array {
  const frame = [
    8,
    0,
    20,
    0,
    30,
    components,
    ...Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]).flat(),
  ];
  return Buffer.concat([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01RGB'),
    segment(0xe1, 'Exif\0\0GPS 22.28N 114.16E'),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>'),
    segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'),
    segment(0xed, 'Photoshop 3.0\0by-line'),
    ...(adobe ? [segment(0xee, 'Adobe\0\x64\0\0\0\0\x02')] : []),
    segment(0xfe, 'a comment'),
    segment(0xc2, Uint8Array.from(frame)),
    segment(0xda, '\x01\x01\0\0?\0'),
    Uint8Array.of(1, 2, 0xff, 0, 3, 0xff, 0xd0, 4),
    segment(0xfe, 'between scans'),
    segment(0xda, '\x01\x01\0\0?\0'),
    Uint8Array.of(5, 6, 0xff, 0xd9),
    Buffer.from('trailing secret'),
  ]);
}
