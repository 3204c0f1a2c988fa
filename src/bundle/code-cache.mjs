// Makes the code cache of dist/ for the V8 that runs this, by building a new campaign once: what was compiled then need
// not be compiled again. The bundle works without. node src/bundle/code-cache.mjs [folder]; run by `npm run build`.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
let told = '';
process.on('exit', (code) => {
  if (code !== 0) console.error(told);
});

const dist = resolve(root, process.argv[2] ?? 'dist');
const { cacheOf, load, scripts } = await import(pathToFileURL(join(dist, 'loader.cjs')).href);
const folder = await mkdtemp(join(tmpdir(), 'campaign-pack-'));
/** A terminal as src/cli/terminal.ts describes it, that keeps what it is told. */
const terminal = {
  out: () => {},
  err: (text) => {
    told += text;
  },
  colour: { out: false, err: false },
  progressCells: () => undefined,
  workingFolder: folder,
  environment: {},
  today: () => '2026-01-01',
};
try {
  const { start } = load('cli');
  const campaign = join(folder, 'campaign');
  const made = await start(['init', campaign, '--locale', 'en,zh-Hant,ar'], terminal);
  const out = join(folder, 'out');
  const built = await start(['build', campaign, '--out', out, '--jobs', '1', '--quiet'], terminal);
  if (made === 0 && built === 0) {
    await mkdir(dirname(cacheOf('cli')), { recursive: true });
    for (const [name, script] of scripts) await writeFile(cacheOf(name), script.createCachedData());
  } else {
    console.error(`${told}no code cache is made, since a new campaign does not build: every start is slower`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
