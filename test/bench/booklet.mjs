// Pages that are laid out once, written as a booklet and as the reading edition, in turns in one process: the CPU of the
// one by the other, as JSON. usage: node booklet.mjs <file.html>
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stages } from '../../dist/bench.cjs';

const [file] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../', import.meta.url));
const host = stages.createNodeHost({
  campaignRoot: dirname(file),
  toolRoot: root,
  workingFolder: root,
  environment: { sourceDateEpoch: undefined },
});
const store = stages.createFontStore(await stages.loadShaper());
const context = { host, store, date: undefined };
const { document } = stages.paginateTree(stages.readTree(host, basename(file), []), context);
const source = { document, colours: new Map(), paper: 'a4' };
const booklet = {
  name: 'booklet',
  sheets: 'booklet',
  ink: 'full',
  text: 'normal',
  press: undefined,
  minPages: 1,
};
const used = { booklet: 0, reading: 0 };
for (let turn = 0; turn < 6; turn++) {
  const one = { booklet: await writing(booklet), reading: await writing(undefined) };
  // The first turn compiles what the others run.
  if (turn > 0) for (const name of Object.keys(used)) used[name] += one[name];
}
store.close();
process.stdout.write(JSON.stringify({ next: used.booklet / used.reading }));

/** The CPU of imposing and writing an edition. */
async function writing(edition) {
  const before = process.cpuUsage();
  const { value, diagnostics } = await stages.makeEdition(source, edition);
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  await value.write({ author: '', subject: '', date: undefined });
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
