import { crc32, deflateSync } from 'node:zlib';

/** A PNG with what it shows on white, row by row, three bytes a pixel. */
export interface PngVariant {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly shown: Uint8Array;
}

/** How a variant is stored, as PngSuite varies it. */
interface Storage {
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  readonly bitDepth: number;
  readonly interlaced: boolean;
  /** Of each row: 0 to 4, or `mixed` for one after the other. */
  readonly filter: number | 'mixed';
  readonly width: number;
  readonly height: number;
  /** Whether a `tRNS` chunk makes a colour, or entries of the palette, transparent. */
  readonly isKeyed: boolean;
  /** IDAT chunks that the data is parted into. */
  readonly parts: number;
}

const usual = {
  interlaced: false,
  filter: 'mixed',
  width: 32,
  height: 32,
  isKeyed: false,
  parts: 1,
} as const;

const depths = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] } as const;
const colourTypes = [0, 2, 3, 4, 6] as const;
const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** The regular variants of PngSuite: every way to store pixels, every filter, odd sizes, keys, parted data. */
export function pngVariants(): readonly PngVariant[] {
  const basic = colourTypes.flatMap((colourType) =>
    depths[colourType].flatMap((bitDepth) =>
      [false, true].map((interlaced): Storage => ({ ...usual, colourType, bitDepth, interlaced })),
    ),
  );
  const keyed = basic.filter(({ colourType }) => colourType < 4).map((one) => ({ ...one, isKeyed: true }));
  const filtered = [0, 1, 2, 3, 4].flatMap((filter) =>
    ([0, 2] as const).map((colourType): Storage => ({ ...usual, colourType, bitDepth: 8, filter })),
  );
  const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 33, 34, 35, 36, 37, 38, 39, 40].flatMap((side) =>
    [false, true].map(
      (interlaced): Storage => ({
        ...usual,
        colourType: 3,
        bitDepth: 4,
        interlaced,
        width: side,
        height: side,
      }),
    ),
  );
  const parted = [2, 4, 300].flatMap((parts) =>
    ([0, 2] as const).map((colourType): Storage => ({ ...usual, colourType, bitDepth: 16, parts })),
  );
  return [...basic, ...keyed, ...filtered, ...sizes, ...parted].map(makeVariant);
}

function nameOf(s: Storage): string {
  const key = s.isKeyed ? '-keyed' : '';
  const filter = s.filter === 'mixed' ? '' : `-filter${s.filter}`;
  return `type${s.colourType}-${s.bitDepth}bit-${s.width}x${s.height}${s.interlaced ? '-interlaced' : ''}${key}${filter}-${s.parts}`;
}

/** A sample of the picture at a place: waves and slopes, so that no two neighbours are alike for long. */
function sampleOf(s: Storage, x: number, y: number, index: number): number {
  const top = 2 ** s.bitDepth - 1;
  const wave = [x * 7 + y * 3, x * 2 + y * 11, (x ^ y) * 5, (x + y) * 4][index]!;
  return Math.round((top * (wave % 64)) / 63);
}

const paletteOf = (s: Storage): Uint8Array =>
  Uint8Array.from({ length: 3 * 2 ** s.bitDepth }, (_, i) => (i * 37 + (i % 3) * 90) & 0xff);

/** The samples that are transparent where a key is given: those of the pixel at 1, 1. */
const keyOf = (s: Storage): readonly number[] =>
  Array.from({ length: samples[s.colourType] }, (_, i) => sampleOf(s, Math.min(1, s.width - 1), 1, i));

const paletteAlpha = (s: Storage): Uint8Array =>
  Uint8Array.from({ length: Math.max(1, 2 ** s.bitDepth - 1) }, (_, i) => (i * 50) & 0xff);

function makeVariant(s: Storage): PngVariant {
  const shown = new Uint8Array(s.width * s.height * 3);
  for (let y = 0; y < s.height; y++)
    for (let x = 0; x < s.width; x++) shown.set(shownAt(s, x, y), (y * s.width + x) * 3);
  return { name: nameOf(s), width: s.width, height: s.height, bytes: encode(s), shown };
}

function shownAt(s: Storage, x: number, y: number): readonly number[] {
  const own = Array.from({ length: samples[s.colourType] }, (_, i) => sampleOf(s, x, y, i));
  const byte = (value: number) => (value * 255) / (2 ** s.bitDepth - 1);
  if (s.colourType === 3) {
    const index = own[0]!;
    const alpha = s.isKeyed ? (paletteAlpha(s)[index] ?? 255) : 255;
    return [0, 1, 2].map((i) => onWhite(paletteOf(s)[index * 3 + i]!, alpha));
  }
  const hasAlpha = s.colourType >= 4;
  const isKey = s.isKeyed && keyOf(s).every((value, i) => value === own[i]);
  const alpha = hasAlpha ? byte(own.at(-1)!) : isKey ? 0 : 255;
  const colours = hasAlpha ? own.slice(0, -1) : own;
  return [0, 1, 2].map((i) => onWhite(byte(colours[i] ?? colours[0]!), alpha));
}

const onWhite = (value: number, alpha: number): number => Math.round(255 + ((value - 255) * alpha) / 255);

const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function encode(s: Storage): Uint8Array {
  const rows: Uint8Array[] = [];
  for (const [x0, y0, dx, dy] of s.interlaced ? adam7 : ([[0, 0, 1, 1]] as const)) {
    let above: Uint8Array | undefined;
    if (x0 >= s.width) continue;
    for (let y = y0; y < s.height; y += dy) {
      const row = packRow(s, x0, dx, y);
      const filter = s.filter === 'mixed' ? y % 5 : s.filter;
      rows.push(
        Uint8Array.of(filter),
        filterRow(filter, row, above ?? new Uint8Array(row.length), stepOf(s)),
      );
      above = row;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(s.width);
  header.writeUInt32BE(s.height, 4);
  header.set([s.bitDepth, s.colourType, 0, 0, s.interlaced ? 1 : 0], 8);
  const data = deflateSync(Buffer.concat(rows));
  const size = Math.ceil(data.length / s.parts);
  const parts = Array.from({ length: s.parts }, (_, i) => data.subarray(i * size, (i + 1) * size));
  const key = Buffer.from(keyOf(s).flatMap((value) => [value >> 8, value & 0xff]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(s.colourType === 3 ? [chunk('PLTE', paletteOf(s))] : []),
    ...(s.isKeyed ? [chunk('tRNS', s.colourType === 3 ? paletteAlpha(s) : key)] : []),
    ...parts.map((part) => chunk('IDAT', part)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

const stepOf = (s: Storage): number => Math.max(1, (samples[s.colourType] * s.bitDepth) >> 3);

function packRow(s: Storage, from: number, step: number, y: number): Uint8Array {
  let bits = '';
  for (let x = from; x < s.width; x += step) {
    for (let i = 0; i < samples[s.colourType]; i++)
      bits += sampleOf(s, x, y, i).toString(2).padStart(s.bitDepth, '0');
  }
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
}

function filterRow(filter: number, row: Uint8Array, above: Uint8Array, step: number): Uint8Array {
  return row.map((value, i) => {
    const left = i >= step ? row[i - step]! : 0;
    const up = above[i]!;
    const corner = i >= step ? above[i - step]! : 0;
    const guess = left + up - corner;
    const near = [left, up, corner].sort((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0]!;
    return value - [0, left, up, (left + up) >> 1, near][filter]!;
  });
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
