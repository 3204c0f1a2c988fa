import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf } from './write-error.ts';

/** Thrown where another build holds the lock. */
export class LockedError extends Error {
  readonly path: string;

  constructor(path: string) {
    super('another build is writing here');
    this.path = path;
  }
}

/** Runs `action` while holding a lock file; one whose process is gone is taken over. Throws LockedError. */
export function withLock<T>(path: string, action: () => T): T {
  acquire(path);
  try {
    return action();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Throws LockedError where a running process holds the lock. */
export function refuseLocked(path: string): void {
  if (isHeld(path)) throw new LockedError(path);
}

function acquire(path: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      create(path);
      return;
    } catch (error) {
      // Where no lock can be made, writing fails at its own place and says why.
      if (codeOf(error) !== 'EEXIST') return;
      if (isHeld(path)) throw new LockedError(path);
      rmSync(path, { force: true });
    }
  }
  throw new LockedError(path);
}

/** The lock appears with its process id already in it, so that no one finds it empty and takes it over. */
function create(path: string): void {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // A file system without hard links.
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } finally {
    rmSync(own, { force: true });
  }
}

function isHeld(path: string): boolean {
  try {
    const id = Number.parseInt(readFileSync(path, 'utf8'), 10);
    if (!Number.isInteger(id) || id <= 0) return false;
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
