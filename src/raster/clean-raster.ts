import { cleanJpeg } from './jpeg/clean-jpeg.ts';
import { cleanPng } from './png/clean-png.ts';
import type { RasterFile } from './raster-file.ts';

/** A picture's file with what its pixels need, and nothing that says who made it, where, when and with what. */
export function cleanRaster({ format, bytes }: RasterFile): Uint8Array {
  return format === 'png' ? cleanPng(bytes) : cleanJpeg(bytes);
}
