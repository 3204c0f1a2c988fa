/** A file of an archive. */
export interface ZipEntry {
  /** With `/`. The caller has checked it: archiver writes any name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A zip archive of the entries in their order, the same bytes in every time zone. `level` is deflate's, 1 to 9. */
export async function zipEntries(entries: readonly ZipEntry[], level: number): Promise<Uint8Array> {
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ zlib: { level } });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    archive.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    archive.on('end', resolve);
    archive.on('error', reject);
    archive.on('warning', reject);
  });
  // Zip holds a time without a zone, which the library takes from the date's UTC side: the same everywhere.
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const { name, bytes } of entries) archive.append(Buffer.from(bytes), { name, date, mode: 0o644 });
  await archive.finalize();
  await finished;
  return Buffer.concat(chunks);
}
