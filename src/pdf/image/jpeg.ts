/** A JPEG without what tells of its making. */
export interface CleanJpeg {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: number;
  readonly components: number;
  /** Written by Adobe software, which stores CMYK inverted. */
  readonly adobe: boolean;
}

const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;
const SOS = 0xda;
const EOI = 0xd9;

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** JFIF with its thumbnail left out. */
function plainJfif(segment: Uint8Array): Uint8Array {
  const jfif = new Uint8Array(segment.subarray(0, 18));
  jfif[3] = 16;
  jfif[2] = 0;
  jfif[16] = 0;
  jfif[17] = 0;
  return jfif;
}

/** What of an application or comment segment stays: JFIF, an ICC profile, Adobe's colour transform. */
function keptSegment(marker: number, segment: Uint8Array): Uint8Array | undefined {
  if (marker === APP0 && startsWith(segment, 4, 'JFIF\0') && segment.length >= 18) return plainJfif(segment);
  if (marker === APP2 && startsWith(segment, 4, 'ICC_PROFILE\0')) return segment;
  if (marker === APP14 && startsWith(segment, 4, 'Adobe')) return segment;
  return marker === COM || (marker >= APP0 && marker <= APP15) ? undefined : segment;
}

/** Where the entropy-coded data that starts at `at` ends: at the next marker that is no restart or stuffing. */
function scanEnd(bytes: Uint8Array, at: number): number {
  for (let i = at; i + 1 < bytes.length; i++) {
    const next = bytes[i + 1]!;
    if (bytes[i] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i;
  }
  return bytes.length;
}

/**
 * Drops EXIF (with its place and time), XMP, thumbnails, comments and what follows the picture's end; the picture's
 * own data is not touched (ITU-T T.81 annex B). Throws for what is no JPEG.
 */
export function cleanJpeg(bytes: Uint8Array): CleanJpeg {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: Uint8Array | undefined;
  let adobe = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (bytes[at] !== 0xff) throw new Error('The JPEG has a broken segment');
    const marker = bytes[at + 1]!;
    if (marker === EOI) break;
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    const segment = bytes.subarray(at, end);
    if (isFrame(marker)) frame ??= segment;
    const keep = keptSegment(marker, segment);
    if (keep) kept.push(keep);
    if (marker === APP14 && keep) adobe = true;
    at = end;
    if (marker === SOS) {
      at = scanEnd(bytes, end);
      kept.push(bytes.subarray(end, at));
    }
  }
  if (!frame || frame.length < 10) throw new Error('The JPEG has no frame');
  return {
    bytes: new Uint8Array(Buffer.concat([...kept, Uint8Array.of(0xff, EOI)])),
    bitsPerComponent: frame[4]!,
    height: (frame[5]! << 8) | frame[6]!,
    width: (frame[7]! << 8) | frame[8]!,
    components: frame[9]!,
    adobe,
  };
}
