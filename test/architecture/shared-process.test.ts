import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// The files of tests share threads and the modules in them, so none may leave anything for those that come after it.

const sources = filesIn('src');
const tests = filesIn('test').filter(
  (path) => path !== join('test', 'architecture', 'shared-process.test.ts'),
);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What changes the process, its globals, or modules that others load. */
const lasting = [
  /\bprocess\.(chdir|umask|exit|exitCode|title|on|once)\b/,
  /\bprocess\.env(\.\w+|\[[^\]]+\])\s*\??\??=[^=]/,
  /\bdelete process\.env\b/,
  /^\s*globalThis(\.\w+|\[[^\]]+\])\s*=[^=]/m,
  /\bconfigureGlobal\b/,
  /\bvi\.(mock|doMock|stub\w+|spyOn|useFakeTimers|setSystemTime)\b/,
  /\b[A-Z]\w+\.prototype\.\w+\s*=[^=]/,
];

describe('what outlives a test', () => {
  it('is changed by no test', () => {
    const found = tests
      .filter((path) => !/^test[\\/]conformance[\\/]/.test(path) || path.endsWith('.test.ts'))
      .filter((path) => lasting.some((pattern) => pattern.test(readFileSync(path, 'utf8'))));
    expect(found).toEqual([]);
  });

  it('is in no variable of a module of the source', () => {
    // The formatter indents whatever is not a module's own.
    const found = sources.filter((path) => /^(export )?(let|var)\b/m.test(readFileSync(path, 'utf8')));
    expect(found).toEqual([]);
  });
});
