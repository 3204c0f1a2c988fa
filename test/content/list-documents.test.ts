import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../src/campaign/load-campaign.ts';
import { loadKinds } from '../../src/campaign/load-kinds.ts';
import { listDocuments, missingTranslations } from '../../src/content/list-documents.ts';
import { readDocument } from '../../src/content/read-document.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { scratchFolder } from '../host/fixtures.ts';
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

test('warns of each missing translation of the documents and locales that are asked for', () => {
  const paths = ['leaflets/a/en.md', 'leaflets/a/ar.md', 'leaflets/b/ar.md'];
  const host = createMemoryHost({ campaign: Object.fromEntries(paths.map((path) => [path, ''])) });
  const files = listDocuments(host, campaign, [leaflet]).value;
  const missing = (documents: readonly string[], locales: readonly string[]) =>
    missingTranslations(host, campaign, files, { documents: new Set(documents), locales }).map(
      ({ message, span }) => `${span?.source.path} ${message}`,
    );
  expect(missing(['leaflets/a', 'leaflets/b'], ['en', 'zh-Hant', 'ar'])).toEqual([
    'leaflets/a/en.md leaflets/a has no zh-Hant.md and is left out of zh-Hant',
    'leaflets/b/ar.md leaflets/b has no en.md and is left out of en',
    'leaflets/b/ar.md leaflets/b has no zh-Hant.md and is left out of zh-Hant',
  ]);
  expect(missing(['leaflets/a'], ['en', 'ar'])).toEqual([]);
});

test('finds folders and files that nobody would read', () => {
  const { found } = list([...all('leaflets/a'), 'leaflets/a/zh_hant.md', 'leaflets/b.md', 'leaflet/a/en.md']);
  expect(found).toEqual([
    'folder-unknown leaflet/a/en.md Did you mean "leaflets"?',
    'folder-unknown leaflets/b.md Move it to leaflets/<document>/<locale>.md',
    'locale-invalid leaflets/a/zh_hant.md Did you mean "zh-Hant.md"?',
  ]);
});

test('tells of links that lead out, which would be passed over', () => {
  const { path, remove } = scratchFolder();
  try {
    const folder = join(path, 'campaign');
    mkdirSync(join(folder, 'leaflets/a'), { recursive: true });
    mkdirSync(join(path, 'outside'));
    writeFileSync(join(path, 'outside/en.md'), '');
    symlinkSync('../../../outside/en.md', join(folder, 'leaflets/a/en.md'));
    symlinkSync('../../outside', join(folder, 'leaflets/b'));
    const places = { campaignRoot: folder, toolRoot: folder, workingFolder: path };
    const host = createNodeHost({ ...places, environment: { sourceDateEpoch: undefined } });
    const { value, diagnostics } = listDocuments(host, campaign, [leaflet]);
    const told = diagnostics.filter(({ severity }) => severity === 'error');
    expect(told.map(({ code, span }) => `${code} ${span?.source.name}`)).toEqual([
      'path-unsafe campaign/leaflets/b',
    ]);
    const read = value.map((file) => readDocument(host, campaign, file).diagnostics[0]);
    expect(read.map((found) => `${found?.code} ${found?.span?.source.name}`)).toEqual([
      'path-unsafe campaign/leaflets/a/en.md',
    ]);
  } finally {
    remove();
  }
});

test('tells of a campaign.yaml and of templates that lead out', () => {
  const { path, remove } = scratchFolder();
  try {
    const folder = join(path, 'campaign');
    mkdirSync(join(folder, 'templates/leaflet'), { recursive: true });
    writeFileSync(join(path, 'outside'), '');
    symlinkSync('../outside', join(folder, 'campaign.yaml'));
    symlinkSync('../../../outside', join(folder, 'templates/leaflet/kind.yaml'));
    const places = { campaignRoot: folder, toolRoot: path, workingFolder: path };
    const host = createNodeHost({ ...places, environment: { sourceDateEpoch: undefined } });
    const told = [...loadCampaign(host).diagnostics, ...loadKinds(host).diagnostics];
    expect(told.map(({ code, span }) => `${code} ${span?.source.path}`)).toEqual([
      'path-unsafe campaign.yaml',
      'path-unsafe templates/leaflet/kind.yaml',
    ]);
  } finally {
    remove();
  }
});
