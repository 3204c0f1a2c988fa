import { inflateSync } from 'node:zlib';

/** What a PNG's header says of its rows. */
interface PngRows {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
}

/** Most bytes that a picture's rows may unpack to. */
const maxRowBytes = 256 * 1024 * 1024;

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
function rowBytes(header: PngRows): number {
  return passesOf(header).reduce((sum, pass) => sum + pass.rows * pass.rowBytes, 0);
}

/**
 * What is wrong with the pixels of a PNG whose chunks are whole (PNG 3rd edition §7 to §10); undefined where nothing is.
 * Viewers draw what is missing as black, or nothing, so that it would be printed before it is seen.
 */
export function checkPixels(bytes: Uint8Array): string | undefined {
  const header = rowsOf(bytes);
  const expected = rowBytes(header);
  if (expected > maxRowBytes) return `its pixels take more than ${maxRowBytes / 1024 ** 2} MB`;
  const data = chunksOf(bytes, 'IDAT');
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

/** The header's fields (§11.2.1). */
function rowsOf(bytes: Uint8Array): PngRows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [bitDepth, colourType, , , interlace] = bytes.subarray(24, 29);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bitDepth: bitDepth!,
    colourType: colourType!,
    interlaced: interlace === 1,
  };
}

/** The bodies of all chunks of a type, joined. */
function chunksOf(bytes: Uint8Array, type: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bodies: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === type) {
      bodies.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    }
  }
  return bodies.length === 1 ? bodies[0]! : Buffer.concat(bodies);
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
