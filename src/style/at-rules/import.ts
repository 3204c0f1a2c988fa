import type { SourceFile, Span } from '../../diagnostics/source.ts';
import type { Host } from '../../host/host.ts';
import { folderOf, HostError } from '../../host/host.ts';
import type { Reporter } from '../cascade/reporter.ts';
import type { Component } from '../syntax/component.ts';
import { splitCommas } from '../syntax/component.ts';

/** What an `@import` says (css-cascade-5 §2). */
export interface WrittenImport {
  readonly address: { readonly value: string; readonly start: number; readonly end: number };
  /** Undefined for none; without a name for one of its own. */
  readonly layer: { readonly name: string | undefined } | undefined;
  readonly supports: readonly Component[] | undefined;
  readonly media: readonly Component[];
}

/** Reads `"a.css" layer(base) supports(display: flex) print`; undefined where there is no address. */
export function parseImport(prelude: readonly Component[]): WrittenImport | undefined {
  const [address, ...rest] = prelude.filter((component) => component.type !== 'space');
  if (address?.type !== 'string' && address?.type !== 'url') return undefined;
  const layer = layerOf(rest[0]);
  if (layer) rest.shift();
  const next = rest[0];
  const supports = next?.type === 'function' && next.name === 'supports' ? next.children : undefined;
  if (supports) rest.shift();
  return { address, layer, supports: supports && asCondition(supports), media: rest };
}

function layerOf(component: Component | undefined): WrittenImport['layer'] {
  if (component?.type === 'ident' && component.value.toLowerCase() === 'layer') return { name: undefined };
  if (component?.type !== 'function' || component.name !== 'layer') return undefined;
  const names = layerNames(component.children);
  return names?.length === 1 ? { name: names[0] } : undefined;
}

/** In `supports()` a declaration stands without brackets of its own. */
function asCondition(children: readonly Component[]): readonly Component[] {
  const first = children.find((child) => child.type !== 'space');
  const isDeclaration = first?.type === 'ident' && first.value.toLowerCase() !== 'not';
  const place = { start: first?.start ?? 0, end: children.at(-1)?.end ?? 0 };
  return isDeclaration ? [{ type: 'block', bracket: '(', children, ...place }] : children;
}

/** The layer names of a list, dotted; none for an empty one, undefined where it does not parse. */
export function layerNames(components: readonly Component[]): readonly string[] | undefined {
  const parts = splitCommas(components);
  if (parts.length === 1 && parts[0]!.length === 0) return [];
  const names = parts.map((part) =>
    part.every((item, i) =>
      i % 2 === 0 ? item.type === 'ident' : item.type === 'delim' && item.value === '.',
    )
      ? part.map((item) => ('value' in item ? String(item.value) : '')).join('')
      : '',
  );
  return names.every((name) => name !== '' && !name.endsWith('.')) ? names : undefined;
}

/** `path` resolved against the folder of `base`; undefined where it leads out of the root or is an address. */
function resolveInRoot(base: string, path: string): string | undefined {
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
