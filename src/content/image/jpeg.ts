import { exifOrientation } from './exif.ts';
import type { ImageHeader } from './header.ts';

/** Reads the size of a JPEG from its frame header (ITU-T T.81 annex B); pixels are not decoded. */
export function readJpegHeader(bytes: Uint8Array): ImageHeader {
  let at = 2;
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (at + 4 > bytes.length) return { problem: 'it is cut off' };
    if (bytes[at] !== 0xff) return { problem: 'its markers are damaged' };
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return { problem: 'it holds no pixels' };
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || at + 2 + length > bytes.length) return { problem: 'it is cut off' };
    if (isFrame(marker)) {
      if (!readable(marker, segment))
        return { problem: 'its coding is not read; save it as a baseline JPEG' };
      size = { height: segment[1]! * 256 + segment[2]!, width: segment[3]! * 256 + segment[4]! };
    } else if (marker === 0xe1) orientation = readExif(segment) ?? orientation;
    else if (marker === 0xda) return scan(bytes, at + 2 + length, size, orientation);
    at += 2 + length;
  }
}

/** SOF0 to SOF15, less DHT, JPG and DAC, which have numbers among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Baseline, extended and progressive Huffman coding of 8 bits with 1, 3 or 4 components. */
function readable(marker: number, segment: Uint8Array): boolean {
  return marker <= 0xc2 && segment[0] === 8 && [1, 3, 4].includes(segment[5]!);
}

function readExif(segment: Uint8Array): number | undefined {
  const isExif = String.fromCharCode(...segment.subarray(0, 6)) === 'Exif\0\0';
  return isExif ? exifOrientation(segment.subarray(6)) : undefined;
}

function scan(
  bytes: Uint8Array,
  from: number,
  size: { width: number; height: number } | undefined,
  orientation: number,
): ImageHeader {
  if (!size) return { problem: 'it has no frame header' };
  if (size.width === 0 || size.height === 0) return { problem: 'its width or height is 0' };
  for (let at = bytes.length - 2; at >= from; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return { ...size, orientation };
  }
  return { problem: 'it is cut off' };
}
