// Bundles src/ into dist/, or into another folder: node src/bundle/bundle.mjs [folder [file for the list of inputs]].
// Run by `npm run build` and, on `npm ci`, by `prepare`.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { withoutUnused } from './unused.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const [folder, list] = process.argv.slice(2);
const dist = resolve(root, folder ?? 'dist');
const require = createRequire(import.meta.url);

/** What the outside may import from dist/, and from what. */
const entries = {
  cli: 'src/cli/start.ts',
  worker: 'src/build/worker.ts',
  bench: 'src/build/bench.ts',
};

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: true,
  logLevel: 'warning',
};

const apart = {
  name: 'harfbuzz-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /^harfbuzzjs$/ }, () => ({ path: './harfbuzz.js', external: true }));
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, 'chunks'), { recursive: true });
await mkdir(join(dist, 'data'));
const inputs = { ...(await writeChunks()), ...(await writeModules()) };
await copyFile(join(here, 'loader.cjs'), join(dist, 'loader.cjs'));
await copyFile(join(dirname(require.resolve('harfbuzzjs')), 'harfbuzz.wasm'), join(dist, 'harfbuzz.wasm'));
const pdfkit = dirname(require.resolve('pdfkit'));
await copyFile(join(pdfkit, 'data/sRGB_IEC61966_2_1.icc'), join(dist, 'data/sRGB_IEC61966_2_1.icc'));
if (list) await writeFile(list, JSON.stringify(inputs));

/**
 * Chunks are split as modules, so that what is imported late is loaded late, and then made scripts, since V8's code
 * cache is for scripts alone. The input files of each chunk and module, by its path.
 */
async function writeChunks() {
  const split = await build({
    ...options,
    entryPoints: entries,
    outdir: join(dist, 'chunks'),
    splitting: true,
    format: 'esm',
    metafile: true,
    write: false,
    legalComments: 'external',
    plugins: [withoutUnused, apart],
  });
  for (const { path, text } of split.outputFiles) {
    if (path.endsWith('.txt')) await writeFile(path, text);
    else await writeFile(path.replace(/\.js$/, '.cjs'), await scriptOf(text));
  }
  for (const [path, { entryPoint, exports }] of Object.entries(split.metafile.outputs)) {
    if (entryPoint && Object.hasOwn(entries, basename(path, '.js'))) await writeEntry(path, exports);
  }
  return inputsOf(split.metafile, '.cjs');
}

async function scriptOf(text) {
  const late = text
    .replace(/\bimport\((["']\.\/harfbuzz\.js["'])\)/g, 'importModule($1)')
    .replace(/\bimport\((["']\.\/[^"']+["'])\)/g, 'importChunk($1)');
  const { code } = await transform(late, {
    format: 'cjs',
    platform: options.platform,
    target: options.target,
    minify: true,
    define: { 'import.meta.url': 'bundleUrl' },
    supported: { 'dynamic-import': false },
  });
  // The loader reads ASCII; esbuild leaves other characters in regular expressions alone.
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function writeEntry(path, exports) {
  const name = basename(path, '.js');
  const names = exports.map((each) => `exports.${each} = chunk.${each};\n`);
  const text = `const chunk = require('./loader.cjs').load('${name}');\n${names.join('')}`;
  return writeFile(join(dist, `${name}.cjs`), text);
}

/** What stays a module: harfbuzzjs awaits at its top level; tinypool starts its threads with a file of its own. */
async function writeModules() {
  const tinypool = join(dirname(require.resolve('tinypool')), 'entry/worker.js');
  const { metafile } = await build({
    ...options,
    entryPoints: { harfbuzz: require.resolve('harfbuzzjs'), 'entry/worker': tinypool },
    outdir: dist,
    format: 'esm',
    metafile: true,
    legalComments: 'external',
  });
  return inputsOf(metafile, '.js');
}

/** The source files in each output, by its path. */
function inputsOf({ outputs }, extension) {
  return Object.fromEntries(
    Object.entries(outputs).map(([path, output]) => [
      resolve(root, path).replace(/\.js$/, extension),
      Object.keys(output.inputs),
    ]),
  );
}
