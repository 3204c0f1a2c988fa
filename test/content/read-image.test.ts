import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseImage } from '../../src/content/read-image.ts';
import { encodeJpeg } from '../../src/raster/jpeg/encode-jpeg.ts';
import { findings } from './fixtures.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function png(width: number, height: number, rows = pixels(width, height), kind = [8, 0, 0, 0, 0]): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, ...kind]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Black rows of grey pixels, deflated; not those of a picture that is too large anyway. */
const pixels = (width: number, height: number) =>
  deflateSync(Buffer.alloc(width * height > 1e7 ? 2 : (1 + width) * height));

/** A sound JPEG with an orientation; `size` is what its header says in place of its own. */
function jpeg(width: number, height: number, orientation = 1, size?: readonly number[]): Buffer {
  const samples = new Uint8Array(width * height);
  const pixels = { width, height, space: 'grey', hasAlpha: false, samples } as const;
  const whole = Buffer.from(encodeJpeg(pixels, { quality: 90, isHalved: false }));
  if (size) whole.set(size, whole.indexOf(Buffer.from([0xff, 0xc0])) + 5);
  const entry = [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const exif = [...Buffer.from('Exif\0\0', 'latin1'), ...tiff];
  return Buffer.concat([
    whole.subarray(0, 2),
    Uint8Array.of(0xff, 0xe1, 0, exif.length + 2, ...exif),
    whole.subarray(2),
  ]);
}

const result = (bytes: Uint8Array, path: string) => {
  const { value, diagnostics } = parseImage(bytes, path, undefined);
  if (value) return `${value.format} ${value.width}×${value.height} ${value.orientation}`;
  return `${diagnostics[0]!.code}: ${diagnostics[0]!.message}`;
};

describe('pictures', () => {
  test('are read by their headers', () => {
    expect(result(png(640, 480), 'a.png')).toBe('png 640×480 1');
    expect(result(jpeg(64, 48), 'a.jpg')).toBe('jpeg 64×48 1');
    expect(result(jpeg(64, 48, 6), 'a.JPEG')).toBe('jpeg 64×48 6');
  });

  test('may not have more pixels than the limit', () => {
    expect(result(png(20_000, 20_000), 'a.png')).toMatch(/^image-too-large: .*20000 × 20000/);
    expect(result(jpeg(9, 9, 1, [0xea, 0x60, 0xea, 0x60]), 'a.jpg')).toMatch(/^image-too-large/);
  });

  test('are broken wherever they are cut', () => {
    for (const [whole, name] of [
      [png(9, 9), 'a.png'],
      [jpeg(9, 9), 'a.jpg'],
    ] as const) {
      for (let length = 0; length < whole.length; length++) {
        expect(result(whole.subarray(0, length), name)).toMatch(/^image-invalid/);
      }
    }
  });

  test('that were changed are broken', () => {
    const bytes = png(9, 9);
    bytes[19] = 200;
    expect(result(bytes, 'a.png')).toBe('image-invalid: the PNG a.png is broken: its IHDR chunk is damaged');
  });

  test.each([
    ['is cut off', deflateSync(Buffer.alloc(90)).subarray(0, 8), undefined, 'damaged or cut off'],
    ['is not deflated', Buffer.from('rows'), undefined, 'damaged or cut off'],
    ['is too little', deflateSync(Buffer.alloc(89)), undefined, 'fewer pixels'],
    ['is too much', deflateSync(Buffer.alloc(91)), undefined, 'more pixels'],
    ['has an unknown filter', deflateSync(Buffer.alloc(90, 5)), undefined, 'its pixels are damaged'],
    ['has no palette', deflateSync(Buffer.alloc(90)), [8, 3, 0, 0, 0], 'no palette'],
    ['has one row less in a pass', deflateSync(Buffer.alloc(99)), [8, 0, 0, 0, 1], 'fewer pixels'],
  ])('whose data %s are broken', (_, rows, kind, problem) => {
    expect(result(png(9, 9, rows, kind), 'a.png')).toMatch(new RegExp(`^image-invalid: .*${problem}`));
  });

  test.each([
    [[1, 0, 0, 0, 0], 9 * 3],
    [[16, 6, 0, 0, 0], 9 * 73],
    [[8, 0, 0, 0, 1], 100],
  ])('of header %j have rows of their own size', (kind, size) => {
    expect(result(png(9, 9, deflateSync(Buffer.alloc(size)), kind), 'a.png')).toBe('png 9×9 1');
  });

  test.each([
    [png(9, 9), 'a.jpg', 'PNG'],
    [jpeg(9, 9), 'a.png', 'JPEG'],
    [Buffer.from('GIF89a'), 'a.png', 'GIF'],
    [Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'a.png', 'WebP'],
    [Buffer.from('<?xml version="1.0"?><svg/>'), 'a.png', 'SVG'],
    [Buffer.from('%PDF-1.7'), 'a.png', 'PDF'],
    [Buffer.from('<!doctype html>'), 'a.jpg', 'HTML'],
  ])('that are mislabelled: case %#', (bytes, path, real) => {
    expect(result(bytes, path)).toMatch(new RegExp(`^image-invalid: .*${real}`));
  });

  test('are found beside the Markdown', () => {
    expect(
      findings('![A flag](my%20flag.png)', { files: { 'leaflets/one/my flag.png': png(9, 9) } }),
    ).toEqual([]);
    expect(findings('![A flag](../flag.png)', { files: { 'leaflets/flag.png': png(9, 9) } })).toEqual([]);
  });
});
