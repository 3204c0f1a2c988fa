import { didYouMean } from '../diagnostics/suggest.ts';
import type { Folder } from './host.ts';
import { HostError } from './host.ts';

/**
 * A hint for a file that is missing: one in its folder whose name differs in its letters, in capitals, which only some
 * systems overlook, or in how accents are encoded, which cannot be seen.
 */
export function nearName(folder: Folder, path: string): string | undefined {
  const cut = path.lastIndexOf('/') + 1;
  const name = path.slice(cut);
  const names = namesIn(folder, path.slice(0, cut));
  const same = names.find((candidate) => candidate.normalize('NFC') === name.normalize('NFC'));
  if (same !== undefined) return `${JSON.stringify(same)} is there, its accents encoded otherwise: rename it`;
  return didYouMean(name, names);
}

function namesIn(folder: Folder, path: string): readonly string[] {
  try {
    return folder.list(path).map(({ name }) => name);
  } catch (error) {
    if (error instanceof HostError) return [];
    throw error;
  }
}
