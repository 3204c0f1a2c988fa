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

/** Runs a file operation; what the system refuses becomes a WriteError about `path`. */
export function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(failureOf(error), path, reasonOf(error));
  }
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): string {
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
    EEXIST: 'is not a folder',
  };
  const code = codeOf(error);
  return reasons[code] ?? `cannot be written (${code})`;
}
