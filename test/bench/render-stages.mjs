// One HTML file rendered in a process of its own, and what its stages take of one another, in CPU, as JSON:
// `layout-by-all` layout by the whole process, from the start of Node on; `pdf-by-layout` writing the PDF by laying it out.
// usage: node render-stages.mjs <figure> <file.html> <output.pdf>
import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stages } from '../../dist/bench.cjs';

const [figure, file, output] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../', import.meta.url));
const host = stages.createNodeHost({
  campaignRoot: dirname(file),
  toolRoot: root,
  workingFolder: root,
  environment: { sourceDateEpoch: undefined },
});
const tree = stages.readTree(host, basename(file), []);
const store = stages.createFontStore(await stages.loadShaper());
const context = { host, store, date: undefined };
const start = cpu();
const pages = stages.paginateTree(stages.fillTree(tree, context), context);
const laidOut = cpu();
const pdf = await stages.writePdfOf(pages, { author: '', subject: '', date: undefined });
const written = cpu();
writeFileSync(output, pdf);
store.close();
const figures = {
  'layout-by-all': (laidOut - start) / cpu(),
  'pdf-by-layout': (written - laidOut) / (laidOut - start),
};
process.stdout.write(JSON.stringify({ next: figures[figure] }));

function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}
