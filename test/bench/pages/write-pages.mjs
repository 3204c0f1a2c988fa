// Writes the HTML pages that `render` is measured by: node write-pages.mjs <folder>
//   <folder>/<pages>.html          the report of test/conformance/layout/, its faces by npm: addresses
//   <folder>/<pages>-peers.html    the same for browsers and WeasyPrint, by file URLs
//   <folder>/<name>.html           the pages of hard-pages.mjs and plain-pages.mjs
//   <folder>/plain-<script>.json   one of the latter as Typst's markup, with the files of its faces
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { hardPages } from './hard-pages.mjs';
import { boundedPages, manyParagraphs, plainPages } from './plain-pages.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fonts = '@expo-google-fonts/';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: write-pages.mjs <folder>');
mkdirSync(folder, { recursive: true });
const { reportHtml, reportFaces } = await report();
const ours = facesAt(`npm:${fonts}`);
const theirs = facesAt(pathToFileURL(join(root, 'node_modules', fonts)).href);
for (const pages of [20, 60, 200]) {
  put(`${pages}.html`, reportHtml(pages, { prelude: ours }));
  put(`${pages}-peers.html`, reportHtml(pages, { prelude: theirs }));
}
for (const [name, { css, body }] of Object.entries(hardPages())) {
  put(
    `${name}.html`,
    `<!DOCTYPE html>\n<html lang="en">\n<title>${name}</title>\n<style>\n${ours}${css}</style>\n${body}\n`,
  );
}
for (const [name, { html, ...peer }] of Object.entries(plainPages())) {
  put(`${name}.html`, html);
  put(`${name}.json`, JSON.stringify(peer));
}
// Pages of A5, of which two go on a sheet.
put(
  'booklet.html',
  reportHtml(20, { prelude: ours }).replace('</style>', '@page { size: a5; margin: 40px }\n</style>'),
);
put('paragraphs.html', manyParagraphs(2000));
for (const [name, html] of Object.entries(boundedPages())) put(`${name}.html`, html);

/** The report is TypeScript, which Node 20 does not run. */
async function report() {
  const outfile = join(root, 'node_modules/.cache/bench/report.mjs');
  const entry = 'test/conformance/layout/report.ts';
  await build({ absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, format: 'esm' });
  return import(pathToFileURL(outfile).href);
}

function facesAt(address) {
  return reportFaces
    .map(
      ({ family, weight, style, file }) =>
        `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url("${address}${file}"); }\n`,
    )
    .join('');
}

function put(path, content) {
  writeFileSync(join(folder, path), content);
}
