// Loads the chunks of the bundle; copied into dist/. A chunk is a script (dist/chunks/*.cjs) that is compiled with the
// code cache beside it, where one was made by this V8: that saves most of the start of a short run. CommonJS itself,
// since Node starts scripts faster than modules.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { arch, versions } = require('node:process');
const { pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Most runs are short: what runs a few times more often than the V8 of Node 20 expects, in JavaScript and in HarfBuzz, is
// not worth optimizing yet (a third of the CPU of one page, a quarter of that of 64 documents). Later ones weigh it better
// themselves, and do not know the first flag. Set before the first chunk, since the cache holds for these flags alone.
if (versions.v8.startsWith('11.')) {
  setFlagsFromString('--interrupt-budget=2000000');
  setFlagsFromString('--wasm-tiering-budget=13000000');
  // V8 lets the heap grow to four times what is alive before it looks for what is not: a third more is enough, and costs no
  // more CPU, since what is alive stays small.
  setFlagsFromString('--heap-growing-percent=30');
  // Little of what is young stays alive, so that threads which share the copying mostly wait for each other.
  setFlagsFromString('--no-parallel-scavenge');
}

const bundleUrl = pathToFileURL(__filename).href;
const loaded = new Map();

/** The scripts compiled so far, by chunk: what the code cache is made from. */
const scripts = new Map();

/** Where the code cache of a chunk is for this V8. */
function cacheOf(name) {
  return join(__dirname, 'code-cache', `${versions.v8}-${arch}`, `${name}.bin`);
}

/** The exports of a chunk, which runs once. */
function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const script = compile(name);
  scripts.set(name, script);
  script.runInThisContext()(module.exports, requireChunk, module, bundleUrl, importChunk);
  return module.exports;
}

// Chunks hold ASCII alone, which is read as Latin-1 without decoding.
function compile(name) {
  const file = join(__dirname, 'chunks', `${name}.cjs`);
  const source = readFileSync(file, 'latin1');
  const parameters = 'exports, require, module, bundleUrl, importChunk';
  return new Script(`(function (${parameters}) {${source}\n})`, {
    filename: file,
    cachedData: codeCache(name),
  });
}

function codeCache(name) {
  try {
    return readFileSync(cacheOf(name));
  } catch {
    return undefined;
  }
}

function requireChunk(id) {
  return id.startsWith('./') ? load(id.slice('./'.length, -'.js'.length)) : require(id);
}

async function importChunk(id) {
  const exports = requireChunk(id);
  await exports.ready;
  return exports;
}

module.exports = { cacheOf, load, scripts };
