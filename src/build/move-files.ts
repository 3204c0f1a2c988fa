import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from './write-error.ts';

/** The folder beside `out` that a build works in. */
export interface Staging {
  readonly folder: string;
  /** The new files, under their paths in the pack. */
  readonly fresh: string;
  /** The files that they replace, until all are in place. */
  readonly replaced: string;
  /** Stands there while files are moved: JSON of the paths that are touched. */
  readonly journal: string;
}

/** The parts of a staging folder. */
export function stagingAt(folder: string): Staging {
  return {
    folder,
    fresh: join(folder, 'new'),
    replaced: join(folder, 'old'),
    journal: join(folder, 'moving.json'),
  };
}

/**
 * Moves the staged files into `out` in the order given and takes the obsolete ones away before the last of them. On
 * an error, everything is put back as it was and the error thrown again.
 */
export function moveFiles(
  out: string,
  staging: Staging,
  paths: readonly string[],
  obsolete: readonly string[],
): void {
  attempt(staging.journal, () => writeFileSync(staging.journal, JSON.stringify({ paths, obsolete })));
  try {
    for (const path of paths.slice(0, -1)) replaceFile(out, staging, path);
    for (const path of obsolete) takeAway(out, staging, path);
    for (const path of paths.slice(-1)) replaceFile(out, staging, path);
  } catch (error) {
    undoMoves(out, staging);
    throw error;
  }
  rmSync(staging.journal);
  for (const path of obsolete) removeEmptyFolders(out, path);
}

/** Puts back what a build that was killed while it moved files had replaced. Nothing where none was. */
export function undoMoves(out: string, staging: Staging): void {
  const { paths, obsolete } = journalled(staging);
  for (const path of paths) {
    if (putBack(out, staging, path) || existsSync(join(staging.fresh, path))) continue;
    const target = join(out, path);
    if (isFile(target)) attempt(target, () => rmSync(target));
    removeEmptyFolders(out, path);
  }
  for (const path of obsolete) putBack(out, staging, path);
  rmSync(staging.journal, { force: true });
}

/** Whether there was an old file. */
function putBack(out: string, staging: Staging, path: string): boolean {
  const old = join(staging.replaced, path);
  if (!existsSync(old)) return false;
  // The old file keeps its second name, so that an undoing that is killed can be done again.
  const again = `${old}.back`;
  attempt(join(out, path), () => {
    rmSync(again, { force: true });
    duplicate(old, again);
    renameSync(again, join(out, path));
  });
  return true;
}

interface Journal {
  readonly paths: readonly string[];
  readonly obsolete: readonly string[];
}

function journalled(staging: Staging): Journal {
  try {
    const value: Partial<Record<keyof Journal, unknown>> = JSON.parse(readFileSync(staging.journal, 'utf8'));
    return { paths: pathsIn(value.paths), obsolete: pathsIn(value.obsolete) };
  } catch {
    return { paths: [], obsolete: [] }; // No journal, or one that was not finished: no file had been moved.
  }
}

function pathsIn(value: unknown): readonly string[] {
  const paths = Array.isArray(value) ? value : [];
  return paths.filter((path): path is string => typeof path === 'string' && staysInside(path));
}

/** Whether a path read from a file is one inside a pack. */
export function staysInside(path: string): boolean {
  return !/(^|[/\\])\.\.([/\\]|$)|^[/\\]|\0/.test(path);
}

function replaceFile(out: string, staging: Staging, path: string): void {
  const target = join(out, path);
  attempt(target, () => {
    mkdirSync(dirname(target), { recursive: true });
    if (isFile(target)) duplicate(target, join(staging.replaced, path));
    renameSync(join(staging.fresh, path), target);
  });
}

/** A second name for a file, or a copy where the file system has no hard links. */
function duplicate(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function takeAway(out: string, staging: Staging, path: string): void {
  const target = join(out, path);
  if (!isFile(target)) return;
  attempt(target, () => {
    mkdirSync(dirname(join(staging.replaced, path)), { recursive: true });
    renameSync(target, join(staging.replaced, path));
  });
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function removeEmptyFolders(out: string, path: string): void {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      return; // Not empty: something else lives there.
    }
  }
}
