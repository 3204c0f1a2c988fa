import { inflateSync } from 'node:zlib';

/** What a PNG's header says of its rows. */
export interface PngRows {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

/** Most bytes that a picture's rows may unpack to. */
export const maxRowBytes = 256 * 1024 * 1024;

/** Samples of a pixel by colour type (PNG 3rd edition §6.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Adam7 (§8.1): first column and row, and steps, of each pass. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Pass {
  readonly rows: number;
  /** Of a row, its filter byte included. */
  readonly rowBytes: number;
}

/** Bytes that the rows unpack to. */
export function rowBytes(header: PngRows): number {
  return passesOf(header).reduce((sum, pass) => sum + pass.rows * pass.rowBytes, 0);
}

/** What is wrong with the deflated rows: viewers draw what is missing as black, or nothing. Undefined: they are whole. */
export function checkPixels(header: PngRows, data: Uint8Array): string | undefined {
  const expected = rowBytes(header);
  let raw: Uint8Array;
  try {
    raw = inflateSync(data, { maxOutputLength: expected });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? 'it holds more pixels than its header says'
      : 'its pixels are damaged or cut off';
  }
  if (raw.length < expected) return 'it holds fewer pixels than its header says';
  let at = 0;
  for (const pass of passesOf(header)) {
    for (let row = 0; row < pass.rows; row++, at += pass.rowBytes) {
      if (raw[at]! > 4) return 'its pixels are damaged';
    }
  }
  return undefined;
}

function passesOf({ width, height, bitDepth, colourType, interlaced }: PngRows): readonly Pass[] {
  const bits = samples[colourType]! * bitDepth;
  const all = interlaced ? passes : ([[0, 0, 1, 1]] as const);
  return all.flatMap(([left, top, right, down]) => {
    const columns = Math.max(0, Math.ceil((width - left) / right));
    const rows = Math.max(0, Math.ceil((height - top) / down));
    return columns > 0 ? [{ rows, rowBytes: 1 + Math.ceil((columns * bits) / 8) }] : [];
  });
}
