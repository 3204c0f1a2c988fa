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

/**
 * Parts of packages that are loaded and never used: fontkit and linebreak (200 ms) because glyphs are shaped, broken
 * and embedded by our own code; js-yaml because front matter is read by `yaml`; source maps of templates.
 */
const unused = {
  fontkit: 'export const create = undefined;',
  linebreak: 'export default undefined;',
  'js-yaml':
    'const refuse = () => { throw new Error("js-yaml is not part of the bundle"); }; module.exports = { safeLoad: refuse, safeDump: refuse };',
  'source-map': 'module.exports = {};',
};

const withoutUnused = {
  name: 'without-unused',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^(${Object.keys(unused).join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'unused',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({ contents: unused[path] }));
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
  plugins: [withoutUnused],
  legalComments: 'external',
  minify: true,
  logLevel: 'warning',
});

await mkdir(join(dist, 'data'), { recursive: true });
await copyFile(join(dirname(require.resolve('harfbuzzjs')), 'harfbuzz.wasm'), join(dist, 'harfbuzz.wasm'));
const pdfkit = dirname(require.resolve('pdfkit'));
await copyFile(join(pdfkit, 'data/sRGB_IEC61966_2_1.icc'), join(dist, 'data/sRGB_IEC61966_2_1.icc'));
await writeFile(join(dist, 'package.json'), '{ "type": "module" }\n');
if (metafile) await writeFile(metafile, JSON.stringify(result.metafile));
