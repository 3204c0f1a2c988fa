// The peer pandoc: every document of a corpus as DOCX from the Markdown that campaign-pack reads, a process for each.
// node pandoc.mjs <corpus> <out>
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [corpus, out] = process.argv.slice(2);
const campaign = join(corpus, 'campaign');
for (const path of readdirSync(campaign, { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .sort()) {
  const output = join(out, path.replace(/\.md$/, '.docx'));
  mkdirSync(dirname(output), { recursive: true });
  const file = join(campaign, path);
  execFileSync('pandoc', [file, '--resource-path', dirname(file), '--output', output]);
}
