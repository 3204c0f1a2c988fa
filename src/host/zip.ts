import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface ZipEntry {
  /** With `/`. The caller has checked it: any name is written. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was deflated for one archive, by its bytes, so that another of the same files need not do it again. */
export type Deflated = WeakMap<Uint8Array, Uint8Array>;

/** Sizes, offsets and counts from here on need Zip64, which no archive of ours does. */
const most = { size: 0xffffffff, entries: 0xffff };

const method = { stored: 0, deflated: 8 };

/** Version 2.0 of the format, which knows folders and deflate; made by Unix, whose file modes it holds. */
const version = { needed: 20, madeBy: (3 << 8) | 20 };

/** -rw-r--r-- of a regular file, where Unix has it. */
const attributes = 0o100644 * 0x10000;

/** 1 January 1980, the first day that the format knows: it has no time zone. */
const day = (1 << 5) | 1;

/**
 * A zip archive of the entries in their order (PKWARE's APPNOTE 6.3). The bytes depend on them alone; `level` is
 * deflate's, 1 to 9. Throws RangeError for what needs Zip64.
 */
export function zipEntries(
  entries: readonly ZipEntry[],
  level: number,
  deflated: Deflated = new WeakMap(),
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = compressed(entry.bytes, level, deflated);
    const head = entryHead(entry, data);
    parts.push(localHeader(head), head.name, data);
    directory.push(directoryHeader(head, offset), head.name);
    offset += 30 + head.name.length + data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  if (offset + length > most.size || entries.length >= most.entries) {
    throw new RangeError('the archive is larger than a zip file can be');
  }
  return Buffer.concat([...parts, ...directory, endRecord(entries.length, offset, length)]);
}

/** The bytes themselves where deflate does not make them fewer. */
function compressed(bytes: Uint8Array, level: number, deflated: Deflated): Uint8Array {
  const known = deflated.get(bytes);
  if (known) return known;
  const packed = deflateRawSync(bytes, { level });
  const data = packed.length < bytes.length ? packed : bytes;
  deflated.set(bytes, data);
  return data;
}

/** What both headers of an entry say of it. */
interface EntryHead {
  readonly name: Uint8Array;
  /** From the version needed to the length of the name. */
  readonly fields: Uint8Array;
}

function entryHead({ name, bytes }: ZipEntry, data: Uint8Array): EntryHead {
  const encoded = Buffer.from(name, 'utf8');
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(version.needed, 0);
  // That the name is UTF-8, which ASCII need not say.
  fields.writeUInt16LE(encoded.length > name.length ? 0x0800 : 0, 2);
  fields.writeUInt16LE(data === bytes ? method.stored : method.deflated, 4);
  fields.writeUInt16LE(day, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(encoded.length, 22);
  return { name: encoded, fields };
}

/** APPNOTE §4.3.7. */
function localHeader({ fields }: EntryHead): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.set(fields, 4);
  return header;
}

/** APPNOTE §4.3.12. */
function directoryHeader({ fields }: EntryHead, offset: number): Uint8Array {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(version.madeBy, 4);
  header.set(fields, 6);
  header.writeUInt32LE(attributes, 38);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** APPNOTE §4.3.16. */
function endRecord(count: number, offset: number, length: number): Uint8Array {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
