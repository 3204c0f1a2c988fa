import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { pngOf } from '../hostile/pictures.ts';
import type { Compared } from './compare-pdfs.ts';
import { type Raster, rasterizePages } from './raster.ts';

/**
 * Writes the pages of both PDFs into a folder as `1-ours.png`, `1-chromium.png` and `1-difference.png`, in which ours is
 * red, the other is blue, and what both have is grey. Gives the paths.
 */
export async function writePages(
  { ours, theirs, other, folder }: Compared,
  target: string,
): Promise<readonly string[]> {
  mkdirSync(target, { recursive: true });
  const own = await rasterizePages(ours, join(folder, 'ours'));
  const their = await rasterizePages(theirs, join(folder, 'theirs'));
  const written: string[] = [];
  const write = (name: string, raster: Raster) => {
    const path = join(target, name);
    writeFileSync(path, pngOfRaster(raster));
    written.push(path);
  };
  for (let page = 0; page < Math.max(own.length, their.length); page++) {
    const [a, b] = [own[page], their[page]];
    if (a) write(`${page + 1}-ours.png`, a);
    if (b) write(`${page + 1}-${other.toLowerCase()}.png`, b);
    if (a && b) write(`${page + 1}-difference.png`, differenceOf(a, b));
  }
  return written;
}

function differenceOf(ours: Raster, theirs: Raster): Raster {
  const width = Math.min(ours.width, theirs.width);
  const height = Math.min(ours.height, theirs.height);
  const pixels = new Uint8Array(width * height * 3);
  const light = ({ pixels: from, width: row }: Raster, x: number, y: number) => {
    const at = (y * row + x) * 3;
    return (from[at]! + from[at + 1]! + from[at + 2]!) / 3;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [own, their] = [light(ours, x, y), light(theirs, x, y)];
      const both = Math.max(own, their);
      pixels.set([160 + their * 0.37, 160 + both * 0.37, 160 + own * 0.37], (y * width + x) * 3);
      if (own !== their) pixels.set([their, Math.min(own, their), own], (y * width + x) * 3);
    }
  }
  return { width, height, pixels };
}

function pngOfRaster({ width, height, pixels }: Raster): Uint8Array {
  const row = width * 3;
  const rows = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return pngOf(width, height, rows, deflateSync(rows));
}
