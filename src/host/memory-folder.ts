import type { RootName } from '../diagnostics/source.ts';
import { decodeText } from './decode-text.ts';
import type { Entry, Folder } from './host.ts';
import { HostError } from './host.ts';
import { maxFileBytes } from './limits.ts';
import { isReadableInPackage } from './package-files.ts';
import { safePath } from './safe-path.ts';

/** Files by path, as text (stored as UTF-8) or bytes. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array>>;

/** A folder in memory, with the same rules and errors as one on disk, links aside. */
export function createMemoryFolder(root: RootName, files: MemoryFiles, prefix = ''): Folder {
  const contents = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    contents.set(safePath(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const display = (path: string) => prefix + path;
  const named = (path: string) => display(path) || '.';
  const isFolder = (path: string) =>
    path === '' || [...contents.keys()].some((file) => file.startsWith(`${path}/`));

  function stat(path: string): Entry | undefined {
    const inside = safePath(path);
    const name = inside.slice(inside.lastIndexOf('/') + 1);
    const content = contents.get(inside);
    if (content) return { name, kind: 'file', size: content.length };
    return isFolder(inside) ? { name, kind: 'folder', size: 0 } : undefined;
  }

  function list(path: string): readonly Entry[] {
    const inside = safePath(path);
    if (contents.has(inside))
      throw new HostError('unreadable', named(path), `${named(path)} is not a folder`);
    if (!isFolder(inside)) throw new HostError('missing', named(path), `there is no folder ${named(path)}`);
    const start = inside === '' ? '' : `${inside}/`;
    const names = [...contents.keys()]
      .filter((file) => file.startsWith(start))
      .map((file) => file.slice(start.length).split('/')[0]!);
    return [...new Set(names)].sort().map((name) => stat(start + name)!);
  }

  function readBytes(path: string): Uint8Array {
    if (root.startsWith('npm:') && !isReadableInPackage(path)) {
      throw new HostError('outside', named(path), `${named(path)} is not a font or a licence`);
    }
    const inside = safePath(path);
    const content = contents.get(inside);
    if (content && content.length <= maxFileBytes) return content;
    if (content) throw new HostError('too-large', named(path), `${named(path)} is too large`);
    if (isFolder(inside)) throw new HostError('not-a-file', named(path), `${named(path)} is not a file`);
    throw new HostError('missing', named(path), `there is no file ${named(path)}`);
  }

  return {
    root,
    display,
    stat,
    list,
    readBytes,
    readText: (path) => decodeText(readBytes(path), { name: named(path), root, path: safePath(path) }),
    open: (path) => {
      const content = readBytes(path);
      return {
        size: content.length,
        key: `memory:${root}:${safePath(path)}`,
        read: (offset, length) => content.subarray(offset, offset + length),
        close: () => {},
      };
    },
  };
}
