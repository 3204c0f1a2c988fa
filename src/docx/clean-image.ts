/**
 * A picture's file without what it says of its making: camera, place, dates and comments (PNG ancillary text and
 * Exif chunks; JPEG APP1, APP3–13 and COM). Colour profiles stay. A file cut short is given back up to that point.
 */
export function cleanImage(format: 'png' | 'jpeg', bytes: Uint8Array): Uint8Array {
  const kept = format === 'png' ? pngParts(bytes) : jpegParts(bytes);
  const size = kept.reduce((sum, [from, to]) => sum + to - from, 0);
  const result = new Uint8Array(size);
  let at = 0;
  for (const [from, to] of kept) {
    result.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return result;
}

type Range = readonly [from: number, to: number];

const talking = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

function pngParts(bytes: Uint8Array): Range[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Range[] = [[0, 8]];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = Math.min(bytes.length, at + 12 + view.getUint32(at));
    if (!talking.has(type)) kept.push([at, end]);
    at = end;
    if (type === 'IEND') break;
  }
  return kept;
}

function jpegParts(bytes: Uint8Array): Range[] {
  const kept: Range[] = [[0, 2]];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    // The scan and all after it.
    if (marker === 0xda) break;
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    const application = marker >= 0xe0 && marker <= 0xef;
    // JFIF, colour profile and Adobe's colour transform decide how it looks.
    const needed = marker === 0xe0 || marker === 0xe2 || marker === 0xee;
    if (application ? needed : marker !== 0xfe) kept.push([at, end]);
    at = end;
  }
  kept.push([at, bytes.length]);
  return kept;
}
