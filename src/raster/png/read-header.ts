import { crc32 } from 'node:zlib';
import { exifOrientation } from '../exif.ts';
import type { ImageHeader } from '../header.ts';

const signatureLength = 8;

/** Reads the size of a PNG and checks that its chunks are whole (PNG 3rd edition §5); pixels: see check-pixels.ts. */
export function readPngHeader(bytes: Uint8Array): ImageHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = signatureLength;
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let hasPixels = false;
  let hasPalette = false;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) {
      return { problem: `its ${printable(type)} chunk is damaged` };
    }
    const data = bytes.subarray(at + 8, end - 4);
    if (!size) {
      if (type !== 'IHDR' || length !== 13) return { problem: 'it does not begin with its header' };
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      const problem = checkHeader(data);
      if (problem) return { problem };
    } else if (type === 'eXIf') orientation = exifOrientation(data);
    else if (type === 'PLTE') hasPalette = true;
    else if (type === 'IDAT') {
      if (bytes[25] === 3 && !hasPalette) return { problem: 'it has no palette' };
      hasPixels = true;
    } else if (type === 'IEND') {
      const space = [0, 4].includes(bytes[25]!) ? 'grey' : 'rgb';
      return hasPixels ? { ...size, orientation, space } : { problem: 'it holds no pixels' };
    } else if (/^[A-Z]/.test(type)) return { problem: `its ${printable(type)} chunk is none that PNG knows` };
    at = end;
  }
  return { problem: 'it is cut off' };
}

/** Bit depths by colour type (PNG §11.2.1). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function checkHeader(data: Uint8Array): string | undefined {
  const [depth, colour, compression, filter, interlace] = data.subarray(8);
  const isZero = data.subarray(0, 4).every((byte) => byte === 0) || data.subarray(4, 8).every((b) => b === 0);
  if (isZero) return 'its width or height is 0';
  if (!depths[colour!]?.includes(depth!) || compression !== 0 || filter !== 0 || interlace! > 1) {
    return 'its header is damaged';
  }
  return undefined;
}

function printable(type: string): string {
  return /^[A-Za-z]{4}$/.test(type) ? type : 'unknown';
}
