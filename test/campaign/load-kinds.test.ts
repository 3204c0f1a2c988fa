import { describe, expect, test } from 'vitest';
import { loadKinds } from '../../src/campaign/load-kinds.ts';
import type { Folder } from '../../src/host/host.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { brief } from './fixtures.ts';

const tool = {
  'templates/base.css': '',
  'templates/terms/en.yaml': 'a: b\n',
  'templates/partials/head.hbs': '',
  'templates/leaflet/kind.yaml':
    'folder: leaflets\npages: { max: 2 }\nkeys:\n  kicker: { type: text }\n  day: { type: date, required: true }\n',
  'templates/leaflet/template.hbs': 'tool',
  'templates/leaflet/style.css': 'tool',
};

const load = (campaign: Record<string, string>) => loadKinds(createMemoryHost({ campaign, tool }));
const errors = (campaign: Record<string, string>) => load(campaign).diagnostics.map(brief);
const files = { 'templates/card/template.hbs': '', 'templates/card/style.css': '' };

describe('loadKinds', () => {
  test('finds the folders with a kind.yaml', () => {
    const { value, diagnostics } = load({});
    expect(diagnostics).toEqual([]);
    expect(value.map((kind) => kind.name)).toEqual(['leaflet']);
    expect(value[0]).toMatchObject({
      folder: 'leaflets',
      body: 'text',
      maxPages: 2,
      formats: ['pdf', 'docx'],
    });
    expect(value[0]!.keys).toEqual([
      { name: 'kicker', type: 'text', required: false, choices: [] },
      { name: 'day', type: 'date', required: true, choices: [] },
    ]);
  });

  test('a campaign overrides file by file', () => {
    const { value } = load({ 'templates/leaflet/style.css': 'own' });
    expect([value[0]!.style.text, value[0]!.template.text]).toEqual(['own', 'tool']);
    expect([value[0]!.style.root, value[0]!.template.root]).toEqual(['campaign', 'tool']);
  });

  test('a campaign adds a kind', () => {
    const { value, diagnostics } = load({ ...files, 'templates/card/kind.yaml': 'folder: cards\n' });
    expect(diagnostics).toEqual([]);
    expect(value.map((kind) => [kind.name, kind.folder])).toEqual([
      ['card', 'cards'],
      ['leaflet', 'leaflets'],
    ]);
  });

  test.each([
    ['folder: cards\npage: { max: 2 }', '2:1 key-unknown "page"'],
    ['folder: cards\npages: { max: 02 }', '2:15 value-invalid "02"'],
    ['folder: cards\npages: { max: 0 }', '2:15 value-invalid "0"'],
    ['folder: cards\nkeys: { title: { type: text } }', '2:9 value-invalid "title"'],
    ['folder: cards\nkeys: { a: { typ: text, type: text } }', '2:14 key-unknown "typ"'],
    ['folder: cards\nkeys: { a: { type: choice } }', '2:12 value-invalid "{ type: choice }"'],
    ['folder: cards\nformats: [png]', '2:11 value-invalid "png"'],
    ['body: text', '1:1 key-missing ""'],
    ['folder: ../x', '1:9 value-invalid "../x"'],
    ['', '1:1 key-missing ""'],
  ])('%j', (text, expected) => {
    expect(errors({ ...files, 'templates/card/kind.yaml': text })).toEqual([expected]);
  });

  test('tells of missing files and of a folder taken twice', () => {
    expect(errors({ 'templates/card/template.hbs': '' })).toEqual(['file-missing']);
    expect(errors({ 'templates/card/kind.yaml': 'folder: cards' })).toEqual([
      '1:1 file-missing ""',
      '1:1 file-missing ""',
    ]);
    expect(errors({ ...files, 'templates/card/kind.yaml': 'folder: leaflets' })).toEqual([
      '1:1 value-invalid ""',
    ]);
  });

  test("reads all of the campaign's own kinds, and of the tool's what is asked for", () => {
    const own = {
      ...files,
      'templates/card/kind.yaml': 'folder: cards\n',
      'templates/leaflet/style.css': '',
    };
    const host = createMemoryHost({ campaign: own, tool });
    const read: string[] = [];
    const noting = (folder: Folder): Folder => ({
      ...folder,
      readText: (path) => {
        read.push(path);
        return folder.readText(path);
      },
    });
    const { value } = loadKinds({ ...host, campaign: noting(host.campaign), tool: noting(host.tool) });
    expect(read.sort()).toEqual([
      'templates/card/kind.yaml',
      'templates/card/style.css',
      'templates/card/template.hbs',
      'templates/leaflet/kind.yaml',
      'templates/leaflet/style.css',
    ]);
    const leaflet = value.find(({ name }) => name === 'leaflet')!;
    expect([leaflet.template.text, leaflet.template.text, read.length]).toEqual(['tool', 'tool', 6]);
  });
});
