import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from './command.ts';

/** Two corners, left, bottom, right and top, in pt. */
export type Box = readonly [number, number, number, number];

/** A page of a file for a print shop, as Ghostscript separates it. */
export interface PlatedPage {
  /** At 72 dpi: a pixel is a pt. */
  readonly width: number;
  readonly height: number;
  /** The ink of each pixel, 0 to 255, in rows from the top; by the name of the plate. */
  readonly plates: ReadonlyMap<string, Uint8Array>;
  readonly boxes: Readonly<Record<'MediaBox' | 'BleedBox' | 'TrimBox' | 'ArtBox', Box>>;
}

/** Separates every page of a PDF. `folder` is for files of this call alone. */
export async function separate(pdf: string, folder: string): Promise<readonly PlatedPage[]> {
  mkdirSync(folder, { recursive: true });
  const device = ['-sDEVICE=tiffsep', '-sCompression=none', '-r72', '-dGraphicsAlphaBits=1'];
  const output = `-sOutputFile=${join(folder, 'page-%d.tif')}`;
  await outputOf('gs', ['-q', '-dSAFER', '-dNOPAUSE', '-dBATCH', ...device, output, pdf]);
  const boxes = boxesOf(await outputOf('pdfinfo', ['-box', '-f', '1', '-l', '9999', pdf]));
  const plates = boxes.map(() => new Map<string, Gray>());
  for (const name of readdirSync(folder).sort()) {
    const [, page, plate] = /^page-(\d+)\((.+)\)\.tif$/.exec(name) ?? [];
    if (plate !== undefined) plates[Number(page) - 1]?.set(plate, readTiff(readFileSync(join(folder, name))));
  }
  rmSync(folder, { recursive: true });
  return plates.map((own, page) => {
    const { width, height } = own.get('Black') ?? { width: 0, height: 0 };
    const inks = new Map([...own].map(([name, { pixels }]) => [name, pixels.map((light) => 255 - light)]));
    return { width, height, plates: inks, boxes: boxes[page]! };
  });
}

/** What pdfinfo says of each page: `Page    1 TrimBox:    26.50    26.50   446.04   621.78`. */
function boxesOf(text: string): readonly PlatedPage['boxes'][] {
  const pages: Record<string, Box>[] = [];
  for (const [, page, name, corners] of text.matchAll(/^Page\s+(\d+) (\w+Box):\s+(.+)$/gm)) {
    pages[Number(page) - 1] ??= {};
    pages[Number(page) - 1]![name!] = corners!.trim().split(/\s+/).map(Number) as unknown as Box;
  }
  return pages as unknown as readonly PlatedPage['boxes'][];
}

interface Gray {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A TIFF of one plain sample of eight bits, 255 for light (TIFF 6.0 §§2–4), as the device writes them. */
function readTiff(bytes: Buffer): Gray {
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const directory = long(4);
  const field = (tag: number): readonly number[] => {
    for (let i = 0; i < short(directory); i++) {
      const entry = directory + 2 + 12 * i;
      if (short(entry) !== tag) continue;
      const [size, read] = short(entry + 2) === 3 ? ([2, short] as const) : ([4, long] as const);
      const count = long(entry + 4);
      const start = count * size > 4 ? long(entry + 8) : entry + 8;
      return Array.from({ length: count }, (_, index) => read(start + index * size));
    }
    throw new Error(`the TIFF lacks field ${tag}`);
  };
  if (field(259)[0] !== 1 || field(258)[0] !== 8) throw new Error('the TIFF is not of plain bytes');
  const strips = field(273).map((start, index) => bytes.subarray(start, start + field(279)[index]!));
  return { width: field(256)[0]!, height: field(257)[0]!, pixels: new Uint8Array(Buffer.concat(strips)) };
}
