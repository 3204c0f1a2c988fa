/** Why an output could not be written. */
export type WriteFailure = 'blocked' | 'failed';

/** Thrown where an output cannot be written. */
export class WriteError extends Error {
  readonly failure: WriteFailure;
  readonly path: string;

  constructor(failure: WriteFailure, path: string, message: string) {
    super(message);
    this.failure = failure;
    this.path = path;
  }
}

/** Runs a file operation and returns its result; what the system refuses becomes a WriteError about `path`. */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(failureOf(error), path, reasonOf(error));
  }
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** What another path, or leave to write there, would mend; the rest is the machine's. */
const blocking = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT', 'ENAMETOOLONG'];

function failureOf(error: unknown): WriteFailure {
  return blocking.includes(codeOf(error)) ? 'blocked' : 'failed';
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
    EEXIST: 'is not a folder',
    EISDIR: 'is a folder',
    ENOENT: 'is to go into a folder that is not there',
    ENAMETOOLONG: 'has a name that is too long for this file system',
  };
  const code = codeOf(error);
  return reasons[code] ?? `cannot be written (${code})`;
}
