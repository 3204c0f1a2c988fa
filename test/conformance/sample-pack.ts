import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, ManifestFile } from '../../src/pack/manifest.ts';
import { runCommand } from './command.ts';
import type { DocumentName } from './text/source-text.ts';

/** The pack of `content/` as a user builds it. */
export interface SamplePack {
  /** The out folder; absolute. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** The tagged PDFs of the documents, each in a locale and an edition, as the manifest lists them. */
  readonly pdfs: readonly ManifestFile[];
  /** The PDFs for paper alone, which are not tagged. */
  readonly printPdfs: readonly ManifestFile[];
  readonly docxs: readonly ManifestFile[];
  /** The zips' paths in the out folder. */
  readonly zips: readonly string[];
}

/** Builds the pack with the command itself. */
export async function buildSamplePack(root: string, folder: string): Promise<SamplePack> {
  const launcher = join(root, 'bin/campaign-pack.js');
  const args = [launcher, 'build', join(root, 'content'), '--out', folder];
  const { code, stderr } = await runCommand(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Error(`campaign-pack build ended with ${code ?? 'a signal'}:\n${stderr}`);
  return readPack(folder);
}

/** Reads a pack that was built. */
function readPack(folder: string): SamplePack {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const inFormat = (format: string) =>
    manifest.files.filter((file) => file.document !== undefined && file.format === format);
  const zips = manifest.files.map(({ path }) => path).filter((path) => path.endsWith('.zip'));
  const isTagged = ({ edition }: ManifestFile) => edition === 'reading' || edition === 'large-print';
  const pdfs = inFormat('pdf');
  return {
    folder,
    manifest,
    pdfs: pdfs.filter(isTagged),
    printPdfs: pdfs.filter((file) => !isTagged(file)),
    docxs: inFormat('docx'),
    zips,
  };
}

/** A copy of a judge's pack in its temporary folder, to put a fault into; the folder. */
export function copyOfPack({
  pack,
  temporary,
}: {
  readonly pack: SamplePack;
  readonly temporary: string;
}): string {
  const copy = join(temporary, 'seeded');
  rmSync(copy, { recursive: true, force: true });
  cpSync(pack.folder, copy, { recursive: true });
  return copy;
}

/** What a document's file was made of. Throws where the file is none of a document. */
export function documentOf(file: ManifestFile): DocumentName {
  const { document, kind, locale } = file;
  if (document === undefined || kind === undefined || locale === undefined) {
    throw new Error(`${file.path} is no document`);
  }
  return { document, kind, locale };
}

/** Every file below a folder, as paths in it with forward slashes, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
