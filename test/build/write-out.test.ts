import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { LockedError } from '../../src/build/lock.ts';
import { moveFiles, stagingAt, undoMoves } from '../../src/build/move-files.ts';
import { WriteError } from '../../src/build/write-error.ts';
import { prepareOut, writeOut } from '../../src/build/write-out.ts';
import { artifactOf } from '../../src/pack/checksum.ts';
import { listedPaths, manifestText } from '../../src/pack/manifest.ts';

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

  it('puts the old pack back where moving fails half way', () => {
    writeOut(out, pack({ 'a.pdf': 'old', 'b/b.pdf': 'old', 'c.pdf': 'old' }));
    // A file that is not where it was staged stands for whatever makes a move fail.
    const staging = stagingAt(join(dirname(out), '.out.staging'));
    mkdirSync(staging.fresh, { recursive: true });
    writeFileSync(join(staging.fresh, 'a.pdf'), 'new');
    writeFileSync(join(staging.fresh, 'd.pdf'), 'new');
    const move = () => moveFiles(out, staging, ['a.pdf', 'd.pdf', 'missing.pdf', 'manifest.json'], ['c.pdf']);
    expect(move).toThrow(WriteError);
    expect([read('a.pdf'), read('c.pdf'), existsSync(join(out, 'd.pdf'))]).toEqual(['old', 'old', false]);
  });

  it('puts the old pack back before a build where an earlier one was killed while it moved', () => {
    writeOut(out, pack({ 'a.pdf': 'old', 'b.pdf': 'old', 'gone.pdf': 'old' }));
    const staging = stagingAt(join(dirname(out), '.out.staging'));
    mkdirSync(join(staging.fresh, 'en'), { recursive: true });
    mkdirSync(staging.replaced);
    // As it stands after two moves and one removal, with one move to go.
    writeFileSync(
      staging.journal,
      JSON.stringify({ paths: ['a.pdf', 'en/new.pdf', 'manifest.json'], obsolete: ['gone.pdf', 'b.pdf'] }),
    );
    writeFileSync(join(staging.replaced, 'a.pdf'), 'old');
    writeFileSync(join(out, 'a.pdf'), 'new');
    mkdirSync(join(out, 'en'));
    writeFileSync(join(out, 'en/new.pdf'), 'new');
    renameSync(join(out, 'gone.pdf'), join(staging.replaced, 'gone.pdf'));
    writeFileSync(join(staging.fresh, 'manifest.json'), '{}');
    undoMoves(out, staging);
    // An undoing that was itself killed before its last step is done again.
    writeFileSync(
      staging.journal,
      JSON.stringify({ paths: ['a.pdf', 'en/new.pdf'], obsolete: ['gone.pdf'] }),
    );
    prepareOut(out);
    expect([read('a.pdf'), read('b.pdf'), read('gone.pdf')]).toEqual(['old', 'old', 'old']);
    expect(listedPaths(read('manifest.json'))).toEqual(['a.pdf', 'b.pdf', 'gone.pdf']);
    expect(existsSync(join(out, 'en'))).toBe(false);
    expect(readdirSync(dirname(out))).toEqual(['out']);
  });

  it('follows no path of a journal that leads out', () => {
    const victim = join(dirname(out), 'victim.txt');
    writeFileSync(victim, 'x');
    const staging = stagingAt(join(dirname(out), '.out.staging'));
    mkdirSync(staging.folder);
    writeFileSync(staging.journal, JSON.stringify({ paths: ['../victim.txt', victim] }));
    prepareOut(out);
    expect(existsSync(victim)).toBe(true);
  });

  it('says so where out is a file', () => {
    writeFileSync(out, 'mine');
    expect(() => writeOut(out, pack({ 'a.pdf': 'x' }))).toThrow(/is not a folder/);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('leaves obsolete files behind a link of the user alone', () => {
    writeOut(out, pack({ 'en/a.pdf': 'old', 'b.pdf': 'old' }));
    const elsewhere = join(dirname(out), 'elsewhere');
    renameSync(join(out, 'en'), elsewhere);
    symlinkSync(elsewhere, join(out, 'en'));
    writeOut(out, pack({ 'b.pdf': 'new' }));
    expect(existsSync(join(elsewhere, 'a.pdf'))).toBe(true);
  });
});
