import { BrokenPicture } from '../broken-picture.ts';
import type { BitReader } from './bit-reader.ts';
import type { HuffmanTable } from './huffman-table.ts';
import { zigzag } from './zigzag.ts';

/** What a scan says of its coefficients, and how far it is with a component. */
export interface BlockState {
  readonly reader: BitReader;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
  /** First and last coefficient in zigzag order, and the bits that are left for later scans. */
  readonly first: number;
  readonly last: number;
  readonly low: number;
  readonly coefficients: Int16Array;
  /** The DC coefficient before this one. */
  previous: number;
  /** Blocks that have no more coefficients, of progressive scans. */
  emptyBlocks: number;
}

/** Decodes into the block at `at`. */
export type DecodeBlock = (state: BlockState, at: number) => void;

/** All coefficients of a block (ITU-T T.81 §F.2.2). */
export const decodeWhole: DecodeBlock = (state, at) => {
  const { reader, ac, coefficients } = state;
  state.previous += reader.readSigned(categoryOf(reader, state.dc!));
  coefficients[at] = state.previous;
  for (let k = 1; k < 64; k++) {
    const symbol = reader.symbol(ac!);
    const category = symbol & 15;
    const zeros = symbol >> 4;
    if (category === 0) {
      if (zeros < 15) return;
      k += 15;
      continue;
    }
    k += zeros;
    if (k > 63) throw damaged();
    coefficients[at + zigzag[k]!] = reader.readSigned(category);
  }
};

/** The DC coefficient but for its lowest bits (§G.1.2.1). */
export const decodeFirstDc: DecodeBlock = (state, at) => {
  const { reader, coefficients, low } = state;
  state.previous += reader.readSigned(categoryOf(reader, state.dc!));
  coefficients[at] = state.previous << low;
};

/** One more bit of the DC coefficient. */
export const decodeMoreDc: DecodeBlock = ({ reader, coefficients, low }, at) => {
  if (reader.read(1) === 1) coefficients[at]! |= 1 << low;
};

/** A band of AC coefficients but for their lowest bits (§G.1.2.2). */
export const decodeFirstAc: DecodeBlock = (state, at) => {
  const { reader, ac, coefficients, low, last } = state;
  if (state.emptyBlocks > 0) {
    state.emptyBlocks--;
    return;
  }
  for (let k = state.first; k <= last; k++) {
    const symbol = reader.symbol(ac!);
    const category = symbol & 15;
    const zeros = symbol >> 4;
    if (category === 0) {
      if (zeros < 15) {
        state.emptyBlocks = (1 << zeros) - 1 + reader.read(zeros);
        return;
      }
      k += 15;
      continue;
    }
    k += zeros;
    if (k > last) throw damaged();
    coefficients[at + zigzag[k]!] = reader.readSigned(category) << low;
  }
};

/** One more bit of a band: of the coefficients that are known, and of those that begin with it (§G.1.2.3). */
export const decodeMoreAc: DecodeBlock = (state, at) => {
  const { reader, ac, coefficients, low, last } = state;
  let k = state.first;
  while (state.emptyBlocks === 0 && k <= last) {
    const symbol = reader.symbol(ac!);
    const zeros = symbol >> 4;
    let value = 0;
    if ((symbol & 15) !== 0) value = reader.read(1) === 1 ? 1 << low : -1 << low;
    else if (zeros < 15) {
      state.emptyBlocks = (1 << zeros) + reader.read(zeros);
      break;
    }
    k = refine(state, at, k, zeros);
    if (value !== 0) {
      if (k > last) throw damaged();
      coefficients[at + zigzag[k]!] = value;
    }
    k++;
  }
  if (state.emptyBlocks === 0) return;
  refine(state, at, k, 64);
  state.emptyBlocks--;
};

/** Refines what is known from `k` on, and passes over `zeros` that stay; where the next zero after them is. */
function refine(
  { reader, coefficients, low, last }: BlockState,
  at: number,
  k: number,
  zeros: number,
): number {
  const bit = 1 << low;
  let left = zeros;
  for (let next = k; next <= last; next++) {
    const place = at + zigzag[next]!;
    const value = coefficients[place]!;
    if (value === 0) {
      if (left-- === 0) return next;
    } else if (reader.read(1) === 1 && (value & bit) === 0) {
      coefficients[place] = value > 0 ? value + bit : value - bit;
    }
  }
  return last + 1;
}

function categoryOf(reader: BitReader, table: HuffmanTable): number {
  const category = reader.symbol(table);
  if (category > 11) throw damaged();
  return category;
}

function damaged(): BrokenPicture {
  return new BrokenPicture('its pixels are damaged');
}
