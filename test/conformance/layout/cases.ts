import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PageSource, readPage, readPrelude } from './page-source.ts';

/** The small pages of `layout/cases/<group>/<name>.html`, in the order of their names. */
export function readCases(root: string): readonly PageSource[] {
  const folder = join(root, 'test/conformance/layout/cases');
  const prelude = readPrelude(root);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => readPage(root, join(folder, path), prelude));
}
