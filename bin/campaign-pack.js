#!/usr/bin/env node
// Starts the bundle. Plain syntax, so that an old Node can say what is wrong; CommonJS, which Node starts faster.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`campaign-pack needs Node 20.19 or later; this is ${process.versions.node}`);
  process.exit(2);
}
const bundle = join(__dirname, '../dist/cli.cjs');
if (!existsSync(bundle)) {
  console.error('campaign-pack is not built yet: run `npm run build` in its folder');
  process.exit(2);
}
require(bundle)
  .start(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
