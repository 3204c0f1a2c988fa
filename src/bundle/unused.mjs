// Parts of packages that would be loaded and never used, or are part of Node, each with what stands in for it.

const refuse = (what) => `throw new Error(${JSON.stringify(`${what} is not part of the bundle`)});`;

/** By the name of the module that is imported; `from` limits it to one package. */
const unused = [
  // Glyphs are shaped, broken and embedded by our own code.
  { name: 'fontkit', contents: 'export const create = undefined;' },
  { name: 'linebreak', contents: 'export default undefined;' },
  // Front matter is read by `yaml`.
  {
    name: 'js-yaml',
    contents: `const refuse = () => { ${refuse('js-yaml')} }; module.exports = { safeLoad: refuse, safeDump: refuse };`,
  },
  // Source maps of templates.
  { name: 'source-map', contents: 'module.exports = {};' },
  // PDF files are never encrypted.
  {
    name: '@noble/ciphers/aes',
    contents: `const refuse = () => { ${refuse('encryption')} }; export { refuse as cbc, refuse as ecb };`,
  },
  // Commands are run here, never as programs of their own.
  { name: 'node:child_process', from: 'commander', contents: 'module.exports = {};' },
  // Archives are zips of bytes: no tar, no folders to walk.
  { name: 'tar-stream', from: 'archiver', contents: 'export default {};' },
  { name: 'readdir-glob', from: 'archiver', contents: 'export default {};' },
  { name: 'lazystream', from: 'archiver', contents: 'export const Readable = undefined;' },
  // A copy of Node's streams, for browsers and old versions.
  { name: 'readable-stream', contents: "module.exports = require('node:stream');" },
];

/** Leaves them out of a bundle. */
export const withoutUnused = {
  name: 'without-unused',
  setup(bundler) {
    for (const { name, from, contents } of unused) {
      bundler.onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) => {
        if (from && !importer.split(/[\\/]/).includes(from)) return undefined;
        return { path: name, namespace: 'unused' };
      });
      bundler.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'unused' }, () => ({ contents }));
    }
  },
};
