// What Word documents take beside the library docx and pandoc.
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const launcher = path('../../bin/campaign-pack.js');
const by = 'campaign-pack';
const docx = /^out\/.*\.docx$/;
const one = /^out\.docx$/;

/** The measures of DOCX; `corpusOf` gives the folder of a corpus by its name. */
export function docxMeasures(corpusOf) {
  const on = (name, corpus, contenders, runs = 5) => ({ name: `docx: ${name}`, corpus, runs, contenders });
  const pack = corpusOf('pack');
  const page = `${corpusOf('pages')}/paragraphs.html`;
  const options = ['--format', 'docx', '--edition', 'reading', '--quiet'];
  const build = {
    by,
    args: (target) => [launcher, 'build', `${pack}/campaign`, '--out', target, ...options],
    out: docx,
  };
  const library = { by: 'docx', args: (target) => [path('peers/docx.mjs'), pack, target], out: docx };
  // All processes that it starts count.
  const pandoc = {
    by: 'pandoc, one by one',
    command: (target) => [process.execPath, path('peers/pandoc.mjs'), pack, target],
    target: 'out',
    out: docx,
    runs: 1,
  };
  return [
    on('64 documents', 'pack', [build, bounded(library, 'cpu', 0.7), bounded(pandoc, 'cpu', 0.3)]),
    on('2,000 paragraphs', 'pages', [
      bounded(command(by, [process.execPath, launcher, 'render', page, '-o']), 'rss', 200),
      bounded(command('pandoc', ['pandoc', page, '--output']), 'cpu', 0.8),
    ]),
    on(
      'files with other bytes by run, time zone, order',
      'pack',
      [bounded({ by, args: () => [path('docx-bytes.mjs'), `${pack}/campaign`] }, 'next', 0)],
      1,
    ),
  ];
}

const bounded = (contender, figure, most) => ({ ...contender, bound: { figure, most } });

const command = (by, words) => ({
  by,
  command: (target) => [...words, target],
  target: 'out.docx',
  out: one,
});
