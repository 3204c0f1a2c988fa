/** Operators of a DICT by number; those of two bytes are 1200 and the second. */
export type CffDict = ReadonlyMap<number, readonly number[]>;

/** The operators that are read (Adobe TN 5176 §9, OpenType `CFF2`). */
export const operators = {
  charStrings: 17,
  private: 18,
  subrs: 19,
  variationIndex: 22,
  variationStore: 24,
  fontMatrix: 1207,
  charStringType: 1206,
  fdArray: 1236,
  fdSelect: 1237,
} as const;

/** Reads a DICT; what is cut off at its end is left out. */
export function readDict(bytes: Uint8Array): CffDict {
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte <= 27 && byte !== 28) {
      const wide = byte === 12;
      dict.set(wide ? 1200 + (bytes[at + 1] ?? 0) : byte, operands);
      operands = [];
      at += wide ? 2 : 1;
      continue;
    }
    const { value, end } = readOperand(bytes, at);
    operands.push(value);
    at = end;
  }
  return dict;
}

function readOperand(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  const byte = bytes[at]!;
  const next = (index: number) => bytes[at + index] ?? 0;
  if (byte === 28) return { value: ((next(1) << 24) >> 16) | next(2), end: at + 3 };
  if (byte === 29)
    return { value: (next(1) << 24) | (next(2) << 16) | (next(3) << 8) | next(4), end: at + 5 };
  if (byte === 30) return readReal(bytes, at + 1);
  if (byte >= 32 && byte <= 246) return { value: byte - 139, end: at + 1 };
  if (byte >= 247 && byte <= 250) return { value: (byte - 247) * 256 + next(1) + 108, end: at + 2 };
  if (byte >= 251 && byte <= 254) return { value: -(byte - 251) * 256 - next(1) - 108, end: at + 2 };
  return { value: 0, end: at + 1 };
}

const nibbles = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'];

function readReal(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let text = '';
  for (let at = start; at < bytes.length; at++) {
    for (const nibble of [bytes[at]! >> 4, bytes[at]! & 15]) {
      if (nibble === 15) return { value: Number(text) || 0, end: at + 1 };
      text += nibbles[nibble]!;
    }
  }
  return { value: Number(text) || 0, end: bytes.length };
}
