// What `render` of one HTML file takes: by the number of its pages, beside browsers, and on pages that are hard.
import { fileURLToPath } from 'node:url';
import { weasyprintPython } from './peers/weasyprint.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const launcher = path('../../bin/campaign-pack.js');
const pdf = /^out\.pdf$/;
const chromiumOptions = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];

/** The measures of `render`; the pages are in the folder. */
export function rendered(folder) {
  const on = (name, contenders, runs = 5) => ({ name: `render: ${name}`, corpus: 'pages', runs, contenders });
  return [
    on('60 pages', [
      ours(folder, '60'),
      { ...chromium(folder, '60'), bound: { figure: 'cpu', most: 0.5 } },
      { ...weasyprint(folder, '60'), bound: { figure: 'cpu', most: 0.2 } },
    ]),
    on('CPU a page, 200 by 20', [
      { ...ours(folder, '200'), pages: 200 },
      { ...ours(folder, '20'), pages: 20, by: '20 pages', bound: { figure: 'page', most: 1.1 } },
    ]),
    on('peak memory, 200 pages by 20', [
      ours(folder, '200'),
      { ...ours(folder, '20'), by: '20 pages', bound: { figure: 'rss', most: 1.3 } },
    ]),
    on('layout by all, 60 pages', [{ ...share(folder, '60'), bound: { figure: 'next', most: 0.5 } }]),
    ...hard(folder).map(({ page, ...more }) => on(`${page}`, [{ ...ours(folder, page), ...more }], 1)),
  ];
}

const tenSeconds = { figure: 'cpu', most: 10_000 };

const hard = () => [
  // Nested too deep: refused.
  { page: 'nested-boxes', out: undefined, mayFail: true, bound: tenSeconds },
  { page: 'table-rows', bound: tenSeconds },
  { page: 'list-items', bound: tenSeconds },
  { page: 'long-paragraph', bound: tenSeconds },
  { page: 'flex-items', out: undefined, mayFail: true, bound: tenSeconds },
  { page: 'columns', bound: tenSeconds },
];

const ours = (folder, page) => ({
  by: 'campaign-pack',
  command: (target) => [process.execPath, launcher, 'render', `${folder}/${page}.html`, '-o', target],
  out: pdf,
});

const share = (folder, page) => ({
  by: 'campaign-pack',
  args: (target) => [path('render-stages.mjs'), 'layout-by-all', `${folder}/${page}.html`, target],
  out: /^out$/,
});

const chromium = (folder, page) => ({
  by: 'Chromium',
  command: (target) => [
    'chromium',
    ...chromiumOptions,
    `--user-data-dir=${target}.profile`,
    `--print-to-pdf=${target}`,
    `file://${folder}/${page}-peers.html`,
  ],
  out: pdf,
});

const weasyprint = (folder, page) => ({
  by: 'WeasyPrint',
  command: (target) => [weasyprintPython(), '-m', 'weasyprint', `${folder}/${page}-peers.html`, target],
  out: pdf,
});
