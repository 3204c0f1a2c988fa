import { lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Artifact } from '../pack/artifact.ts';
import { listedPaths } from '../pack/manifest.ts';
import { withLock } from './lock.ts';

/** Why an output could not be written. */
export type WriteFailure = 'blocked' | 'failed' | 'locked';

/** Thrown by `writeOut`; the old pack is as it was unless moving had begun. */
export class WriteError extends Error {
  readonly failure: WriteFailure;
  readonly path: string;

  constructor(failure: WriteFailure, path: string, message: string) {
    super(message);
    this.failure = failure;
    this.path = path;
  }
}

/** Written after everything else, in this order, so that a manifest never promises a file that is not there. */
const lastPaths = ['SHA256SUMS', 'manifest.json'];

/**
 * Puts a pack into the folder `out`: everything is written to a staging folder beside it first, then moved file by
 * file, the manifest last. Only files that the previous manifest lists are replaced or removed.
 */
export function writeOut(out: string, artifacts: readonly Artifact[]): void {
  attempt(out, () => mkdirSync(dirname(out), { recursive: true }));
  withLock(join(dirname(out), `.${basename(out)}.lock`), () => {
    const staging = join(dirname(out), `.${basename(out)}.staging`);
    try {
      stage(staging, artifacts);
      install(out, staging, artifacts);
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  });
}

function stage(staging: string, artifacts: readonly Artifact[]): void {
  attempt(staging, () => rmSync(staging, { recursive: true, force: true }));
  for (const artifact of artifacts) {
    const path = join(staging, artifact.path);
    attempt(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, artifact.bytes, { flag: 'wx' });
    });
  }
}

function install(out: string, staging: string, artifacts: readonly Artifact[]): void {
  const previous = previousPaths(out);
  const paths = artifacts.map((artifact) => artifact.path);
  for (const path of paths) refuseForeign(out, path, previous);
  const order = [
    ...paths.filter((path) => !lastPaths.includes(path)),
    ...lastPaths.filter((path) => paths.includes(path)),
  ];
  for (const path of order) {
    const target = join(out, path);
    attempt(target, () => {
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(staging, path), target);
    });
  }
  const kept = new Set(paths);
  for (const path of previous) if (!kept.has(path)) removeOwn(out, path);
}

function previousPaths(out: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(join(out, 'manifest.json'), 'utf8');
  } catch {
    return new Set();
  }
  const listed = listedPaths(text).filter((path) => !path.split('/').includes('..') && !path.startsWith('/'));
  return listed.length ? new Set([...listed, ...lastPaths]) : new Set();
}

/** A file that the tool did not make, or a link on the way to it, is not touched. */
function refuseForeign(out: string, path: string, previous: ReadonlySet<string>): void {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    const folder = parts.slice(0, i).join('/');
    const stat = lstatSync(join(out, folder), { throwIfNoEntry: false });
    if (stat && !stat.isDirectory()) throw blocked(out, folder);
  }
  const stat = lstatSync(join(out, path), { throwIfNoEntry: false });
  if (stat && (!stat.isFile() || !previous.has(path))) throw blocked(out, path);
}

function blocked(out: string, path: string): WriteError {
  return new WriteError(
    'blocked',
    join(out, path),
    'stands in the way and was not made by a build; move it or use --out',
  );
}

function removeOwn(out: string, path: string): void {
  const target = join(out, path);
  if (!lstatSync(target, { throwIfNoEntry: false })?.isFile()) return;
  attempt(target, () => rmSync(target));
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      return; // Not empty: something else lives there.
    }
  }
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw new WriteError(failureOf(error), path, reasonOf(error));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

function failureOf(error: unknown): WriteFailure {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(codeOf(error))
    ? 'blocked'
    : 'failed';
}

function reasonOf(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'may not be written',
    EPERM: 'may not be written',
    EROFS: 'is on a read-only file system',
    ENOSPC: 'does not fit on the disk',
    EDQUOT: 'is over the disk quota',
    EFBIG: 'is over the file size limit',
    EMFILE: 'cannot be opened: too many open files',
    ENOTDIR: 'lies below something that is not a folder',
  };
  const code = codeOf(error);
  return reasons[code] ?? `cannot be written (${code})`;
}
