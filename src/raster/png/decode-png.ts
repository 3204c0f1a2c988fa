import { inflateSync } from 'node:zlib';
import { type PngChunks, passesOf, samplesPerPixel } from './chunks.ts';
import { paeth } from './paeth.ts';

/** Most bytes that a picture is unpacked to: 64 million pixels with alpha. */
const maxBytes = 256 * 1024 * 1024;

/** Undoes one row's filter in place; `above` is the row before, or zeros. */
function unfilterRow(type: number, row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i >= step ? row[i - step]! : 0;
    const up = above[i]!;
    const corner = i >= step ? above[i - step]! : 0;
    if (type === 1) row[i] = row[i]! + left;
    else if (type === 2) row[i] = row[i]! + up;
    else if (type === 3) row[i] = row[i]! + ((left + up) >> 1);
    else if (type === 4) row[i] = row[i]! + paeth(left, up, corner);
    else if (type !== 0) throw new Error('The PNG has an unknown filter');
  }
}

/** Sample `index` of a row as it is stored; of 16 bits the upper 8. */
function sampleAt(row: Uint8Array, index: number, bitDepth: number): number {
  if (bitDepth === 8) return row[index]!;
  if (bitDepth === 16) return row[index * 2]!;
  const bit = index * bitDepth;
  return (row[bit >> 3]! >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1);
}

/** Every sample of a picture, row by row, a byte each: as stored, but 16 bits cut to 8. */
export function decodePng(png: PngChunks): Uint8Array {
  const { width, height, bitDepth } = png;
  const samples = samplesPerPixel(png.colourType);
  const step = Math.max(1, (samples * bitDepth) >> 3);
  if (width * height * Math.max(step, samples) > maxBytes) throw new Error('The PNG has too many pixels');
  const raw = inflateSync(png.data, { maxOutputLength: maxBytes + height * 8 });
  const out = new Uint8Array(width * height * samples);
  let at = 0;
  for (const { column, row, columnStep, rowStep, columns, rowBytes } of passesOf(png)) {
    let above: Uint8Array = new Uint8Array(rowBytes);
    for (let y = row; y < height; y += rowStep) {
      if (at + 1 + rowBytes > raw.length) throw new Error('The PNG is cut off');
      const line = raw.subarray(at + 1, at + 1 + rowBytes);
      unfilterRow(raw[at]!, line, above, step);
      for (let x = 0; x < columns; x++) {
        const to = (y * width + column + x * columnStep) * samples;
        for (let s = 0; s < samples; s++) out[to + s] = sampleAt(line, x * samples + s, bitDepth);
      }
      above = line;
      at += 1 + rowBytes;
    }
  }
  return out;
}
