import { BrokenPicture } from '../broken-picture.ts';

/** Markers of a JPEG (ITU-T T.81 table B.1) that are named somewhere. */
export const markers = {
  huffmanTables: 0xc4,
  extension: 0xc8,
  arithmeticTables: 0xcc,
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  quantization: 0xdb,
  restartInterval: 0xdd,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
} as const;

/** A marker segment. */
export interface Segment {
  readonly marker: number;
  /** What follows its length. */
  readonly body: Uint8Array;
  /** Marker, length and body. */
  readonly whole: Uint8Array;
  /** The entropy-coded data behind the header of a scan, restart markers included; empty for all others. */
  readonly data: Uint8Array;
}

/** The segments in the order of the file, up to its end marker. Throws {@link BrokenPicture} where they are damaged. */
export function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    if (at + 2 > bytes.length) throw new BrokenPicture('it is cut off');
    if (bytes[at] !== 0xff) throw new BrokenPicture('its markers are damaged');
    const marker = bytes[at + 1]!;
    if (marker === markers.end) return;
    if (isRestart(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) throw new BrokenPicture('it is cut off');
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new BrokenPicture('it is cut off');
    const dataEnd = marker === markers.scan ? scanEnd(bytes, end) : end;
    yield {
      marker,
      body: bytes.subarray(at + 4, end),
      whole: bytes.subarray(at, end),
      data: bytes.subarray(end, dataEnd),
    };
    at = dataEnd;
  }
}

/** SOF0 to SOF15, less DHT, JPG and DAC, which have numbers among them. */
export function isFrame(marker: number): boolean {
  const { huffmanTables, extension, arithmeticTables } = markers;
  const others: readonly number[] = [huffmanTables, extension, arithmeticTables];
  return marker >= 0xc0 && marker <= 0xcf && !others.includes(marker);
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Where entropy-coded data ends: at the next marker that is no restart, stuffing or fill. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  throw new BrokenPicture('it is cut off');
}

/** Whether a segment's body begins with these letters. */
export function startsWith(body: Uint8Array, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (body[i] !== text.charCodeAt(i)) return false;
  return true;
}
