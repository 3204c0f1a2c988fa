import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

describe('zipEntries', () => {
  it('writes the same bytes in every time zone', () => {
    const { code } = transformSync(readFileSync('src/host/zip.ts', 'utf8'), { loader: 'ts', format: 'esm' });
    const script = `${code}
      const bytes = await zipEntries([{ name: 'b/c.xml', bytes: Buffer.from('bc') }, { name: 'a', bytes: Buffer.from('a') }], 9);
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
