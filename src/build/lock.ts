import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** Thrown where another build holds the lock. */
export class LockedError extends Error {
  readonly path: string;

  constructor(path: string) {
    super('another build is writing here');
    this.path = path;
  }
}

/** Runs `action` while holding a lock file; one whose process is gone is taken over. Throws LockedError. */
export function withLock(path: string, action: () => void): void {
  acquire(path);
  try {
    action();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      // Where no lock can be made, writing fails at its own place and says why.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return;
      if (isHeld(path)) throw new LockedError(path);
      rmSync(path, { force: true });
    }
  }
  throw new LockedError(path);
}

function isHeld(path: string): boolean {
  try {
    const id = Number.parseInt(readFileSync(path, 'utf8'), 10);
    if (!Number.isInteger(id) || id <= 0) return false;
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
