// Loads the chunks of the bundle; copied into dist/ as loader.js. A chunk is a script (dist/chunks/*.cjs) that is compiled
// with the code cache beside it, where one was made by this V8: that saves most of the start of a short run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// Most runs are short: code that runs a few times more often than V8 expects is not worth optimizing yet (17 % of the
// CPU of a one-page build). Set before the first chunk, since the cache holds for these flags alone.
setFlagsFromString('--interrupt-budget=1000000');

const chunks = new URL('./chunks/', import.meta.url);
const nodeRequire = createRequire(import.meta.url);
const loaded = new Map();

/** The scripts compiled so far, by chunk: what the code cache is made from. */
export const scripts = new Map();

/** Where the code cache of a chunk is for this V8. */
export function cacheOf(name) {
  return new URL(`./code-cache/${versions.v8}-${arch}/${name}.bin`, import.meta.url);
}

/** The exports of a chunk, which runs once. */
export function load(name) {
  const known = loaded.get(name);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const script = compile(name);
  scripts.set(name, script);
  script.runInThisContext()(module.exports, require, module, import.meta.url, importChunk, importModule);
  return module.exports;
}

// Chunks hold ASCII alone, which is read as Latin-1 without decoding.
function compile(name) {
  const file = new URL(`${name}.cjs`, chunks);
  const source = readFileSync(file, 'latin1');
  const parameters = 'exports, require, module, bundleUrl, importChunk, importModule';
  return new Script(`(function (${parameters}) {${source}\n})`, {
    filename: file.href,
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

function require(id) {
  return id.startsWith('./') ? load(id.slice('./'.length, -'.js'.length)) : nodeRequire(id);
}

async function importChunk(id) {
  return require(id);
}

// A module that stays one, since it awaits at its top level.
function importModule(id) {
  return import(id);
}
