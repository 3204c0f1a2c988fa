import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const source = resolve('src');

/** A folder may import from itself and from those before it; `pdf`, `docx` and `svg` not from each other. */
const order = [
  'unicode',
  'diagnostics',
  'host',
  'raster',
  'campaign',
  'content',
  'template',
  'style',
  'text',
  'layout',
  'pdf',
  'docx',
  'svg',
  'pack',
  'build',
  'preview',
  'cli',
];
const writers = new Set(['pdf', 'docx', 'svg']);

interface Import {
  readonly from: string;
  readonly to: string;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every import of one of our files, static, dynamic, of types, and re-exports. */
function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const { module, errors } = parseSync(path, text);
  expect(errors, path).toEqual([]);
  const found = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) => e.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((i) => text.slice(i.moduleRequest.start + 1, i.moduleRequest.end - 1)),
    ...[...text.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1]!),
  ];
  return found
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: path, to: resolve(dirname(path), name) }));
}

const all = files(source);
const imports = all.flatMap(importsOf);
const folderOf = (path: string): string => relative(source, path).split('/')[0]!;

describe('imports', () => {
  it('stay inside src', () => {
    expect(imports.filter(({ to }) => relative(source, to).startsWith('..'))).toEqual([]);
  });

  it('run one way', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [folderOf(from), folderOf(to)];
      if (a === b) return false;
      return (
        order.indexOf(b) < 0 || order.indexOf(b) > order.indexOf(a) || (writers.has(a) && writers.has(b))
      );
    });
    expect(wrong.map(({ from, to }) => `${relative(source, from)} → ${relative(source, to)}`)).toEqual([]);
  });

  it('form no cycle', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('name folders of the design only', () => {
    expect(all.map(folderOf).filter((folder) => !order.includes(folder))).toEqual([]);
  });
});

describe('source', () => {
  it('writes to the console and exits only from the command line', () => {
    const outside = all.filter((path) => folderOf(path) !== 'cli');
    const offenders = outside.filter((path) =>
      /\bconsole\.|process\.exit\b/.test(readFileSync(path, 'utf8')),
    );
    expect(offenders.map((path) => relative(source, path))).toEqual([]);
  });

  it('reaches for no network', () => {
    const network = /\bfrom 'node:(http|https|http2|net|tls|dgram|dns)|\bfetch\(|\bWebSocket\b/;
    const offenders = all.filter((path) => network.test(readFileSync(path, 'utf8')));
    expect(offenders.map((path) => relative(source, path))).toEqual([]);
  });

  it('keeps files short', () => {
    const long = all.filter((path) => readFileSync(path, 'utf8').split('\n').length > 280);
    expect(long.map((path) => relative(source, path))).toEqual([]);
  });
});

/** Each cycle once, as the files on it in order. */
function cycles(edges: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(path)), path];
      found.push(cycle.map((file) => relative(source, file)).join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of [...next.keys()].sort()) visit(path, []);
  return found;
}
