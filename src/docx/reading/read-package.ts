import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** Bounds of a package that is read; a document of a hundred pages has a hundredth of these. */
const most = { entries: 4000, part: 32_000_000, all: 96_000_000, ratio: 1000 } as const;

/** Bytes before an entry's data, at least: its name comes on top (APPNOTE §4.3.7). */
const localHeaderSize = 30;

/** A package that cannot be read; its message says why, for whoever wrote the file. */
export class PackageError extends Error {}

/**
 * The XML parts of a package (ECMA-376 Part 2), by their names in lower case; pictures and the like are passed over.
 * Throws PackageError for what is no zip, is damaged or encrypted, or unpacks to more than any document has.
 */
export async function readPackage(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const { default: yauzl } = await import('yauzl');
  if (isCompoundFile(bytes))
    throw new PackageError('it is in the format of Word 97, or protected by a password');
  const parts = new Map<string, Uint8Array>();
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      strictFileNames: true,
    });
    const entries = new Map<string, Entry>();
    let count = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (++count > most.entries) throw new PackageError('it holds too many files');
      if (entries.has(name)) throw new PackageError(`two of its files are named ${name}`);
      if (/\.(?:xml|rels)$/.test(name)) entries.set(name, entry);
    }
    checkSizes([...entries.values()]);
    for (const [name, entry] of entries) parts.set(name, await readEntry(zip, entry));
  } catch (error) {
    // A fault of ours is no fault of the file's.
    if (error instanceof PackageError || error instanceof TypeError || !(error instanceof Error)) throw error;
    throw new PackageError(reasonOf(error.message));
  }
  return parts;
}

/** Where the container of Word 97 is, and of a DOCX with a password ([MS-CFB] §2.2), it is no zip. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/** Before anything is unpacked: the sizes that the entries give, and that no two have the same bytes. */
function checkSizes(entries: readonly Entry[]): void {
  let [all, end] = [0, 0];
  const byPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const { compressedSize, uncompressedSize, relativeOffsetOfLocalHeader } of byPlace) {
    all += uncompressedSize;
    const isBomb = uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * most.ratio;
    if (isBomb || uncompressedSize > most.part || all > most.all) {
      throw new PackageError('it unpacks to more than any document has');
    }
    if (relativeOffsetOfLocalHeader < end) throw new PackageError('it is damaged: files in it overlap');
    end = relativeOffsetOfLocalHeader + localHeaderSize + compressedSize;
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new PackageError('it is protected by a password');
  const chunks: Uint8Array[] = [];
  // The library ends the stream with an error where it is longer than its entry says.
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new PackageError('it is damaged: a checksum in it is wrong');
  return bytes;
}

function reasonOf(message: string): string {
  return /end of central directory/i.test(message) ? 'it is no zip archive' : 'it is damaged';
}
