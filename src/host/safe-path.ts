import { HostError } from './host.ts';

/**
 * A path inside a root, with `.` and inner `..` resolved, without a leading or trailing slash; '' is the root.
 * Throws HostError `outside` for what could mean another place on some system: an absolute path, `..` past the
 * root, an address or drive letter, a backslash, a NUL.
 */
export function safePath(path: string): string {
  if (path.includes('\0')) throw outside(path, 'a file path cannot hold a NUL');
  if (path.includes('\\')) throw outside(path, `${path} is written with a backslash`);
  if (path.startsWith('/')) throw outside(path, `${path} is an absolute path`);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) throw outside(path, `${path} leads out of its folder`);
  }
  // Looked for in what is left too: `a/../C:` is a drive.
  const inside = parts.join('/');
  if ([path, inside].some((way) => /^[a-z][a-z0-9+.-]*:/i.test(way))) {
    throw outside(path, `${path} is an address or a drive, not a path`);
  }
  return inside;
}

function outside(path: string, message: string): HostError {
  return new HostError('outside', path, message);
}
