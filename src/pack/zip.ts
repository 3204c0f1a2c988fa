import { zipEntries } from '../host/zip.ts';
import type { Artifact } from './artifact.ts';
import { byPath } from './checksum.ts';
import { nameFault } from './file-name.ts';

/** Most of a pack is compressed already: a higher level costs time and saves nothing. */
const level = 6;

/** A zip archive of the files by path. Throws for a name that `checkNames` refuses. */
export async function zipOf(artifacts: readonly Artifact[]): Promise<Uint8Array> {
  const entries = byPath(artifacts).map(({ path, bytes }) => {
    const fault = nameFault(path);
    if (fault) throw new Error(`${path} ${fault}`);
    return { name: path, bytes };
  });
  return zipEntries(entries, level);
}
