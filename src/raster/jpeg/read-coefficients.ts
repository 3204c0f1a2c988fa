import { BrokenPicture } from '../broken-picture.ts';
import { type Coefficients, decodeScan, type ScanHeader } from './decode-scan.ts';
import { type Frame, readFrame } from './frame.ts';
import { type HuffmanTable, readHuffmanTables } from './huffman-table.ts';
import { isFrame, markers, type Segment, segmentsOf } from './segments.ts';
import { zigzag } from './zigzag.ts';

/** Progressive files have about ten; each takes the time of the whole picture. */
const maxScans = 100;

/** Coefficients that scans may go through: twice as many as the largest picture has in ten scans. It takes seconds. */
const maxVisits = 1_000_000_000;

/** What a JPEG holds before it is made into samples. */
export interface JpegCoefficients {
  readonly frame: Frame;
  readonly planes: readonly Coefficients[];
  /** By number, row by row. */
  readonly quantization: ReadonlyMap<number, Uint16Array>;
}

/**
 * Decodes the codes of a JPEG. Where `keep` is false, a picture of one pass keeps no coefficients: it is only seen
 * whether all of it can be read. Throws {@link BrokenPicture} where it cannot.
 */
export function readCoefficients(bytes: Uint8Array, keep: boolean): JpegCoefficients {
  const huffman = new Map<number, HuffmanTable>();
  const quantization = new Map<number, Uint16Array>();
  const progress = new Map<Coefficients, Int8Array>();
  let frame: Frame | undefined;
  let planes: readonly Coefficients[] = [];
  let restartInterval = 0;
  let scans = 0;
  let visits = 0;
  for (const segment of segmentsOf(bytes)) {
    const { marker, body } = segment;
    if (isFrame(marker)) {
      if (frame) throw new BrokenPicture('it holds more than one picture');
      frame = readFrame(marker, body);
      planes = makePlanes(frame, keep || frame.isProgressive);
    } else if (marker === markers.huffmanTables) {
      for (const [kind, table] of readHuffmanTables(body)) huffman.set(kind, table);
    } else if (marker === markers.quantization) readQuantization(body, quantization);
    else if (marker === markers.restartInterval) restartInterval = readInterval(segment);
    else if (marker === markers.scan) {
      if (!frame) throw new BrokenPicture('it has no frame header');
      if (++scans > maxScans) throw new BrokenPicture(`it has more than ${maxScans} scans`);
      const header = decodeScan(segment, frame, planes, { huffman, restartInterval });
      visits += visitsOf(header);
      if (visits > maxVisits) throw new BrokenPicture('it has too many scans for its size');
      note(header, progress);
    }
  }
  if (!frame || planes.some((plane) => (progress.get(plane)?.[0] ?? -1) < 0))
    throw new BrokenPicture('it holds no pixels');
  // A band that no scan begins holds nothing; one that was begun has to be told to its last bit.
  if ([...progress.values()].some((bits) => bits.some((left) => left > 0)))
    throw new BrokenPicture('its pixels are cut off');
  if (frame.components.some((component) => !quantization.has(component.quantization)))
    throw new BrokenPicture('it has no quantization table');
  return { frame, planes, quantization };
}

function visitsOf({ parts, first, last }: ScanHeader): number {
  const blocks = parts.reduce(
    (sum, { coefficients: { component } }) => sum + component.columns * component.rows,
    0,
  );
  return blocks * (last - first + 1);
}

/** Keeps how many bits are left of each coefficient; -1 where none came yet. */
function note({ parts, first, last, low }: ScanHeader, progress: Map<Coefficients, Int8Array>): void {
  for (const { coefficients } of parts) {
    const bits = progress.get(coefficients) ?? new Int8Array(64).fill(-1);
    progress.set(coefficients, bits.fill(low, first, last + 1));
  }
}

function makePlanes({ components }: Frame, keep: boolean): readonly Coefficients[] {
  return components.map((component) => {
    const blocks = keep ? component.storedColumns * component.storedRows : 1;
    return { component, values: new Int16Array(64 * blocks), step: keep ? 64 : 0 };
  });
}

/** ITU-T T.81 §B.2.4.1; a table that is there already is replaced. */
function readQuantization(body: Uint8Array, tables: Map<number, Uint16Array>): void {
  for (let at = 0; at < body.length; ) {
    const isWide = body[at]! >> 4 === 1;
    const number = body[at]! & 15;
    const size = isWide ? 128 : 64;
    if (body[at]! >> 4 > 1 || number > 3 || at + 1 + size > body.length)
      throw new BrokenPicture('its quantization tables are damaged');
    const table = new Uint16Array(64);
    for (let k = 0; k < 64; k++) {
      const from = at + 1 + (isWide ? 2 * k : k);
      table[zigzag[k]!] = isWide ? body[from]! * 256 + body[from + 1]! : body[from]!;
    }
    tables.set(number, table);
    at += 1 + size;
  }
}

function readInterval({ body }: Segment): number {
  if (body.length < 2) throw new BrokenPicture('its restart interval is damaged');
  return body[0]! * 256 + body[1]!;
}
