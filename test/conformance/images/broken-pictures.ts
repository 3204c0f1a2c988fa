import { deflateSync } from 'node:zlib';
import { encodeJpeg } from '../../../src/raster/jpeg/encode-jpeg.ts';
import { chunk } from '../hostile/pictures.ts';

/** A file that is no sound picture, though its name says so. */
export interface BrokenPictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The header chunk's body of a picture of 32 by 32 pixels. */
const header = (bitDepth: number, colourType: number): Buffer =>
  Buffer.from([0, 0, 0, 32, 0, 0, 0, 32, bitDepth, colourType, 0, 0, 0]);

function png(
  bitDepth: number,
  colourType: number,
  samples: number,
  edit: (chunks: Buffer[]) => void = () => {},
): Buffer {
  const rowBytes = Math.ceil((32 * samples * (bitDepth || 8)) / 8);
  const rows = Buffer.concat(
    Array.from({ length: 32 }, (_, y) => Buffer.from([0, ...Array<number>(rowBytes).fill(y * 7)])),
  );
  const chunks = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header(bitDepth, colourType)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  edit(chunks);
  return Buffer.concat(chunks);
}

const withSignature = (at: number, byte: number): Buffer =>
  png(1, 0, 1, ([signature]) => {
    signature![at] = byte;
  });

/** A text transfer changes the ends of lines, in the signature first of all. */
const transferred = (from: RegExp, to: string): Buffer =>
  Buffer.from(png(4, 0, 1).toString('latin1').replace(from, to), 'latin1');

const withChecksum = (index: number): Buffer =>
  png(8, 0, 1, (chunks) => {
    chunks[index]![chunks[index]!.length - 1]! ^= 0x55;
  });

/** The fourteen kinds of corrupt files of PngSuite, under the names that they have there. */
const pngs: Readonly<Record<string, Buffer>> = {
  'xs1n0g01.png': withSignature(0, 0x09),
  'xs2n0g01.png': withSignature(1, 0x51),
  'xs4n0g01.png': withSignature(3, 0x67),
  'xs7n0g01.png': withSignature(6, 0x20),
  'xcrn0g04.png': transferred(/(?<!\r)\n/g, '\r\n'),
  'xlfn0g04.png': transferred(/\r\n/g, '\n'),
  'xhdn0g08.png': withChecksum(1),
  'xcsn0g01.png': withChecksum(2),
  'xc1n0g08.png': png(8, 1, 1),
  'xc9n2c08.png': png(8, 9, 3),
  'xd0n2c08.png': png(0, 2, 3),
  'xd3n2c08.png': png(3, 2, 3),
  'xd9n2c08.png': png(99, 2, 3),
  'xdtn0g01.png': png(1, 0, 1, (chunks) => void chunks.splice(2, 1)),
};

function jpegs(): Readonly<Record<string, Uint8Array>> {
  const samples = Uint8Array.from({ length: 64 * 48 * 3 }, (_, i) => (i * 37) & 0xff);
  const pixels = { width: 64, height: 48, space: 'rgb', hasAlpha: false, samples } as const;
  const whole = Buffer.from(encodeJpeg(pixels, { quality: 90, isHalved: true }));
  const at = (marker: number): number => whole.indexOf(Buffer.from([0xff, marker]));
  const frame = at(0xc0);
  const scan = at(0xda);
  const changed = (place: number, ...bytes: readonly number[]): Buffer => {
    const copy = Buffer.from(whole);
    copy.set(bytes, place);
    return copy;
  };
  const without = (marker: number): Buffer => {
    const from = at(marker);
    const end = from + 2 + whole.readUInt16BE(from + 2);
    return Buffer.concat([whole.subarray(0, from), whole.subarray(end)]);
  };
  const end = Buffer.from([0xff, 0xd9]);
  return {
    'arithmetic.jpg': changed(frame + 1, 0xc9),
    'lossless.jpg': changed(frame + 1, 0xc3),
    'hierarchical.jpg': changed(frame + 1, 0xc5),
    'twelve-bits.jpg': changed(frame + 4, 12),
    'two-components.jpg': changed(frame + 9, 2),
    'no-width.jpg': changed(frame + 7, 0, 0),
    'higher-than-its-data.jpg': changed(frame + 5, 1, 0),
    'no-sampling.jpg': changed(frame + 11, 0),
    'no-codes.jpg': without(0xc4),
    'no-quantization.jpg': without(0xdb),
    'no-frame.jpg': without(0xc0),
    'cut-off.jpg': whole.subarray(0, scan + 400),
    'cut-off-and-ended.jpg': Buffer.concat([whole.subarray(0, scan + 400), end]),
    'zeros-in-its-data.jpg': changed(scan + 100, ...Array<number>(900).fill(0)),
    'only-an-end.jpg': Buffer.concat([whole.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 2]), end]),
    'restarts-that-are-not-there.jpg': Buffer.concat([
      whole.subarray(0, scan),
      Buffer.from([0xff, 0xdd, 0, 4, 0, 2]),
      whole.subarray(scan),
    ]),
    'a-png.jpg': png(8, 2, 3),
    'two-frames.jpg': Buffer.concat([
      whole.subarray(0, frame),
      whole.subarray(frame, frame + 19),
      whole.subarray(frame),
    ]),
  };
}

/** PngSuite's corrupt kinds, and as many of JPEG. */
export function brokenPictures(): readonly BrokenPictureFile[] {
  return Object.entries({ ...pngs, ...jpegs() }).map(([name, bytes]) => ({ name, bytes }));
}

/** One that is sound. */
export const soundPicture: BrokenPictureFile = { name: 'sound.png', bytes: png(8, 2, 3) };
