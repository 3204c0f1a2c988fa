#!/usr/bin/env node
// Starts the bundle. Plain syntax, so that an old Node can say what is wrong.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`campaign-pack needs Node 20.19 or later; this is ${process.versions.node}`);
  process.exit(2);
}
const bundle = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(bundle)) {
  console.error('campaign-pack is not built yet: run `npm run build` in its folder');
  process.exit(2);
}
const { start } = await import(bundle.href);
process.exitCode = await start(process.argv.slice(2));
