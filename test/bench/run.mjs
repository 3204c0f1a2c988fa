// `npm run bench`: what the tool costs beside its peers, as ratios of one run. README.md says what is measured.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measuresOf } from './measures.mjs';
import { inTemporaryFolder, measure, run } from './process.mjs';
import { isPassed, rowsOf, tableOf } from './table.mjs';

const writeCorpus = fileURLToPath(new URL('./corpus/write-corpus.mjs', import.meta.url));
const writePages = fileURLToPath(new URL('./pages/write-pages.mjs', import.meta.url));

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});

process.exitCode = inTemporaryFolder(bench);

/** The exit code: 1 where a bound is passed. */
function bench(folder) {
  const corpusOf = (name) => join(folder, name);
  const { only = '' } = options;
  const measures = measuresOf(corpusOf).filter(({ name }) => name.includes(only));
  if (measures.length === 0) throw new Error(`no measure is called ${only}`);
  // In a process of its own: what this one holds in memory would count as its children's.
  for (const corpus of new Set(measures.flatMap((one) => one.corpus ?? []))) {
    run(corpus === 'pages' ? [writePages, corpusOf(corpus)] : [writeCorpus, corpus, corpusOf(corpus)]);
  }
  const results = measures.map((one) => {
    if (process.stderr.isTTY) process.stderr.write(`${one.name}\n`);
    return { measure: one, figures: figuresOf(one) };
  });
  const runs = options.quick ? 'one run each' : 'medians; the ratio is of CPU, campaign-pack to the peer';
  process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores, ${runs}\n\n`);
  process.stdout.write(tableOf(results.flatMap(({ measure: one, figures }) => rowsOf(one, figures))));
  const passed = ({ measure: { contenders }, figures }) =>
    contenders.some((contender, index) => isPassed(contender, index, figures));
  return results.some(passed) ? 1 : 0;
}

/** The contenders of a measure take turns, so that a slow spell of the machine meets all of them. */
function figuresOf({ contenders, runs }) {
  const taken = contenders.map(() => []);
  for (let turn = 0; turn < (options.quick ? 1 : runs); turn++) {
    contenders.forEach((contender, index) => {
      if (turn < (contender.runs ?? runs)) taken[index].push(measure(contender));
    });
  }
  return taken.map(medians);
}

/** The median of each figure; of memory the most. */
function medians(runs) {
  const next = runs.map(({ printed }) => (printed ? JSON.parse(printed).next : undefined));
  return {
    cpu: median(runs.map(({ cpu }) => cpu)),
    page: median(runs.map(({ page }) => page)),
    wall: median(runs.map(({ wall }) => wall)),
    rss: Math.max(...runs.map(({ rss }) => rss)),
    bytes: runs[0].bytes,
    next: next[0] === undefined ? undefined : median(next),
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
