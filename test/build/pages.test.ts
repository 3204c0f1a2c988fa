import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeItems } from '../layout/support/lay-out.ts';
import { open } from './support/documents.ts';

/** Every Markdown file of the sample campaign, and its campaign.yaml. */
function sample(): Readonly<Record<string, string>> {
  const paths = readdirSync('content', { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const texts = paths.filter((path) => path === 'campaign.yaml' || /^\w+\/[\w-]+\/[\w-]+\.md$/.test(path));
  return Object.fromEntries(texts.map((path) => [path, readFileSync(join('content', path), 'utf8')]));
}

const documents = [
  'leaflets/long-hair',
  'petitions/free-political-prisoners',
  'placards/free-all-prisoners',
  'resolutions/solidarity-political-prisoners',
];

it.each(
  documents.flatMap((id) => ['en', 'zh-Hant', 'ar'].map((locale) => [id, locale] as const)),
)('%s in %s has the items that were looked at, where they were', async (id, locale) => {
  const { make } = await open(sample());
  const pages = describeItems(make(id, locale).pages).map(
    (items, index) => `page ${index + 1}\n${items.map((item) => `  ${item}\n`).join('')}`,
  );
  const name = `${id.replace(/.*\//, '')}-${locale}`;
  await expect(pages.join('\n')).toMatchFileSnapshot(`../golden/pages/${name}.txt`);
});
