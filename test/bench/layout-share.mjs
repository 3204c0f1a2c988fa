// One HTML file rendered in a process of its own: the part of its whole CPU, from the start of Node on, that layout
// takes, as JSON.
// usage: node layout-share.mjs <file.html> <output.pdf>
import { writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stages } from '../../dist/bench.cjs';

const [file, output] = process.argv.slice(2);
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
const before = cpu();
const pages = stages.paginateTree(stages.fillTree(tree, context), context);
const layout = cpu() - before;
writeFileSync(output, await stages.writePdfOf(pages, { author: '', subject: '', date: undefined }));
store.close();
process.stdout.write(JSON.stringify({ next: layout / cpu() }));

function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}
