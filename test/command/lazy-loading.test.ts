import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { installTool, type Tool } from './tool.ts';

let tool: Tool;
beforeAll(() => {
  tool = installTool();
  // Notes down every module that is loaded, by a loader hook, and every chunk, as it is read.
  const list = JSON.stringify(join(tool.root, 'loaded.txt'));
  writeFileSync(
    join(tool.root, 'note.mjs'),
    `import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  appendFileSync(${list}, url + '\\n');
  return next(url, context);
}`,
  );
  writeFileSync(
    join(tool.root, 'register.mjs'),
    `import fs, { appendFileSync } from 'node:fs';
import { register, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';
const { readFileSync } = fs;
fs.readFileSync = (url, ...rest) => {
  if (String(url).endsWith('.cjs')) appendFileSync(${list}, pathToFileURL(String(url)).href + '\\n');
  return readFileSync(url, ...rest);
};
syncBuiltinESMExports();
register('./note.mjs', import.meta.url);`,
  );
});

/** Source files in the modules that a run loads, as package names or paths in src. */
function loaded(args: readonly string[]): readonly string[] {
  const list = join(tool.root, 'loaded.txt');
  rmSync(list, { force: true });
  const hook = pathToFileURL(join(tool.root, 'register.mjs')).href;
  spawnSync('node', ['--import', hook, tool.launcher, ...args], { cwd: tool.root });
  const urls = readFileSync(list, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'));
  const inputs = urls.flatMap((url) => tool.bundle.get(fileURLToPath(url)) ?? []);
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? path);
  return [...new Set(names)].sort();
}

const light = /^(commander|unused:.*|src\/cli\/.*|src\/diagnostics\/.*)$/;

describe('what is loaded', () => {
  it.each([
    [['--help']],
    [['check', '--help']],
    [['new', 'leaflet']],
    [['build', '--nonsense']],
    [['nonsense']],
    [[]],
  ])('for %j is the command line alone', (args) => {
    const names = loaded(args);
    expect(names).toContain('src/cli/main.ts');
    expect(names.filter((name) => !light.test(name))).toEqual([]);
  });

  it('for a failing check is no writer and no shaper', () => {
    const names = loaded(['check', 'nowhere']);
    expect(names).toContain('src/build/run-build.ts');
    expect(names.filter((name) => /^(pdfkit|docx|archiver|harfbuzzjs|tinypool)$/.test(name))).toEqual([]);
  });

  it.each([
    [['init', 'a-campaign'], 'src/build/create-campaign.ts'],
    [['new', 'leaflet', 'stand'], 'src/build/create-document.ts'],
    [['schema', 'leaflet'], 'src/build/editor-schemas.ts'],
  ])('for %j is nothing that reads Markdown, styles, lays out or writes', (args, own) => {
    const names = loaded(args);
    expect(names).toContain(own);
    expect(
      names.filter((name) => /^src\/(template|style|text|layout|pdf|docx)\/|^micromark/.test(name)),
    ).toEqual([]);
  });
});
