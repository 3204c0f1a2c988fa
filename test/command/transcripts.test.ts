import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { play } from './transcript.ts';

const folder = new URL('./', import.meta.url);

describe('the commands do as their transcripts say', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', async (name) => {
    const file = new URL(name, folder);
    await expect(await play(readFileSync(file, 'utf8'))).toMatchFileSnapshot(file.pathname);
  });
});
