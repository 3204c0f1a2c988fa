import type { Artifact } from './artifact.ts';
import { byPath } from './checksum.ts';
import { nameFault } from './file-name.ts';

/** A zip archive of the files, the same bytes in every time zone. Throws for a name that `checkNames` refuses. */
export async function zipOf(artifacts: readonly Artifact[]): Promise<Uint8Array> {
  const { ZipArchive } = await import('archiver');
  // PDF, DOCX and pictures are compressed already; the level is fixed so that the bytes are.
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    archive.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    archive.on('end', resolve);
    archive.on('error', reject);
    archive.on('warning', reject);
  });
  for (const artifact of byPath(artifacts)) {
    const fault = nameFault(artifact.path);
    if (fault) throw new Error(`${artifact.path} ${fault}`);
    archive.append(Buffer.from(artifact.bytes), { name: artifact.path, date: zipDate(), mode: 0o644 });
  }
  await archive.finalize();
  await finished;
  return Buffer.concat(chunks);
}

/** Zip holds a time without a zone, which the library takes from the date's UTC side: the same everywhere. */
function zipDate(): Date {
  return new Date(Date.UTC(1980, 0, 1));
}
