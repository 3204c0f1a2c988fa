import type { RootName, SourceFile } from '../diagnostics/source.ts';

/** What stands at a path. Links that lead out of the root are never followed. */
export interface Entry {
  /** Last part of the path. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes; 0 for a folder. */
  readonly size: number;
}

/** A file opened for positional reads, so that a 10 MB font need not be read whole. */
export interface RandomAccess {
  readonly size: number;
  /** Identity of the file on this machine; equal for the same file. Never written into an output. */
  readonly key: string;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** Why a file could not be had. */
export type HostErrorReason = 'missing' | 'outside' | 'not-a-file' | 'encoding' | 'too-large' | 'unreadable';

/** Thrown by a Folder; the caller turns it into a diagnostic at the place that named the file. */
export class HostError extends Error {
  readonly reason: HostErrorReason;
  /** Display name of the file. */
  readonly file: string;
  /** For `encoding`: the text up to the first bad byte, so that its line and column can be told. */
  readonly source: SourceFile | undefined;

  constructor(reason: HostErrorReason, file: string, message: string, source?: SourceFile) {
    super(message);
    this.reason = reason;
    this.file = file;
    this.source = source;
  }
}

/**
 * A folder one can read from and not leave. Paths are relative to it, with `/`; an absolute path, `..` past the
 * root, an address or a link that leads out throws a HostError `outside`.
 */
export interface Folder {
  readonly root: RootName;
  /** How the user is told of a path inside: relative to the working folder, with `/`. */
  display(path: string): string;
  /** What stands there, or undefined. Throws only `outside`. */
  stat(path: string): Entry | undefined;
  /** Entries in the order of their names' UTF-16 code units, whatever the file system's order. */
  list(path: string): readonly Entry[];
  readBytes(path: string): Uint8Array;
  /** Strict UTF-8 with at most one byte order mark, which is dropped. */
  readText(path: string): SourceFile;
  open(path: string): RandomAccess;
}

/** What of the process's environment a build may know. */
export interface Environment {
  /** Seconds since 1970, from SOURCE_DATE_EPOCH. */
  readonly sourceDateEpoch: number | undefined;
}

/** The only door to files and environment for everything that a job does. */
export interface Host {
  readonly campaign: Folder;
  /** The tool's own folder, of which `templates/` is read. */
  readonly tool: Folder;
  /** An installed npm package by Node's resolution, from campaign.yaml and then from the tool. Fonts and licences only. */
  package(name: string): Folder | undefined;
  readonly environment: Environment;
}

/** The folder that a root name stands for. Throws HostError `missing` for a package that is not installed. */
export function folderOf(host: Host, root: RootName): Folder {
  if (root === 'campaign') return host.campaign;
  if (root === 'tool') return host.tool;
  const name = root.slice('npm:'.length);
  const folder = host.package(name);
  if (!folder) throw new HostError('missing', root, `the package ${name} is not installed`);
  return folder;
}
