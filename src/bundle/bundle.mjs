// Bundles src/ into dist/, or into another folder: node src/bundle/bundle.mjs [folder [file for the list of inputs]].
// Run by `npm run build` and, on `npm ci`, by `prepare`.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** A script cannot await at its top level: harfbuzzjs exports what it awaits, for the loader to do so. */
const ready = {
  name: 'harfbuzz-ready',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]harfbuzzjs[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(
        'init(await createHarfBuzz());',
        'export const ready = createHarfBuzz().then(init);',
      );
      if (contents === text) throw new Error('harfbuzzjs starts in another way than this bundle knows');
      return { contents };
    });
  },
};

/** The package `qr` fills a table of 65,536 counts when it is loaded, which takes longer than most codes: bits are counted. */
const bitCount = {
  name: 'qr-bit-count',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]qr[\\/]index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const counted = text
        .replace(/const POP16 = [\s\S]*?\n\}\)\(\);\n/, '')
        .replace(/const popcnt = .*\n/, `const popcnt = ${countBits};\n`);
      if (counted.includes('POP16')) throw new Error('qr counts bits in another way than this bundle knows');
      return { contents: counted };
    });
  },
};

function countBits(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const quads = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((quads + (quads >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

await rm(dist, { recursive: true, force: true });
await mkdir(join(dist, 'chunks'), { recursive: true });
const inputs = await writeChunks();
await writeThread();
await copyFile(join(here, 'loader.cjs'), join(dist, 'loader.cjs'));
await copyFile(join(dirname(require.resolve('harfbuzzjs')), 'harfbuzz.wasm'), join(dist, 'harfbuzz.wasm'));
const licences = join(root, 'src/text/hyphenation/LICENCES.md');
await copyFile(licences, join(dist, 'hyphenation-licences.md'));
if (list) await writeFile(list, JSON.stringify(inputs));

/**
 * Chunks are split as modules, so that what is imported late is loaded late, and then made scripts, since V8's code
 * cache is for scripts alone. The input files of each chunk, by its path.
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
    plugins: [withoutUnused, ready, bitCount],
  });
  for (const { path, text } of split.outputFiles) {
    if (path.endsWith('.txt')) await writeFile(path, text);
    else await writeFile(path.replace(/\.js$/, '.cjs'), await scriptOf(text));
  }
  for (const [path, { entryPoint, exports }] of Object.entries(split.metafile.outputs)) {
    if (entryPoint && Object.hasOwn(entries, basename(path, '.js'))) await writeEntry(path, exports);
  }
  return Object.fromEntries(
    Object.entries(split.metafile.outputs).map(([path, { inputs }]) => [
      resolve(root, path).replace(/\.js$/, '.cjs'),
      Object.keys(inputs),
    ]),
  );
}

async function scriptOf(text) {
  const late = text.replace(/\bimport\((["']\.\/[^"']+["'])\)/g, 'importChunk($1)');
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

/** What tinypool starts its threads with: a file of its own, looked for beside the bundle. */
function writeThread() {
  const entry = join(dirname(require.resolve('tinypool')), 'entry/worker.js');
  return build({ ...options, entryPoints: [entry], outdir: join(dist, 'entry'), format: 'esm' });
}
