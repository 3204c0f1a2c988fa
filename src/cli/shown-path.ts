import { join } from 'node:path';

/** A path in a folder as the user wrote it, with `/`. */
export function shownPath(folder: string, path = ''): string {
  return join(folder, path)
    .replace(/\\/g, '/')
    .replace(/(.)\/$/, '$1');
}

/** A word of a command that can be copied: in quotes where a shell would cut it. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(word) ? word : `"${word}"`;
}
