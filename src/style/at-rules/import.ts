import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import { folderOf, HostError } from '../../host/host.ts';
import type { Reporter } from '../cascade/reporter.ts';

/** `path` resolved against the folder of `base`; undefined where it leads out of the root or is an address. */
export function resolveInRoot(base: string, path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('/') || path.includes('\\')) return undefined;
  const parts = base.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The style sheet that an `@import` of `from` names, or undefined with a diagnostic. */
export function readImported(
  host: Host,
  from: SourceFile,
  url: string,
  span: Span,
  reporter: Reporter,
): SourceFile | undefined {
  const path = resolveInRoot(from.path, url);
  if (path === undefined) {
    const hint = 'Only style sheets of the same folder tree are read; nothing is fetched';
    reporter.report('css-url', `${JSON.stringify(url)} leads out of its root`, span, hint);
    return undefined;
  }
  try {
    return folderOf(host, from.root).readText(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    reporter.report('css-url', `${JSON.stringify(url)} cannot be read: ${error.message}`, span);
    return undefined;
  }
}
