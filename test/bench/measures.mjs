import { fileURLToPath } from 'node:url';
import { docxMeasures } from './docx-measures.mjs';
import { pdfMeasures } from './pdf-measures.mjs';
import { rendered } from './render-measures.mjs';

// measure   = { name, corpus?, runs, contenders }
//   The first contender is campaign-pack; the ratios are its figures by those of each of the others.
// contender = { by, args(out): arguments of Node, or command(out): a program and its arguments,
//               target?: name of what it leaves, out: pattern of the files whose bytes count, runs?, pages?, mayFail?, bound? }
// bound     = { figure: 'cpu' | 'page' | 'rss' | 'bytes' | 'next', most }: what `npm run bench` fails above: of the first contender its own
//   figure, CPU in ms, memory in MB, bytes, or the ratio that it printed; of the others the ratio. A page is the CPU by `pages`.

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const launcher = path('../../bin/campaign-pack.js');
const content = path('../../content');

const ours = (campaign, out, ...options) => ({
  by: 'campaign-pack',
  // The peers make no print editions.
  args: (target) => [
    launcher,
    'build',
    campaign,
    '--out',
    target,
    '--quiet',
    '--edition',
    'reading',
    ...options,
  ],
  out,
});

const peer = (by, script, corpus, out, more = {}) => ({
  by,
  args: (target) => [path(`peers/${script}.mjs`), corpus, target],
  out,
  ...more,
});

const pdf = /^out\/.*\.pdf$/;
const docx = /^out\/.*\.docx$/;
/** Of campaign-pack, which makes one more for each language, and of the peers. */
const zip = (name) => new RegExp(`^out/bench-${name}-1\\.0\\.0\\.zip$|^out\\.zip$`);

/** Every measure; `corpusOf` gives the folder of a corpus by its name. */
export function measuresOf(corpusOf) {
  const on = (corpus, name, runs, contenders) => {
    const folder = corpusOf(corpus);
    return { name: `${corpus}: ${name}`, corpus, runs, contenders: contenders(folder, `${folder}/campaign`) };
  };
  const everything = (corpus, runs) =>
    on(corpus, 'PDF, DOCX and zip', runs, (folder, campaign) => [
      ours(campaign, zip(corpus)),
      peer('Typst, docx, archiver', 'whole-pack', folder, zip(corpus)),
    ]);
  const documents = (corpus) => [
    on(corpus, 'PDF', 5, (folder, campaign) => [
      ours(campaign, pdf, '--format', 'pdf'),
      peer('Typst', 'typst', folder, pdf),
      // Slow, and steady: one run tells as much as five.
      peer('pdfkit', 'pdfkit', folder, pdf, { runs: 1 }),
    ]),
    on(corpus, 'DOCX', 5, (folder, campaign) => [
      ours(campaign, docx, '--format', 'docx'),
      peer('docx', 'docx', folder, docx),
    ]),
    everything(corpus, 5),
  ];
  const texts = () => [
    on('pack', 'text stage, justified', 5, (folder) => [
      { by: 'campaign-pack', args: (target) => [path('text-stage.mjs'), folder, target], out: undefined },
      peer('Typst, whole run', 'typst', folder, undefined, { bound: { figure: 'cpu', most: 0.5 } }),
    ]),
    on('pack', 'lines by total fit, beside first fit', 5, (folder) => [
      {
        by: 'campaign-pack',
        args: () => [path('total-fit.mjs'), folder],
        bound: { figure: 'next', most: 2 },
      },
    ]),
  ];
  return [
    ...bounded(),
    ...rendered(corpusOf('pages')),
    ...pdfMeasures(corpusOf('pages')),
    ...docxMeasures(corpusOf),
    ...texts(),
    ...documents('small'),
    ...documents('pack'),
    everything('large', 3),
  ];
}

function bounded() {
  const options = ['--locale', 'zh-Hant', '--document', 'leaflets/long-hair', '--format', 'pdf'];
  const build = ours(content, /^out\/zh-Hant\/.*\.pdf$/, ...options);
  const typst = {
    by: 'Typst',
    args: (target) => [
      path('typst-leaflet.mjs'),
      `${content}/leaflets/long-hair/zh-Hant.md`,
      path('../../node_modules/@expo-google-fonts/noto-sans-hk'),
      target,
    ],
    out: /^out$/,
  };
  const twice = { by: 'campaign-pack', args: () => [path('second-document.mjs')] };
  return [
    {
      name: 'Chinese leaflet, PDF, whole process',
      runs: 5,
      contenders: [build, { ...typst, bound: { figure: 'cpu', most: 2 } }],
    },
    {
      name: 'second Chinese document by the first: CPU',
      runs: 5,
      contenders: [{ ...twice, bound: { figure: 'next', most: 0.4 } }],
    },
    {
      name: 'peak memory of a Chinese build',
      runs: 5,
      contenders: [{ ...build, bound: { figure: 'rss', most: 200 } }],
    },
    { name: '(an empty Node process)', runs: 5, contenders: [{ by: 'Node', args: () => ['-e', '0'] }] },
  ];
}
