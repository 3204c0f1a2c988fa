import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { LockedError } from '../../src/build/lock.ts';
import { WriteError, writeOut } from '../../src/build/write-out.ts';
import { artifactOf } from '../../src/pack/checksum.ts';
import { manifestText } from '../../src/pack/manifest.ts';

const pack = (files: Readonly<Record<string, string>>) => {
  const artifacts = Object.entries(files).map(([path, text]) => artifactOf(path, Buffer.from(text)));
  const manifest = manifestText({ id: 'c', version: '1', date: undefined }, artifacts);
  return [
    ...artifacts,
    artifactOf('SHA256SUMS', Buffer.from('sums')),
    artifactOf('manifest.json', Buffer.from(manifest)),
  ];
};

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'campaign-pack-')), 'out');
});
const read = (path: string) => readFileSync(join(out, path), 'utf8');

describe('writeOut', () => {
  it('replaces what the previous pack listed and leaves other files alone', () => {
    writeOut(out, pack({ 'en/a.pdf': 'old', 'en/gone.pdf': 'x', 'fr/b.pdf': 'x' }));
    writeFileSync(join(out, 'mine.txt'), 'mine');
    writeOut(out, pack({ 'en/a.pdf': 'new' }));
    expect(read('en/a.pdf')).toBe('new');
    expect(read('mine.txt')).toBe('mine');
    expect(existsSync(join(out, 'en/gone.pdf'))).toBe(false);
    expect(existsSync(join(out, 'fr'))).toBe(false);
    expect(readdirSync(dirname(out))).toEqual(['out']);
  });

  it('stops before it changes anything where a file of someone else stands in the way', () => {
    writeOut(out, pack({ 'en/a.pdf': 'old' }));
    writeFileSync(join(out, 'new.pdf'), 'mine');
    const write = () => writeOut(out, pack({ 'en/a.pdf': 'new', 'new.pdf': 'ours' }));
    expect(write).toThrow(WriteError);
    expect(write).toThrow(/stands in the way/);
    expect(read('en/a.pdf')).toBe('old');
    expect(read('new.pdf')).toBe('mine');
    expect(readdirSync(dirname(out))).toEqual(['out']);
  });

  it('does not write through a link', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'campaign-pack-'));
    mkdirSync(out);
    symlinkSync(elsewhere, join(out, 'en'));
    expect(() => writeOut(out, pack({ 'en/a.pdf': 'x' }))).toThrow(WriteError);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('does not trust paths of a manifest that lead out', () => {
    const victim = join(dirname(out), 'victim.txt');
    writeFileSync(victim, 'x');
    mkdirSync(out);
    writeFileSync(
      join(out, 'manifest.json'),
      JSON.stringify({ files: [{ path: '../victim.txt' }, { path: 'a.pdf' }] }),
    );
    writeOut(out, pack({ 'a.pdf': 'x' }));
    expect(existsSync(victim)).toBe(true);
  });

  it('waits for nobody: a live lock is an error, a dead one is taken over', () => {
    const lock = join(dirname(out), '.out.lock');
    writeFileSync(lock, String(process.pid));
    expect(() => writeOut(out, pack({ 'a.pdf': 'x' }))).toThrow(LockedError);
    writeFileSync(lock, '999999999');
    writeOut(out, pack({ 'a.pdf': 'x' }));
    expect(read('a.pdf')).toBe('x');
    expect(existsSync(lock)).toBe(false);
  });
});
