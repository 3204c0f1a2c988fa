// The peers together: PDFs by Typst, DOCX by docx, a zip of all by archiver. node whole-pack.mjs <corpus> <out>
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ZipArchive } from 'archiver';

const out = process.argv[3];
await import('./typst.mjs');
await import('./docx.mjs');
const file = createWriteStream(`${out}.zip`);
const archive = new ZipArchive({ zlib: { level: 9 } });
archive.on('error', (error) => file.destroy(error));
archive.pipe(file);
archive.directory(out, false);
await archive.finalize();
await finished(file);
