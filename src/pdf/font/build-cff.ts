import { pushNumber } from './write-charstring.ts';

/** What a CFF font is made of. */
export interface CffParts {
  /** PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly bounds: readonly [number, number, number, number];
  /** Font units, of the programs that name none. */
  readonly defaultWidth: number;
  /** Programs by CID, `.notdef` first. */
  readonly glyphs: readonly Uint8Array[];
}

/** Operators of DICTs (Adobe TN 5176 §9); those of two bytes after 12. */
const op = {
  fontBBox: [5],
  charset: [15],
  charStrings: [17],
  private: [18],
  defaultWidth: [20],
  nominalWidth: [21],
  fontMatrix: [12, 7],
  ros: [12, 30],
  cidCount: [12, 34],
  fdArray: [12, 36],
  fdSelect: [12, 37],
} as const;

/** SIDs of the first two strings that are no standard ones. */
const adobe = 391;
const identity = 392;

/** A bare CFF font (Adobe TN 5176), keyed by CID in Adobe-Identity, with one font DICT and no subroutines. */
export function buildCff({ name, unitsPerEm, bounds, defaultWidth, glyphs }: CffParts): Uint8Array {
  const count = glyphs.length;
  const header = [1, 0, 4, 4];
  const names = index([latin(name)]);
  const strings = index([latin('Adobe'), latin('Identity')]);
  const noSubroutines = [0, 0];
  const charset = count > 1 ? [2, 0, 1, ...word(count - 2)] : [0];
  const select = [3, 0, 1, 0, 0, 0, ...word(count)];
  const charStrings = index(glyphs);
  const ownPart = [...numbers(defaultWidth), ...op.defaultWidth, ...numbers(0), ...op.nominalWidth];
  const fontDict = (at: number) =>
    index([Uint8Array.from([...numbers(ownPart.length), ...offset(at), ...op.private])]);
  // Offsets have a fixed length, so that the first pass tells where everything lies.
  const top = (charsetAt: number, selectAt: number, charStringsAt: number, arrayAt: number) =>
    index([
      Uint8Array.from([
        ...numbers(adobe, identity, 0),
        ...op.ros,
        ...(unitsPerEm === 1000 ? [] : [...matrix(unitsPerEm), ...op.fontMatrix]),
        ...numbers(...bounds),
        ...op.fontBBox,
        ...numbers(count),
        ...op.cidCount,
        ...[...offset(charsetAt), ...op.charset],
        ...[...offset(selectAt), ...op.fdSelect],
        ...[...offset(charStringsAt), ...op.charStrings],
        ...[...offset(arrayAt), ...op.fdArray],
      ]),
    ]);
  const charsetAt =
    header.length + names.length + top(0, 0, 0, 0).length + strings.length + noSubroutines.length;
  const selectAt = charsetAt + charset.length;
  const charStringsAt = selectAt + select.length;
  const arrayAt = charStringsAt + charStrings.length;
  const privateAt = arrayAt + fontDict(0).length;
  const parts = [
    ...[header, names, top(charsetAt, selectAt, charStringsAt, arrayAt), strings, noSubroutines],
    ...[charset, select, charStrings, fontDict(privateAt), ownPart],
  ];
  const font = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    font.set(part, at);
    at += part.length;
  }
  return font;
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0x7f);
}

function word(value: number): readonly number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function numbers(...values: readonly number[]): readonly number[] {
  const bytes: number[] = [];
  for (const value of values) pushNumber(bytes, value);
  return bytes;
}

/** An offset in five bytes. */
function offset(at: number): readonly number[] {
  return [29, (at >> 24) & 0xff, (at >> 16) & 0xff, (at >> 8) & 0xff, at & 0xff];
}

/** The font matrix of an em that is not 1000 units. */
function matrix(unitsPerEm: number): readonly number[] {
  const scale = real(1 / unitsPerEm);
  const zero = numbers(0);
  return [...scale, ...zero, ...zero, ...scale, ...zero, ...zero];
}

/** A real number in nibbles. */
function real(value: number): readonly number[] {
  const text = value.toFixed(12).replace(/0+$/, '').replace(/^0/, '');
  const nibbles = [...text].map((character) => (character === '.' ? 10 : Number(character)));
  nibbles.push(15);
  if (nibbles.length % 2 === 1) nibbles.push(15);
  return [30, ...nibbles.flatMap((nibble, i) => (i % 2 === 0 ? [(nibble << 4) | nibbles[i + 1]!] : []))];
}

/** An INDEX with offsets of as many bytes as they need. */
function index(entries: readonly Uint8Array[]): Uint8Array {
  const data = entries.reduce((sum, entry) => sum + entry.length, 0);
  const size = data + 1 < 0x100 ? 1 : data + 1 < 0x10000 ? 2 : data + 1 < 0x1000000 ? 3 : 4;
  const bytes = new Uint8Array(3 + (entries.length + 1) * size + data);
  bytes.set([...word(entries.length), size]);
  let place = 1;
  let at = 3 + (entries.length + 1) * size;
  const writeOffset = (i: number) => {
    for (let k = 0; k < size; k++) bytes[3 + i * size + k] = (place >> (8 * (size - 1 - k))) & 0xff;
  };
  entries.forEach((entry, i) => {
    writeOffset(i);
    bytes.set(entry, at);
    at += entry.length;
    place += entry.length;
  });
  writeOffset(entries.length);
  return bytes;
}
