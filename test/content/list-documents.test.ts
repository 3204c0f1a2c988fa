import { expect, test } from 'vitest';
import { listDocuments } from '../../src/content/list-documents.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { campaign, leaflet, resolution } from './fixtures.ts';

const list = (files: readonly string[]) => {
  const host = createMemoryHost({ campaign: Object.fromEntries(files.map((path) => [path, ''])) });
  const { value, diagnostics } = listDocuments(host, campaign, [leaflet, resolution]);
  return {
    paths: value.map(({ path }) => path),
    found: diagnostics.map(({ code, span, hint }) => `${code} ${span?.source.path} ${hint ?? ''}`.trim()),
  };
};

const all = (id: string) => ['en', 'zh-Hant', 'ar'].map((tag) => `${id}/${tag}.md`);

test('lists documents by id and locale, and passes over what is none', () => {
  const files = [
    'campaign.yaml',
    'README.md',
    'LICENSE.md',
    'package.json',
    'node_modules/a/en.md',
    'templates/leaflet/en.md',
    'branches/leeds/en.md',
    'out/en/en.md',
    '.git/a/en.md',
    'pictures/a/b.png',
    'leaflets/README.md',
    'leaflets/b/picture.png',
    'leaflets/b/README.md',
  ];
  const documents = ['leaflets/B', 'leaflets/a', 'leaflets/b', 'resolutions/a'].flatMap(all);
  expect(list([...files, ...documents.toReversed()])).toEqual({ paths: documents, found: [] });
});

test('warns of each missing translation', () => {
  expect(list(['leaflets/a/en.md', 'leaflets/a/ar.md'])).toEqual({
    paths: ['leaflets/a/en.md', 'leaflets/a/ar.md'],
    found: ['translation-missing leaflets/a/en.md'],
  });
});

test('finds folders and files that nobody would read', () => {
  const { found } = list([...all('leaflets/a'), 'leaflets/a/zh_hant.md', 'leaflets/b.md', 'leaflet/a/en.md']);
  expect(found).toEqual([
    'folder-unknown leaflet/a/en.md Did you mean "leaflets"?',
    'folder-unknown leaflets/b.md Move it to leaflets/<document>/<locale>.md',
    'locale-invalid leaflets/a/zh_hant.md Did you mean "zh-Hant.md"?',
  ]);
});
