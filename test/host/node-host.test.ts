import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../src/host/host.ts';
import { folderOf } from '../../src/host/host.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { reasonOf, scratchFolder } from './fixtures.ts';

const scratch = scratchFolder();
const place = (path: string) => join(scratch.path, path);

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(place(path)), { recursive: true });
  writeFileSync(place(path), content);
}

let host: Host;

beforeAll(() => {
  write('work/content/campaign.yaml', 'id: a\n');
  write('work/content/leaflets/one/en.md', '\ufeffHello\r\n');
  write('work/content/leaflets/one/picture.png', new Uint8Array([1, 2, 3, 4, 5]));
  write('work/content-evil/secret.txt', 'secret');
  write('secret.txt', 'secret');
  symlinkSync(place('secret.txt'), place('work/content/out.md'));
  symlinkSync('../content-evil', place('work/content/sibling'));
  symlinkSync('leaflets/one/en.md', place('work/content/inside.md'));
  symlinkSync('nowhere', place('work/content/dangling.md'));
  symlinkSync('loop', place('work/content/loop'));
  execFileSync('mkfifo', [place('work/content/pipe')]);
  write('tool/templates/base.css', 'a {}');
  write('tool/node_modules/@s/font/package.json', '{}');
  write('tool/node_modules/@s/font/400/A.ttf', 'tool');
  write('work/node_modules/@s/near/package.json', '{}');
  write('work/node_modules/@s/near/A.ttf', 'near');
  write('work/node_modules/@s/near/index.js', 'code');
  write('work/node_modules/@s/near/LICENSE', 'OFL');
  write('tool/node_modules/@s/near/package.json', '{}');
  write('store/linked/package.json', '{}');
  write('store/linked/A.ttf', 'linked');
  write('store/other/B.ttf', 'other');
  symlinkSync(place('store/linked'), place('work/node_modules/linked'));
  symlinkSync('../other/B.ttf', place('store/linked/B.ttf'));
  host = createNodeHost({
    campaignRoot: place('work/content'),
    toolRoot: place('tool'),
    workingFolder: place('work'),
    environment: { sourceDateEpoch: 7 },
  });
});

afterAll(scratch.remove);

describe('reading inside', () => {
  test('a text without its byte order mark, line ends as they are', () => {
    const source = host.campaign.readText('leaflets/one/en.md');
    expect(source).toEqual({
      name: 'content/leaflets/one/en.md',
      root: 'campaign',
      path: 'leaflets/one/en.md',
      text: 'Hello\r\n',
    });
  });

  test('`..` that stays inside, and a link that does', () => {
    expect(host.campaign.readText('leaflets/../leaflets/./one/en.md').path).toBe('leaflets/one/en.md');
    expect(host.campaign.readText('inside.md').text).toBe('Hello\r\n');
  });

  test('by position', () => {
    const file = host.campaign.open('leaflets/one/picture.png');
    expect(file.size).toBe(5);
    expect([...file.read(1, 2)]).toEqual([2, 3]);
    expect([...file.read(3, 9)]).toEqual([4, 5]);
    expect([...file.read(9, 9)]).toEqual([]);
    const again = host.campaign.open('leaflets/one/picture.png');
    expect(again.key).toBe(file.key);
    file.close();
    again.close();
  });

  test('a list in the order of code units, with what leads out as neither file nor folder', () => {
    expect(host.campaign.list('').map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'campaign.yaml file',
      'dangling.md other',
      'inside.md file',
      'leaflets folder',
      'loop other',
      'out.md other',
      'pipe other',
      'sibling other',
    ]);
  });

  test('stat tells kinds and sizes', () => {
    expect(host.campaign.stat('leaflets/one/picture.png')).toEqual({
      name: 'picture.png',
      kind: 'file',
      size: 5,
    });
    expect(host.campaign.stat('leaflets')).toEqual({ name: 'leaflets', kind: 'folder', size: 0 });
    expect(host.campaign.stat('nothing')).toBeUndefined();
    expect(host.campaign.stat('campaign.yaml/x')).toBeUndefined();
  });
});

describe('the jail', () => {
  test.each([
    'out.md',
    'sibling/secret.txt',
    '../secret.txt',
    'leaflets/../../content-evil/secret.txt',
    '/etc/passwd',
    '//server/share/x',
    '\\\\server\\share\\x',
    '..\\secret.txt',
    'file:///etc/passwd',
    'https://example.org/x',
    'C:/x',
    'a\0b',
  ])('%j is outside', (path) => {
    expect(reasonOf(() => host.campaign.readText(path))).toBe('outside');
    expect(reasonOf(() => host.campaign.readBytes(path))).toBe('outside');
    expect(reasonOf(() => host.campaign.open(path))).toBe('outside');
    expect(reasonOf(() => host.campaign.stat(path))).toBe('outside');
  });

  test('other reasons', () => {
    expect(reasonOf(() => host.campaign.readText('nothing.md'))).toBe('missing');
    expect(reasonOf(() => host.campaign.readText('dangling.md'))).toBe('missing');
    expect(reasonOf(() => host.campaign.readText('leaflets'))).toBe('not-a-file');
    expect(reasonOf(() => host.campaign.readText('pipe'))).toBe('not-a-file');
    expect(reasonOf(() => host.campaign.readText('loop'))).toBe('unreadable');
    expect(reasonOf(() => host.campaign.list('nothing'))).toBe('missing');
  });

  test('a text over its limit', () => {
    write('work/content/long.md', 'x'.repeat(2_000_001));
    expect(reasonOf(() => host.campaign.readText('long.md'))).toBe('too-large');
    write('work/content/long.md', 'x'.repeat(2_000_000));
    expect(reasonOf(() => host.campaign.readText('long.md'))).toBe('none');
  });
});

describe('packages', () => {
  const read = (name: string, path: string) => new TextDecoder().decode(host.package(name)!.readBytes(path));

  test('are found from the campaign first, then from the tool', () => {
    expect(read('@s/near', 'A.ttf')).toBe('near');
    expect(read('@s/font', '400/A.ttf')).toBe('tool');
    expect(host.package('@s/none')).toBeUndefined();
  });

  test('are jails themselves, by their real folder', () => {
    expect(read('linked', 'A.ttf')).toBe('linked');
    expect(reasonOf(() => read('linked', 'B.ttf'))).toBe('outside');
    expect(reasonOf(() => read('@s/near', '../font/400/A.ttf'))).toBe('outside');
  });

  test('give fonts and licences only', () => {
    expect(reasonOf(() => read('@s/near', 'index.js'))).toBe('outside');
    expect(read('@s/near', 'LICENSE')).toBe('OFL');
  });

  test.each(['..', '../x', '@s/../x', '/etc', 'A', '@s/near/../..', ''])('%j is no name', (name) => {
    expect(host.package(name)).toBeUndefined();
    expect(reasonOf(() => folderOf(host, `npm:${name}`))).toBe('missing');
  });
});

test('names are relative to the working folder; a tool elsewhere goes by its own', () => {
  expect(host.campaign.display('a/b.md')).toBe('content/a/b.md');
  expect(host.tool.display('templates/base.css')).toBe('campaign-pack:templates/base.css');
  expect(host.package('@s/near')!.display('A.ttf')).toBe('npm:@s/near/A.ttf');
  expect(host.environment.sourceDateEpoch).toBe(7);
});
