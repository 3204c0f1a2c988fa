import { createHash } from 'node:crypto';
import type { Artifact, ArtifactOrigin } from './artifact.ts';

/** Hex SHA-256. */
function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file of the pack with its digest. */
export function artifactOf(path: string, bytes: Uint8Array, origin?: ArtifactOrigin): Artifact {
  return { path, bytes, sha256: sha256(bytes), origin };
}

/** SHA256SUMS as GNU `sha256sum -c` reads it, by path. */
export function checksums(artifacts: readonly Artifact[]): string {
  return byPath(artifacts)
    .map((artifact) => `${artifact.sha256}  ${artifact.path}\n`)
    .join('');
}

/** By the UTF-16 code units of the path: the same order everywhere. */
export function byPath(artifacts: readonly Artifact[]): readonly Artifact[] {
  return [...artifacts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
