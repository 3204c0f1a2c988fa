import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder the tool is installed in: the nearest one above this file, bundled or not, that has the templates. */
export function toolRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** The version of the tool, as its package.json has it. */
export function toolVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(toolRoot(), 'package.json'), 'utf8'),
  );
  return version;
}
