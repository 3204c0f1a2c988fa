// Bundles src/cli/start.ts into dist/. Run by `npm run build` and, on `npm ci`, by `prepare`.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
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
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/start.ts', worker: 'src/build/worker.ts', bench: 'src/build/bench.ts' },
  outdir: 'dist',
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
const pdfkit = dirname(require.resolve('pdfkit/package.json'));
await copyFile(join(pdfkit, 'js/data/sRGB_IEC61966_2_1.icc'), join(dist, 'data/sRGB_IEC61966_2_1.icc'));
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
