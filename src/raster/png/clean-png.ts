import { readPng } from './chunks.ts';
import { writePng } from './write-png.ts';

/** A PNG with the chunks that make the picture, and no others: no text, time, EXIF, profile, nor what follows its end. */
export function cleanPng(bytes: Uint8Array): Uint8Array {
  return writePng(readPng(bytes));
}
