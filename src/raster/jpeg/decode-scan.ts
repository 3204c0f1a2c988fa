import { BrokenPicture } from '../broken-picture.ts';
import { BitReader } from './bit-reader.ts';
import {
  type BlockState,
  type DecodeBlock,
  decodeFirstAc,
  decodeFirstDc,
  decodeMoreAc,
  decodeMoreDc,
  decodeWhole,
} from './decode-block.ts';
import type { Component, Frame } from './frame.ts';
import type { HuffmanTable } from './huffman-table.ts';
import type { Segment } from './segments.ts';

/** A component's coefficients, block after block. */
export interface Coefficients {
  readonly component: Component;
  readonly values: Int16Array;
  /** From the start of one block to the next; 0 where none is kept. */
  readonly step: number;
}

/** What stands before a scan. */
export interface ScanTables {
  readonly huffman: ReadonlyMap<number, HuffmanTable>;
  /** Units between restart markers; 0 for none. */
  readonly restartInterval: number;
}

/** The header of a scan (ITU-T T.81 §B.2.3): components and their tables, first and last coefficient, bits that came before and that are left. */
export interface ScanHeader {
  readonly parts: readonly {
    readonly coefficients: Coefficients;
    readonly dc: number;
    readonly ac: number;
  }[];
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

/** Decodes a scan into the coefficients of its components; gives its header. Throws {@link BrokenPicture}. */
export function decodeScan(
  { body, data }: Segment,
  frame: Frame,
  planes: readonly Coefficients[],
  { huffman, restartInterval }: ScanTables,
): ScanHeader {
  const header = readHeader(body, frame, planes);
  const decode = decoderFor(frame, header);
  const reader = new BitReader(data);
  const states = header.parts.map(({ coefficients, dc, ac }): BlockState => {
    const { first, last, low } = header;
    const tables = { dc: huffman.get(dc), ac: huffman.get(4 + ac) };
    const needsDc = decode === decodeWhole || decode === decodeFirstDc;
    const needsAc = decode !== decodeFirstDc && decode !== decodeMoreDc;
    if ((needsDc && !tables.dc) || (needsAc && !tables.ac)) throw new BrokenPicture('it has no code tables');
    const { values } = coefficients;
    return { reader, ...tables, first, last, low, coefficients: values, previous: 0, emptyBlocks: 0 };
  });
  const restart = (number: number): void => {
    reader.restart(number);
    for (const state of states) {
      state.previous = 0;
      state.emptyBlocks = 0;
    }
  };
  const units = { decode, reader, restart, restartInterval };
  if (header.parts.length === 1) decodeAlone(header.parts[0]!.coefficients, states[0]!, units);
  else decodeInterleaved(frame, header, states, units);
  return header;
}

interface Units {
  readonly decode: DecodeBlock;
  readonly reader: BitReader;
  readonly restart: (number: number) => void;
  readonly restartInterval: number;
}

/** A scan of one component has its own blocks only, one a unit. */
function decodeAlone({ component, step }: Coefficients, state: BlockState, units: Units): void {
  const { columns, rows, storedColumns } = component;
  const next = counter(units);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      next();
      units.decode(state, (row * storedColumns + column) * step);
    }
    if (units.reader.isOverrun) throw new BrokenPicture('its pixels are cut off');
  }
}

/** A unit has as many blocks of each component as its sampling factors say (§A.2.3). */
function decodeInterleaved(
  { unitsAcross, unitsDown }: Frame,
  { parts }: ScanHeader,
  states: readonly BlockState[],
  units: Units,
): void {
  const next = counter(units);
  for (let y = 0; y < unitsDown; y++) {
    for (let x = 0; x < unitsAcross; x++) {
      next();
      for (let i = 0; i < parts.length; i++) {
        const { component, step } = parts[i]!.coefficients;
        const { across, down, storedColumns } = component;
        for (let v = 0; v < down; v++) {
          const row = (y * down + v) * storedColumns + x * across;
          for (let h = 0; h < across; h++) units.decode(states[i]!, (row + h) * step);
        }
      }
    }
    if (units.reader.isOverrun) throw new BrokenPicture('its pixels are cut off');
  }
}

/** To be called before each unit: takes the restart markers where they are due. */
function counter({ restart, restartInterval }: Units): () => void {
  let done = 0;
  return () => {
    if (restartInterval > 0 && done > 0 && done % restartInterval === 0)
      restart((done / restartInterval - 1) & 7);
    done++;
  };
}

function decoderFor({ isProgressive }: Frame, { first, high }: ScanHeader): DecodeBlock {
  if (!isProgressive) return decodeWhole;
  if (first === 0) return high === 0 ? decodeFirstDc : decodeMoreDc;
  return high === 0 ? decodeFirstAc : decodeMoreAc;
}

function readHeader(body: Uint8Array, frame: Frame, planes: readonly Coefficients[]): ScanHeader {
  const damaged = new BrokenPicture('the header of a scan is damaged');
  const count = body[0] ?? 0;
  if (count < 1 || count > 4 || body.length < 4 + 2 * count) throw damaged;
  const parts = Array.from({ length: count }, (_, i) => {
    const coefficients = planes.find(({ component }) => component.id === body[1 + 2 * i]);
    const tables = body[2 + 2 * i]!;
    if (!coefficients || tables >> 4 > 3 || (tables & 15) > 3) throw damaged;
    return { coefficients, dc: tables >> 4, ac: tables & 15 };
  });
  const blocks = parts.reduce(
    (sum, { coefficients: { component } }) => sum + component.across * component.down,
    0,
  );
  if (new Set(parts.map(({ coefficients }) => coefficients)).size < count) throw damaged;
  if (count > 1 && blocks > 10) throw damaged;
  const [first, last, bits] = body.subarray(1 + 2 * count) as unknown as [number, number, number];
  if (!frame.isProgressive) return { parts, first: 0, last: 63, high: 0, low: 0 };
  const [high, low] = [bits >> 4, bits & 15];
  const isBand = first === 0 ? last === 0 : count === 1 && first <= last && last <= 63;
  if (!isBand || low > 13 || (high !== 0 && high !== low + 1)) throw damaged;
  return { parts, first, last, high, low };
}
