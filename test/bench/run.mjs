// `npm run bench`: what the tool costs beside its peers, as ratios of one run. Medians of five.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = 5;
const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'campaign-pack-bench-'));
const usage = new URL('./usage.mjs', import.meta.url).href;
const fonts = join(root, 'node_modules/@expo-google-fonts/noto-sans-hk');

/** Runs a script in a fresh process; CPU in ms, peak memory in MB, what it printed. */
function measure(args) {
  const file = join(folder, 'usage.json');
  const child = spawnSync('node', ['--import', usage, ...args], {
    cwd: root,
    env: { ...process.env, USAGE_FILE: file },
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${args.join(' ')} failed:\n${child.stderr}`);
  return { ...JSON.parse(readFileSync(file, 'utf8')), out: child.stdout };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const repeat = (action) => Array.from({ length: runs }, action);

const out = join(folder, 'out');
const ours = repeat(() => {
  rmSync(out, { recursive: true, force: true });
  const build = [
    'bin/campaign-pack.js',
    'build',
    '--out',
    out,
    '--locale',
    'zh-Hant',
    '--document',
    'leaflets/long-hair',
    '--format',
    'pdf',
    '--quiet',
  ];
  return measure(build);
});
const typst = repeat(() =>
  measure([
    'test/bench/typst-leaflet.mjs',
    'content/leaflets/long-hair/zh-Hant.md',
    fonts,
    join(folder, 'typst.pdf'),
  ]),
);
const start = repeat(() => measure(['-e', '0']));
const second = repeat(() => JSON.parse(measure(['test/bench/second-document.mjs']).out));

const cpu = (list) => median(list.map((run) => run.cpu));
const rss = (list) => Math.max(...list.map((run) => run.rss));
const ratio = cpu(ours) / cpu(typst);
const again = median(second.map(([first, next]) => next.cpu / first.cpu));
const size = (path) => statSync(path).size;

const rows = [
  ['measure', 'campaign-pack', 'peer', 'ratio', 'wanted'],
  [
    'Chinese leaflet, PDF, whole process: CPU ms (Typst)',
    cpu(ours).toFixed(0),
    cpu(typst).toFixed(0),
    ratio.toFixed(2),
    '<= 2.0',
  ],
  [
    'the same: bytes of the PDF (Typst)',
    size(join(out, 'zh-Hant/leaflets/long-hair.pdf')),
    size(join(folder, 'typst.pdf')),
    '',
    '',
  ],
  ['second Chinese document by the first: CPU', '', '', again.toFixed(2), '<= 0.4'],
  ['peak memory of a Chinese build, MB', rss(ours).toFixed(0), rss(typst).toFixed(0), '', '< 200'],
  ['(an empty Node process: CPU ms, MB)', cpu(start).toFixed(0), rss(start).toFixed(0), '', ''],
];
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
for (const row of rows)
  console.log(
    row
      .map((cell, column) => String(cell).padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
rmSync(folder, { recursive: true, force: true });
const failed = ratio > 2 || again > 0.4 || rss(ours) >= 200;
process.exitCode = failed ? 1 : 0;
