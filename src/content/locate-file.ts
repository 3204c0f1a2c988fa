import type { SourceFile } from '../diagnostics/source.ts';

/**
 * The path, inside the root of `source`, of a file that its text names by a relative address. `..` may stay in
 * front of it: the folder that opens it refuses what leads out. Percent signs stand for characters as in a URL.
 */
export function locateFile(source: SourceFile, address: string): string {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|\\)/i.test(address)) return address;
  const folder = source.path.includes('/') ? source.path.slice(0, source.path.lastIndexOf('/') + 1) : '';
  return folder + decode(address);
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
