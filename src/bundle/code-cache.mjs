// Makes the code cache of dist/ for the V8 that runs this, by building a new campaign and rendering a page once: what
// was compiled then need not be compiled again. The bundle works without. node src/bundle/code-cache.mjs [folder]; run by `npm run build`.
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
  const page = join(folder, 'page.html');
  await writeFile(page, samplePage());
  const rendered = await start(['render', page, '-o', join(folder, 'page.pdf')], terminal);
  if (made === 0 && built === 0 && rendered === 0) {
    await mkdir(dirname(cacheOf('cli')), { recursive: true });
    for (const [name, script] of scripts) await writeFile(cacheOf(name), script.createCachedData());
  } else {
    console.error(`${told}no code cache is made, since a new campaign does not build: every start is slower`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A page with what a report has and a new campaign may lack. */
function samplePage() {
  return `<!DOCTYPE html>
<html lang="en"><title>Page</title>
<style>
@font-face { font-family: "Noto Sans"; src: url("npm:@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf") }
@page { size: 400px 300px; margin: 40px; @bottom-center { content: counter(page) " / " counter(pages) } }
html { font: 12px/16px "Noto Sans" }
h1::before { content: counter(page) ". " }
ul { list-style-type: "– " }
table { border-collapse: collapse }
td { border: 1px solid #999 }
.columns { columns: 2 }
.flex { display: flex; flex-wrap: wrap }
</style>
<h1>Heading</h1>
<p>Text with <em>emphasis</em> and <a href="https://example.org">a link</a>, in 2024.</p>
<ol><li>One<ul><li>Two</li></ul></li></ol>
<table><caption>Table</caption><thead><tr><th>No.</th></tr></thead><tbody>${'<tr><td>1</td></tr>'.repeat(20)}</tbody></table>
<div class="columns"><p>Text of one column.</p><p>Text of another.</p></div>
<div class="flex"><div>One</div><div>Two</div></div>
</html>
`;
}
