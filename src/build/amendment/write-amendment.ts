import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../../pack/artifact.ts';
import { attempt, WriteError } from '../write-error.ts';

/**
 * Writes the files of an amendment into a folder, all or none of them. What stands there already is kept, and an error,
 * unless it may be replaced. Throws WriteError.
 */
export function writeAmendment(folder: string, artifacts: readonly Artifact[], replaces: boolean): void {
  for (const { path } of replaces ? [] : artifacts) {
    const target = join(folder, path);
    if (existsSync(target)) throw new WriteError('blocked', target, 'is there already; --force replaces it');
  }
  if (artifacts.length === 0) return;
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
  const parts = artifacts.map(({ path, bytes }) => ({ target: join(folder, path), bytes }));
  try {
    for (const { target, bytes } of parts) attempt(target, () => writeFileSync(`${target}.part`, bytes));
    for (const { target } of parts) attempt(target, () => renameSync(`${target}.part`, target));
  } finally {
    for (const { target } of parts) attempt(target, () => rmSync(`${target}.part`, { force: true }));
  }
}
