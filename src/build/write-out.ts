import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Artifact } from '../pack/artifact.ts';
import { listedPaths } from '../pack/manifest.ts';
import { refuseLocked, withLock } from './lock.ts';
import { moveFiles, type Staging, stagingAt, staysInside, undoMoves } from './move-files.ts';
import { attempt, WriteError } from './write-error.ts';

/** Written after everything else, in this order, so that a manifest never promises a file that is not there. */
const lastPaths = ['SHA256SUMS', 'manifest.json'];

/**
 * Puts a pack into the folder `out`: everything is written to a staging folder beside it first, then moved file by
 * file, the manifest last. Only files that the previous manifest lists are replaced or removed; returns the paths of
 * those removed. Where that fails, the old pack is put back. Throws WriteError, and LockedError where another build
 * is writing.
 */
export function writeOut(out: string, artifacts: readonly Artifact[]): readonly string[] {
  attempt(dirname(out), () => mkdirSync(dirname(out), { recursive: true }));
  const places = placesOf(out);
  return withLock(places.lock, () => {
    const staging = stagingAt(places.staging);
    try {
      recover(places.out, staging);
      stage(staging, artifacts);
      return install(places.out, staging, artifacts);
    } finally {
      // A journal that is still there is for the next build to undo.
      if (!existsSync(staging.journal)) rmSync(staging.folder, { recursive: true, force: true });
    }
  });
}

/**
 * Before a build: puts the old pack back where an earlier build was killed while it wrote, so that a build that
 * ends with errors leaves a whole pack too. Throws LockedError where another build is writing.
 */
export function prepareOut(out: string): void {
  const places = placesOf(out);
  refuseLocked(places.lock);
  if (!entryAt(places.staging)) return;
  withLock(places.lock, () => recover(places.out, stagingAt(places.staging)));
}

interface OutPlaces {
  readonly out: string;
  readonly staging: string;
  readonly lock: string;
}

/** Staging has to be on the file system of `out` itself, which may be a link or a mount. */
function placesOf(path: string): OutPlaces {
  const stat = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (!stat) return placesBeside(path);
  if (!stat.isDirectory()) throw new WriteError('blocked', path, 'is not a folder; move it or use --out');
  const out = realpathSync.native(path);
  const beside = statSync(dirname(out));
  if (beside.dev === stat.dev && !isBindMount(out)) return placesBeside(out);
  return { out, staging: join(out, '.campaign-pack-staging'), lock: join(out, '.campaign-pack-lock') };
}

/** A mount of a folder of the same device, as containers make them: files cannot be moved into it from beside. */
function isBindMount(out: string): boolean {
  try {
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
    const escaped = out.replace(/[\\ \t\n]/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`);
    return mounts.some((mount) => mount.split(' ')[4] === escaped);
  } catch {
    return false; // Not Linux.
  }
}

function placesBeside(out: string): OutPlaces {
  const [folder, name] = [dirname(out), basename(out)];
  return { out, staging: join(folder, `.${name}.staging`), lock: join(folder, `.${name}.lock`) };
}

function recover(out: string, staging: Staging): void {
  undoMoves(out, staging);
  attempt(staging.folder, () => rmSync(staging.folder, { recursive: true, force: true }));
}

function stage(staging: Staging, artifacts: readonly Artifact[]): void {
  // Alone, since making several folders at once hides why it fails.
  attempt(staging.folder, () => mkdirSync(staging.folder));
  for (const artifact of artifacts) {
    const path = join(staging.fresh, artifact.path);
    attempt(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, artifact.bytes, { flag: 'wx', flush: true });
    });
  }
}

function install(out: string, staging: Staging, artifacts: readonly Artifact[]): readonly string[] {
  const previous = previousPaths(out);
  const paths = artifacts.map((artifact) => artifact.path);
  for (const path of paths) refuseForeign(out, path, previous);
  const order = [
    ...paths.filter((path) => !lastPaths.includes(path)),
    ...lastPaths.filter((path) => paths.includes(path)),
  ];
  const obsolete = [...previous].filter((path) => !paths.includes(path) && !foreignFolder(out, path));
  const removed = obsolete.filter((path) => existsSync(join(out, path)));
  moveFiles(out, staging, order, obsolete);
  return removed.sort();
}

function previousPaths(out: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(join(out, 'manifest.json'), 'utf8');
  } catch {
    return new Set();
  }
  const listed = listedPaths(text).filter(staysInside);
  return listed.length ? new Set([...listed, ...lastPaths]) : new Set();
}

/** A file that the tool did not make, or a link on the way to it, is not touched. */
function refuseForeign(out: string, path: string, previous: ReadonlySet<string>): void {
  const folder = foreignFolder(out, path);
  if (folder) throw blocked(out, folder);
  const stat = entryAt(join(out, path));
  if (stat && (!stat.isFile() || !previous.has(path))) throw blocked(out, path);
}

/** The first part of a path that is there and is no folder of its own. */
function foreignFolder(out: string, path: string): string | undefined {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    const folder = parts.slice(0, i).join('/');
    const stat = entryAt(join(out, folder));
    if (stat && !stat.isDirectory()) return folder;
  }
  return undefined;
}

/** What stands at a path itself, be it a link; undefined for nothing. Throws WriteError where that cannot be told. */
function entryAt(path: string): Stats | undefined {
  return attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

function blocked(out: string, path: string): WriteError {
  return new WriteError(
    'blocked',
    join(out, path),
    'stands in the way and was not made by a build; move it or use --out',
  );
}
