import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError } from '../../src/host/host.ts';

/** The reason of the HostError that an action throws; 'none' where it throws nothing. */
export function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof HostError) return error.reason;
    throw error;
  }
  return 'none';
}

/** A new folder outside the repository, and how to delete it. */
export function scratchFolder(): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'campaign-pack-test-')));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
