/**
 * Makes the samples in fixtures/ of Unicode's test files, evenly spread over each:
 *   node test/unicode/make-samples.mjs /usr/share/unicode
 * (Debian: package unicode-data). The whole files are judged by `npm run conformance`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');
const wanted = 300;

for (const file of [
  'BidiTest.txt',
  'BidiCharacterTest.txt',
  'auxiliary/LineBreakTest.txt',
  'auxiliary/GraphemeBreakTest.txt',
]) {
  const lines = readFileSync(join(process.argv[2], file), 'utf8').split('\n');
  const heading = lines.slice(
    0,
    lines.findIndex((line) => !/^# (?:\w+-[\d.]+\.txt|Date|©|Unicode|For terms)/.test(line)),
  );
  const isTest = (line) => /^[^#@\s]/.test(line);
  const step = Math.ceil(lines.filter(isTest).length / wanted);
  const state = new Map();
  const written = new Map();
  const sample = [];
  let count = 0;
  for (const line of lines) {
    // BidiTest says of a group of lines what they result in.
    const rule = /^@(\w+):/.exec(line)?.[1];
    if (rule) state.set(rule, line);
    if (!isTest(line) || count++ % step !== 0) continue;
    for (const [name, text] of state) {
      if (written.get(name) !== text) sample.push(text);
      written.set(name, text);
    }
    sample.push(line.replace(/\s*#.*/, ''));
  }
  writeFileSync(
    join(target, basename(file)),
    `${[...heading, `# Each ${step}. line of the file.`, ...sample].join('\n')}\n`,
  );
}
