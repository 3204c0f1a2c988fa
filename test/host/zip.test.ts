import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { type Deflated, zipEntries } from '../../src/host/zip.ts';
import { unzip } from '../docx/support/package.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const entry = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });

describe('zipEntries', () => {
  it('holds files under their names, each as short as it can be', () => {
    const entries = [entry('a.txt', 'a'), entry('b/政治.xml', '<p/>'.repeat(100)), entry('empty', '')];
    const archive = Buffer.from(zipEntries(entries, 9));
    expect([...unzip(archive)].map(([name, bytes]) => [name, text(bytes)])).toEqual(
      entries.map(({ name, bytes }) => [name, text(bytes)]),
    );
    // One letter is stored, what repeats is deflated; a name beyond ASCII says that it is UTF-8.
    const second = 30 + 'a.txt'.length + 1;
    expect([archive.readUInt16LE(8), archive.readUInt16LE(second + 8)]).toEqual([0, 8]);
    expect([archive.readUInt16LE(6), archive.readUInt16LE(second + 6)]).toEqual([0, 0x0800]);
    expect(archive.readUInt32LE(14)).toBe(0xe8b7be43);
  });

  it('deflates what two archives hold once', () => {
    const shared = entry('a.xml', '<p/>'.repeat(100));
    const deflated: Deflated = new WeakMap();
    const alone = zipEntries([shared], 9, deflated);
    expect(deflated.has(shared.bytes)).toBe(true);
    deflated.set(shared.bytes, new TextEncoder().encode('known'));
    expect(text(zipEntries([shared], 9, deflated))).toContain('known');
    expect(zipEntries([shared], 9)).toEqual(alone);
  });

  it('writes the same bytes in every time zone', () => {
    const { code } = transformSync(readFileSync('src/host/zip.ts', 'utf8'), { loader: 'ts', format: 'esm' });
    const script = `${code}
      const bytes = zipEntries([{ name: 'b/c.xml', bytes: Buffer.from('bc') }, { name: 'a', bytes: Buffer.from('a') }], 9);
      process.stdout.write(Buffer.from(bytes).toString('hex'));`;
    const run = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
      }).toString();
    const zones = ['Asia/Tokyo', 'America/New_York', 'Pacific/Apia'].map(run);
    expect(zones[0]!.length).toBeGreaterThan(100);
    expect(new Set(zones).size).toBe(1);
  });
});
