import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../command.ts';
import { rewritePdf } from '../edit-pdf.ts';

/** A page as pixels: three bytes each, red, green, blue, in rows from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Pixels to a CSS px: edges are told to half a px. */
export const rasterScale = 2;

/**
 * The pages of a PDF without antialiasing. Text is left out, so that boxes behind it are seen: what letters look like
 * is no matter of layout, and where they stand is told by the words. `folder` is for files of this call alone.
 */
export async function rasterizeBoxes(pdf: string, folder: string): Promise<readonly Raster[]> {
  mkdirSync(folder, { recursive: true });
  return rasterizeText(await withoutText(pdf, join(folder, 'boxes.pdf')), folder);
}

/** The pages of a PDF without antialiasing, text and all. */
export async function rasterizeText(pdf: string, folder: string): Promise<readonly Raster[]> {
  mkdirSync(folder, { recursive: true });
  return rasterize(pdf, folder, ['-aa', 'no', '-aaVector', 'no']);
}

/** The pages of a PDF as they are seen. */
export async function rasterizePages(pdf: string, folder: string): Promise<readonly Raster[]> {
  mkdirSync(folder, { recursive: true });
  return rasterize(pdf, folder, []);
}

async function rasterize(
  pdf: string,
  folder: string,
  options: readonly string[],
): Promise<readonly Raster[]> {
  const resolution = String(96 * rasterScale);
  await outputOf('pdftoppm', ['-r', resolution, ...options, pdf, join(folder, 'page')]);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ppm'));
  const numbered = files.map((name) => ({ name, number: Number(/(\d+)\.ppm$/.exec(name)![1]) }));
  return numbered
    .sort((a, b) => a.number - b.number)
    .map(({ name }) => {
      const raster = parsePpm(readFileSync(join(folder, name)));
      rmSync(join(folder, name));
      return raster;
    });
}

/** Makes all text invisible: text rendering mode 3 at the start of every text object (ISO 32000-2, 9.3.6). */
function withoutText(pdf: string, copy: string): Promise<string> {
  return rewritePdf(pdf, copy, (plain) => plain.replace(/^BT$/gm, 'BT 3 Tr'));
}

function parsePpm(bytes: Buffer): Raster {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64));
  if (!header) throw new Error('pdftoppm wrote no PPM of 8 bits');
  return {
    width: Number(header[1]),
    height: Number(header[2]),
    pixels: bytes.subarray(header[0].length),
  };
}
