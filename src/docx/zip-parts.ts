/** A package as a zip archive in the order of its parts. The bytes depend on the parts alone. */
export async function zipParts(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ zlib: { level: 9 } });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    archive.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    archive.on('end', resolve);
    archive.on('error', reject);
    archive.on('warning', reject);
  });
  // Zip holds local time without a zone: the local-time constructor writes the same digits everywhere. At noon, for
  // some zones skipped midnights.
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const [name, bytes] of parts) archive.append(Buffer.from(bytes), { name, date, mode: 0o644 });
  await archive.finalize();
  await finished;
  return Buffer.concat(chunks);
}
