import { inflateSync } from 'node:zlib';
import { passesOf, readPng } from './chunks.ts';

/** Most bytes that a picture's rows may unpack to. */
const maxRowBytes = 256 * 1024 * 1024;

/**
 * What is wrong with the pixels of a PNG whose chunks are whole (W3C PNG §7 to §10); undefined where nothing is.
 * Viewers draw what is missing as black, or nothing, so that it would be printed before it is seen.
 */
export function checkPixels(bytes: Uint8Array): string | undefined {
  const png = readPng(bytes);
  const passes = passesOf(png);
  const expected = passes.reduce((sum, pass) => sum + pass.rows * (1 + pass.rowBytes), 0);
  if (expected > maxRowBytes) return `its pixels take more than ${maxRowBytes / 1024 ** 2} MB`;
  let raw: Uint8Array;
  try {
    raw = inflateSync(png.data, { maxOutputLength: expected });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? 'it holds more pixels than its header says'
      : 'its pixels are damaged or cut off';
  }
  if (raw.length < expected) return 'it holds fewer pixels than its header says';
  let at = 0;
  for (const pass of passes) {
    for (let row = 0; row < pass.rows; row++, at += 1 + pass.rowBytes) {
      if (raw[at]! > 4) return 'its pixels are damaged';
    }
  }
  return undefined;
}
