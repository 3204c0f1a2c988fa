// What writing a PDF takes beside laying it out, and what PDFs weigh.
import { fileURLToPath } from 'node:url';
import { plainScripts } from './pages/plain-pages.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const launcher = path('../../bin/campaign-pack.js');
const kilobyte = 1024;

/** The measures of PDFs; the pages are in the folder. */
export function pdfMeasures(folder) {
  const on = (name, contenders, runs) => ({ name: `pdf: ${name}`, corpus: 'pages', runs, contenders });
  const by = 'campaign-pack';
  const stage = (script, ...args) => ({ by, args: (target) => [path(script), ...args, target] });
  const next = (most) => ({ bound: { figure: 'next', most } });
  return [
    on(
      'written by laid out, 60 pages',
      [{ ...stage('render-stages.mjs', 'pdf-by-layout', `${folder}/60.html`), ...next(0.6) }],
      5,
    ),
    on(
      'booklet by reading edition, 20 pages',
      [{ ...stage('booklet.mjs', `${folder}/booklet.html`), ...next(1.5) }],
      5,
    ),
    ...onePage.map(([page, name, most]) =>
      on(
        `one page, ${name}`,
        [{ ...rendered(folder, page), bound: { figure: 'bytes', most: most * kilobyte } }],
        1,
      ),
    ),
    ...plainScripts.map((script) =>
      on(`bytes, ${script}`, [rendered(folder, `plain-${script}`), typst(folder, script)], 1),
    ),
  ];
}

/** Bytes of the same page, twice, are the same: one run tells. */
const onePage = [
  ['one-latin', '250 words in Latin', 14],
  ['one-arabic', '250 words in Arabic', 14],
  ['one-han-240', '240 different Chinese characters', 52],
  ['one-han-400', '400 different Chinese characters', 100],
];

const rendered = (folder, page) => ({
  by: 'campaign-pack',
  args: (target) => [launcher, 'render', `${folder}/${page}.html`, '-o', `${target}.pdf`],
  out: /^out\.pdf$/,
});

const typst = (folder, script) => ({
  by: 'Typst',
  args: (target) => [path('peers/typst-page.mjs'), `${folder}/plain-${script}.json`, target],
  out: /^out$/,
  bound: { figure: 'bytes', most: 0.5 },
});
