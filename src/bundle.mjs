// Bundles src/cli/start.ts into dist/, or into another folder: node src/bundle.mjs [folder [esbuild metafile]].
// Run by `npm run build` and, on `npm ci`, by `prepare`.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [folder, metafile] = process.argv.slice(2);
const dist = resolve(root, folder ?? 'dist');
const require = createRequire(import.meta.url);

// Packages that are CommonJS inside call require() for Node's own modules; an ESM bundle has none of its own.
// The usual name would clash with imports of theirs.
const banner = `import { createRequire as __campaignPackRequire } from 'node:module';
const require = __campaignPackRequire(import.meta.url);`;

/** fontkit takes 200 ms to load and nothing of it is used: glyphs are shaped and embedded by our own code. */
const withoutFontkit = {
  name: 'without-fontkit',
  setup(bundler) {
    bundler.onResolve({ filter: /^fontkit$/ }, () => ({ path: 'fontkit', namespace: 'stub' }));
    bundler.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: 'export const create = undefined;',
    }));
  },
};

await rm(dist, { recursive: true, force: true });
const result = await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli/start.ts',
    worker: 'src/build/worker.ts',
    bench: 'src/build/bench.ts',
    // What tinypool starts its threads with, looked for beside itself.
    'entry/worker': join(dirname(require.resolve('tinypool')), 'entry/worker.js'),
  },
  outdir: dist,
  metafile: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  banner: { js: banner },
  plugins: [withoutFontkit],
  legalComments: 'external',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
});

await mkdir(join(dist, 'data'), { recursive: true });
await copyFile(join(dirname(require.resolve('harfbuzzjs')), 'harfbuzz.wasm'), join(dist, 'harfbuzz.wasm'));
const pdfkit = dirname(require.resolve('pdfkit'));
await copyFile(join(pdfkit, 'data/sRGB_IEC61966_2_1.icc'), join(dist, 'data/sRGB_IEC61966_2_1.icc'));
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
if (metafile) await writeFile(metafile, JSON.stringify(result.metafile));
