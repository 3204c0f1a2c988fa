import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { foreignProfile } from '../../src/raster/foreign-profile.ts';
import { decodeJpeg } from '../../src/raster/jpeg/decode-jpeg.ts';
import { readPng } from '../../src/raster/png/chunks.ts';
import { pixelsOfPng } from '../../src/raster/png/pixels-of-png.ts';
import type { RasterFile } from '../../src/raster/raster-file.ts';
import { remake } from '../../src/raster/remake.ts';
import { iccProfile } from '../conformance/images/metadata.ts';
import { makePng } from '../pdf/support/pictures.ts';
import { sampleJpeg } from './support/sample-jpeg.ts';

/** Adobe RGB (1998). */
const adobeRgb = iccProfile('a name', [
  [0.60974, 0.31111, 0.01947],
  [0.20528, 0.62567, 0.06087],
  [0.14919, 0.06322, 0.74457],
]);

function png(profile: Uint8Array, ...pixel: readonly number[]): RasterFile {
  const iCCP = Buffer.concat([Buffer.from('a name\0\0'), deflateSync(profile)]);
  const recipe = { width: 1, height: 1, bitDepth: 8, colourType: 2, rows: Uint8Array.from([0, ...pixel]) };
  const bytes = makePng({ ...recipe, chunks: { iCCP } });
  return { format: 'png', width: 1, height: 1, orientation: 1, space: 'rgb', bytes };
}

function srgbOf(file: RasterFile): readonly number[] {
  const made = remake(file, { profile: foreignProfile(file)! });
  expect(Buffer.from(made.bytes).includes('a name')).toBe(false);
  return [...pixelsOfPng(readPng(made.bytes)).samples];
}

it('colours by a profile of their own become sRGB, as LittleCMS has them', () => {
  expect(srgbOf(png(adobeRgb, 85, 153, 80))).toEqual([0, 154, 73]);
  expect(srgbOf(png(adobeRgb, 255, 255, 255))).toEqual([255, 255, 255]);
});

it('a profile that says nothing else than sRGB does not make a picture anew', () => {
  const srgbCurve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map((v) => Math.round(v * 65536));
  const parametric = Buffer.alloc(32);
  parametric.write('para\0\0\0\0\0\x03', 'latin1');
  srgbCurve.forEach((value, i) => void parametric.writeInt32BE(value, 12 + 4 * i));
  const power = iccProfile('a name');
  // A curve of sRGB's own behind all others, where each colour is told to look for it.
  const profile = Buffer.concat([power, parametric]);
  for (const tag of ['rTRC', 'gTRC', 'bTRC']) {
    const entry = profile.indexOf(tag);
    profile.writeUInt32BE(power.length, entry + 4);
    profile.writeUInt32BE(parametric.length, entry + 8);
  }
  expect(foreignProfile(png(profile, 1, 2, 3))).toBeUndefined();
  expect(foreignProfile(png(power, 1, 2, 3))).toBeDefined();
});

it('parts of a profile in a JPEG are put together by their numbers', () => {
  const [first, second] = [adobeRgb.subarray(0, 200), adobeRgb.subarray(200)];
  const part = (number: number, data: Uint8Array) => {
    const head = Buffer.from(`\xff\xe2\0\0ICC_PROFILE\0${String.fromCharCode(number)}\x02`, 'latin1');
    head.writeUInt16BE(data.length + 16, 2);
    return Buffer.concat([head, data]);
  };
  const plain = sampleJpeg('baseline');
  const bytes = Buffer.concat([plain.subarray(0, 2), part(2, second), part(1, first), plain.subarray(2)]);
  const file = { format: 'jpeg', width: 20, height: 12, orientation: 1, space: 'rgb', bytes } as const;
  const made = remake(file, { profile: foreignProfile(file)! });
  // A blue of Adobe RGB's with some green is a stronger one of sRGB's.
  expect(decodeJpeg(made.bytes).samples.slice(-3)[0]).toBeLessThan(10);
});

it('a profile that is cut off or of tables says nothing', () => {
  for (const length of [0, 20, 131, 140, 250, 400])
    expect(foreignProfile(png(adobeRgb.subarray(0, length), 1, 2, 3))).toBeUndefined();
  const tables = Buffer.from(adobeRgb);
  tables.write('Lab ', 20, 'latin1');
  expect(foreignProfile(png(tables, 1, 2, 3))).toBeUndefined();
});
