import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installTool } from './tool.ts';

it('is made for the chunks of a build, and taken by V8', () => {
  const { root } = installTool();
  const dist = join(root, 'dist');
  execFileSync('node', ['src/bundle/code-cache.mjs', dist]);
  const [version] = readdirSync(join(dist, 'code-cache'));
  const cached = readdirSync(join(dist, 'code-cache', version!));
  expect(cached.map((name) => name.replace(/-.*/, ''))).toEqual(
    expect.arrayContaining(['cli.bin', 'archiver', 'pdfkit.node', 'write']),
  );
  const loader = join(dist, 'loader.cjs');
  const report = `const { load, scripts } = require(${JSON.stringify(loader)});
load('cli');
load('bench');
console.log(JSON.stringify([...scripts].map(([name, { cachedDataRejected }]) => [name, cachedDataRejected])));`;
  const told = execFileSync('node', ['--input-type=commonjs', '--eval', report], { encoding: 'utf8' });
  const scripts: readonly (readonly [string, boolean | undefined])[] = JSON.parse(told);
  expect(scripts.length).toBeGreaterThan(3);
  // `bench` itself is loaded by no command.
  expect(scripts.filter(([name, rejected]) => rejected !== false && name !== 'bench')).toEqual([]);
});
