import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

// What a file exports is what others have to read it for: so each of them uses it, and a comment says what it is.

interface Module {
  readonly path: string;
  readonly text: string;
  readonly parsed: ParseResult;
}

/** Started by name: by the bundler, or as the entry of a chunk. */
const entries = [
  'src/cli/start.ts',
  'src/build/worker.ts',
  'src/build/bench.ts',
  'test/conformance/main.ts',
  'test/conformance/layout/compare.ts',
];

const modules: readonly Module[] = ['src', 'test'].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(ts|mjs|cjs)$/.test(entry.name))
    .map((entry) => {
      const path = resolve(entry.parentPath, entry.name);
      const text = readFileSync(path, 'utf8');
      return { path, text, parsed: parseSync(path, text) };
    }),
);

const nameOf = (path: string): string => relative('.', path).replaceAll('\\', '/');

describe('exports', () => {
  const used = new Set(modules.flatMap(namesUsed));

  it('are used in another file', () => {
    const unused = modules
      .filter(({ path }) => !entries.includes(nameOf(path)))
      .flatMap((module) =>
        exportsOf(module)
          .filter(({ name, isType }) => !(isType && isWrittenTwice(module, name)))
          .filter(({ name }) => !used.has(`${module.path} ${name}`))
          .map(({ name }) => `${nameOf(module.path)}: ${name}`),
      );
    expect(unused).toEqual([]);
  });

  it('of the source say what they are', () => {
    const silent = modules
      .filter(({ path }) => nameOf(path).startsWith('src/'))
      .flatMap((module) => exportsWithoutComment(module).map((line) => `${nameOf(module.path)}: ${line}`));
    expect(silent).toEqual([]);
  });
});

interface Export {
  readonly name: string;
  readonly isType: boolean;
}

function exportsOf({ parsed, text }: Module): Export[] {
  return parsed.module.staticExports
    .flatMap((statement) => statement.entries.map((entry) => ({ entry, statement })))
    .flatMap(({ entry, statement }) =>
      entry.exportName.name === null
        ? []
        : [
            {
              name: entry.exportName.name,
              isType:
                entry.isType || /^export (interface|type)\b/.test(text.slice(statement.start, statement.end)),
            },
          ],
    );
}

/** A type that an exported function or type names is a part of what it says, whether another file names it or not. */
function isWrittenTwice({ text }: Module, name: string): boolean {
  return text.split(new RegExp(`\\b${name}\\b`)).length > 2;
}

/** Each name that a file takes from another, as `path name`. */
function namesUsed({ path, text, parsed }: Module): string[] {
  const from = (request: string, name: string): string => `${resolve(dirname(path), request)} ${name}`;
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const imported = staticImports.flatMap(({ moduleRequest, entries: taken }) =>
    taken.map(({ importName }) => from(moduleRequest.value, importName.name ?? '')),
  );
  const exported = staticExports.flatMap(({ entries: taken }) =>
    taken.flatMap(({ moduleRequest, importName }) =>
      moduleRequest ? [from(moduleRequest.value, importName.name ?? '')] : [],
    ),
  );
  // Of a module that is loaded late or as a whole, any name that the file writes may be taken.
  const whole = [
    ...dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
    ...[...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, request = '']) => request),
    ...staticImports
      .filter(({ entries: taken }) => taken.some(({ importName }) => importName.kind === 'NamespaceObject'))
      .map(({ moduleRequest }) => moduleRequest.value),
  ].filter((request) => request.startsWith('.'));
  const words = whole.length > 0 ? [...new Set(text.match(/[\w$]+/g))] : [];
  return [...imported, ...exported, ...whole.flatMap((request) => words.map((word) => from(request, word)))];
}

/** The first lines of exports that no comment stands before; one comment may stand before several without a gap. */
function exportsWithoutComment({ text, parsed }: Module): string[] {
  const commented = new Set(
    parsed.comments.filter(({ value }) => value.startsWith('*')).map(({ end }) => end),
  );
  let said = -1;
  return parsed.program.body.flatMap((statement) => {
    const before = text.slice(0, statement.start).trimEnd().length;
    const follows = before === said && !/\n\s*\n/.test(text.slice(before, statement.start));
    if (commented.has(before) || follows) said = statement.end;
    const isOwn = statement.type === 'ExportNamedDeclaration' && statement.declaration !== null;
    return isOwn && said !== statement.end ? [text.slice(statement.start).split('\n', 1)[0]!] : [];
  });
}
