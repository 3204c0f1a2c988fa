// `npm run conformance`: holds what the tool makes, and how it takes what it is given, to judges from outside. The
// judges are TypeScript that may import from src/, so they are bundled first; packages stay outside the bundle.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bundle = join(root, 'node_modules/.cache/conformance/main.mjs');

await build({
  absWorkingDir: root,
  entryPoints: ['test/conformance/main.ts'],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(root, process.argv.slice(2));
