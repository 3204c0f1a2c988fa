import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { safePath } from '../../src/host/safe-path.ts';
import { reasonOf } from './fixtures.ts';

const host = createMemoryHost({
  campaign: {
    'campaign.yaml': 'id: a\n',
    'leaflets/b/en.md': 'B',
    'leaflets/a/en.md': 'A',
    'x.bin': new Uint8Array([255]),
  },
  toolRoot: '.',
  packages: { '@s/font': { 'A.ttf': 'font', 'index.js': 'code' } },
  packageRoots: { amiri: 'node_modules/@expo-google-fonts/amiri' },
});

describe('a host in memory behaves as one on disk', () => {
  test('reads, lists and tells kinds', () => {
    expect(host.campaign.readText('leaflets/a/en.md')).toMatchObject({ name: 'leaflets/a/en.md', text: 'A' });
    expect(host.campaign.list('').map((entry) => entry.name)).toEqual(['campaign.yaml', 'leaflets', 'x.bin']);
    expect(host.campaign.list('leaflets')).toEqual([
      { name: 'a', kind: 'folder', size: 0 },
      { name: 'b', kind: 'folder', size: 0 },
    ]);
    expect(host.campaign.stat('leaflets/a/en.md')).toEqual({ name: 'en.md', kind: 'file', size: 1 });
    expect([...host.campaign.open('leaflets/a/en.md').read(0, 5)]).toEqual([65]);
  });

  test('fails for the same reasons', () => {
    expect(reasonOf(() => host.campaign.readText('none'))).toBe('missing');
    expect(reasonOf(() => host.campaign.readText('leaflets'))).toBe('not-a-file');
    expect(reasonOf(() => host.campaign.readText('../x'))).toBe('outside');
    expect(reasonOf(() => host.campaign.readText('x.bin'))).toBe('encoding');
    expect(reasonOf(() => host.package('@s/font')!.readBytes('index.js'))).toBe('outside');
    expect(host.package('none')).toBeUndefined();
  });

  test('can serve the real tool and packages', () => {
    expect(host.tool.stat('package.json')?.kind).toBe('file');
    expect(host.package('amiri')!.stat('package.json')?.kind).toBe('file');
  });
});

describe('safePath', () => {
  test('gives a path that stays, or throws outside', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b.md', 'C:', '\\', 'http:', '\0', '~');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const path = parts.join('/');
        if (reasonOf(() => safePath(path)) !== 'none') return;
        const safe = safePath(path);
        expect(safe).not.toMatch(/^\/|\\|\0|(^|\/)\.{1,2}(\/|$)/);
        expect(safePath(safe)).toBe(safe);
      }),
    );
  });
});
