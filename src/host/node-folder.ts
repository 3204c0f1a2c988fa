import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { RootName } from '../diagnostics/source.ts';
import { decodeText } from './decode-text.ts';
import type { Entry, Folder, RandomAccess } from './host.ts';
import { HostError } from './host.ts';
import { maxFileBytes, maxTextBytes } from './limits.ts';
import { isReadableInPackage } from './package-files.ts';
import { safePath } from './safe-path.ts';

/** What a folder on disk is made from. */
export interface NodeFolderOptions {
  readonly root: RootName;
  /** Absolute. */
  readonly folder: string;
  /** What stands before a path when the user is told of it: '' or `templates/`, with its slash. */
  readonly prefix: string;
}

/** A folder on disk that cannot be left: every path is made real, then held against the real root. */
export function createNodeFolder({ root, folder, prefix }: NodeFolderOptions): Folder {
  let realRoot: string | undefined;
  const display = (path: string) => prefix + path;
  const named = (path: string) => display(path) || '.';

  /** The real path, or undefined where nothing stands. */
  function real(path: string): string | undefined {
    const inside = safePath(path);
    try {
      realRoot ??= realpathSync.native(folder);
      const target = realpathSync.native(join(realRoot, inside));
      const way = relative(realRoot, target);
      if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))) return target;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw unreadable(named(path), error);
    }
    throw new HostError('outside', named(path), `${named(path)} is a link that leads out of its folder`);
  }

  function openFile(path: string, limit: number): { descriptor: number; size: number; key: string } {
    if (root.startsWith('npm:') && !isReadableInPackage(path)) {
      throw new HostError('outside', named(path), `${named(path)} is not a font or a licence`);
    }
    const target = real(path);
    if (target === undefined) throw new HostError('missing', named(path), `there is no file ${named(path)}`);
    // A pipe or device is refused before it is opened, as opening one can wait for ever.
    if (!statOf(target, path).isFile()) throw notAFile(named(path));
    const descriptor = attempt(path, () =>
      openSync(target, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)),
    );
    const stat = fstatSync(descriptor);
    if (stat.isFile() && stat.size <= limit) {
      return { descriptor, size: stat.size, key: `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeMs}` };
    }
    closeSync(descriptor);
    if (!stat.isFile()) throw notAFile(named(path));
    throw new HostError('too-large', named(path), `${named(path)} is larger than ${limit / 1e6} MB`);
  }

  function attempt<T>(path: string, action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw unreadable(named(path), error);
    }
  }

  function statOf(target: string, path: string) {
    return attempt(path, () => statSync(target));
  }

  function stat(path: string): Entry | undefined {
    const target = real(path);
    if (target === undefined) return undefined;
    const found = statSync(target, { throwIfNoEntry: false });
    if (!found) return undefined;
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    const name = path.slice(path.lastIndexOf('/') + 1);
    return { name, kind, size: kind === 'folder' ? 0 : found.size };
  }

  /** A link that leads out is listed, as something that is neither file nor folder. */
  function entryOf(path: string, name: string): Entry {
    try {
      return stat(path === '' ? name : `${path}/${name}`) ?? { name, kind: 'other', size: 0 };
    } catch {
      return { name, kind: 'other', size: 0 };
    }
  }

  function list(path: string): readonly Entry[] {
    const inside = safePath(path);
    const target = real(path);
    if (target === undefined)
      throw new HostError('missing', named(path), `there is no folder ${named(path)}`);
    const names = attempt(path, () => readdirSync(target));
    return names.sort(byCodeUnit).map((name) => entryOf(inside, name));
  }

  function read(path: string, limit: number): Uint8Array {
    const { descriptor, size } = openFile(path, limit);
    try {
      return attempt(path, () => readAt(descriptor, 0, size));
    } finally {
      closeSync(descriptor);
    }
  }

  return {
    root,
    display,
    stat,
    list,
    readBytes: (path) => read(path, maxFileBytes),
    readText: (path) =>
      decodeText(read(path, maxTextBytes), { name: named(path), root, path: safePath(path) }),
    open: (path): RandomAccess => {
      const { descriptor, size, key } = openFile(path, Number.POSITIVE_INFINITY);
      return {
        size,
        key,
        read: (offset, length) =>
          attempt(path, () => readAt(descriptor, offset, Math.min(length, size - offset))),
        close: () => closeSync(descriptor),
      };
    },
  };
}

/** Order of UTF-16 code units, the same everywhere. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readAt(descriptor: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}

function notAFile(name: string): HostError {
  return new HostError('not-a-file', name, `${name} is not a file`);
}

function unreadable(name: string, error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new HostError('unreadable', name, `${name} cannot be read (${code})`);
}
