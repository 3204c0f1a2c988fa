import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, codeOf, WriteError } from './write-error.ts';

/** A file to be written, by its path inside a folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that are not there yet, below a folder that need not be. Where one cannot be written, those before it
 * are taken back. Throws WriteError.
 */
export function writeNew(folder: string, files: readonly NewFile[]): void {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      attempt(dirname(target), () => mkdirSync(dirname(target), { recursive: true }));
      attempt(target, () => writeFileSync(target, text, { flag: 'wx' }));
      written.push(target);
    }
  } catch (error) {
    for (const target of written) rmSync(target, { force: true });
    throw error;
  }
}

/** Throws WriteError where a folder holds anything but dotfiles (a repository may be made before a campaign). */
export function refuseFilled(folder: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    if (codeOf(error) === 'ENOTDIR') throw new WriteError('blocked', folder, 'is not a folder');
    attempt(folder, () => {
      throw error;
    });
    return;
  }
  if (names.some((name) => !name.startsWith('.'))) {
    throw new WriteError('blocked', folder, 'is not empty; a new campaign needs a folder of its own');
  }
}
