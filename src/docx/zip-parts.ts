import { zipEntries } from '../host/zip.ts';

/** A package as a zip archive in the order of its parts. The bytes depend on the parts alone. */
export async function zipParts(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  return zipEntries(
    [...parts].map(([name, bytes]) => ({ name, bytes })),
    9,
  );
}
