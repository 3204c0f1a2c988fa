import type { Artifact } from './artifact.ts';
import { byPath } from './checksum.ts';

/** One line of the manifest; the order of the keys is the order in the file. */
export interface ManifestFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly document?: string;
  readonly kind?: string;
  readonly locale?: string;
  readonly format?: string;
  readonly edition?: string;
  readonly paper?: string;
  readonly pages?: number;
  readonly 'source-sha256'?: string;
  readonly review?: string;
}

/** manifest.json: every file of the pack but itself and SHA256SUMS. */
export interface Manifest {
  readonly campaign: string;
  readonly version: string;
  readonly date?: string;
  readonly files: readonly ManifestFile[];
}

/** The manifest of a pack, as the text of manifest.json. */
export function manifestText(
  campaign: { readonly id: string; readonly version: string; readonly date: string | undefined },
  artifacts: readonly Artifact[],
): string {
  const manifest: Manifest = {
    campaign: campaign.id,
    version: campaign.version,
    ...(campaign.date && { date: campaign.date }),
    files: byPath(artifacts).map(manifestFile),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function manifestFile(artifact: Artifact): ManifestFile {
  const base = { path: artifact.path, sha256: artifact.sha256, bytes: artifact.bytes.length };
  const origin = artifact.origin;
  if (!origin) return base;
  return {
    ...base,
    document: origin.document,
    kind: origin.kind,
    locale: origin.locale,
    format: origin.format,
    edition: origin.edition,
    ...(origin.paper !== undefined && { paper: origin.paper }),
    ...(origin.pages !== undefined && { pages: origin.pages }),
    'source-sha256': origin.sourceHash,
    review: origin.review,
  };
}

/** Paths that a manifest lists; empty for a text that is not a manifest. */
export function listedPaths(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : undefined;
    if (!Array.isArray(files)) return [];
    return files.flatMap((file: unknown) =>
      typeof file === 'object' && file !== null && 'path' in file && typeof file.path === 'string'
        ? [file.path]
        : [],
    );
  } catch {
    return [];
  }
}
