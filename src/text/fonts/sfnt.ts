import type { RandomAccess } from '../../host/host.ts';

/** Why a font file is not read; the message completes "the font … ". Never leaves this folder. */
export class FontError extends Error {}

/** Most bytes a table may have; the largest `glyf` of a CJK face is about 12 MB and is never read whole. */
const maxTable = 32 * 1024 * 1024;

/** An sfnt's table directory (OpenType 1.9, "Organization of an OpenType Font") over positional reads. */
export interface Sfnt {
  readonly tags: readonly string[];
  has(tag: string): boolean;
  /** Bytes of a table's declared length; 0 where there is none. */
  size(tag: string): number;
  /** A whole table, or undefined where the font has none. Throws FontError. */
  read(tag: string): Uint8Array | undefined;
  /** A part of a table; throws FontError where it leads out of it. */
  readPart(tag: string, offset: number, length: number): Uint8Array;
}

/** A DataView over bytes, whatever buffer they lie in. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads the directory that begins at an offset of the file. Throws FontError. */
export function sfntAt(file: RandomAccess, start: number): Sfnt {
  const count = viewOf(readExactly(file, start + 4, 2)).getUint16(0);
  if (count === 0 || count > 256) throw new FontError(`has ${count} tables`);
  const directory = readDirectory(file, start + 12, count);
  const read = (tag: string, offset: number, length: number): Uint8Array => {
    const entry = directory.get(tag);
    if (!entry) throw new FontError(`lacks the table ${tag.trim()}`);
    if (offset < 0 || length < 0 || offset + length > entry.length) {
      throw new FontError(`has a broken table ${tag.trim()}`);
    }
    return length === 0 ? new Uint8Array(0) : readExactly(file, entry.offset + offset, length);
  };
  return {
    tags: [...directory.keys()],
    has: (tag) => directory.has(tag),
    size: (tag) => directory.get(tag)?.length ?? 0,
    read: (tag) => {
      const entry = directory.get(tag);
      if (!entry) return undefined;
      if (entry.length > maxTable) throw new FontError(`has a table ${tag.trim()} of ${entry.length} bytes`);
      return read(tag, 0, entry.length);
    },
    readPart: read,
  };
}

function readDirectory(file: RandomAccess, start: number, count: number) {
  const records = viewOf(readExactly(file, start, 16 * count));
  const directory = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let i = 0; i < count; i++) {
    const at = 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => records.getUint8(at + k)));
    const offset = records.getUint32(at + 8);
    const length = records.getUint32(at + 12);
    if (offset + length > file.size) throw new FontError(`is cut off in the table ${tag.trim()}`);
    directory.set(tag, { offset, length });
  }
  return directory;
}

/** Bytes that must be there. Throws FontError where the file ends before. */
export function readExactly(file: RandomAccess, offset: number, length: number): Uint8Array {
  const bytes = file.read(offset, length);
  if (bytes.length !== length) throw new FontError('is cut off');
  return bytes;
}
