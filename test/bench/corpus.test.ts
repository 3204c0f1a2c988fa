import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '../../src/build/session.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { temporaryFolder } from '../command/tool.ts';

type Run = { readonly text: string };
type Block = {
  readonly text?: string;
  readonly runs?: readonly Run[];
  readonly items?: readonly (readonly Run[])[];
  readonly rows?: readonly (readonly string[])[];
  readonly blocks?: readonly Block[];
};

const corpus = (folder: string) =>
  execFileSync('node', ['test/bench/corpus/write-corpus.mjs', 'pack', folder]);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
const letters = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a block, in the order of the text. */
function wordsOf({ text, runs, items, rows, blocks }: Block): readonly string[] {
  const lines = [
    text,
    ...[...(runs ? [runs] : []), ...(items ?? [])].map((line) => line.map((run) => run.text).join('')),
  ];
  return [...lines, ...(rows ?? []).flat()]
    .flatMap((line) => letters(line ?? ''))
    .concat((blocks ?? []).flatMap(wordsOf));
}

describe('the corpus "pack"', () => {
  const [folder, again] = [temporaryFolder(), temporaryFolder()];
  beforeAll(() => {
    corpus(folder);
    corpus(again);
  });

  it('is the same each time', () => {
    expect(filesIn(again)).toEqual(filesIn(folder));
    for (const path of filesIn(folder)) {
      expect(readFileSync(join(again, path)).equals(readFileSync(join(folder, path))), path).toBe(true);
    }
  });

  it('is a campaign of 8 documents in 8 locales without an error', () => {
    const places = {
      campaignRoot: join(folder, 'campaign'),
      toolRoot: resolve('.'),
      workingFolder: folder,
      sourceDateEpoch: undefined,
    };
    const { value: session, diagnostics } = openSession(places);
    const found: Diagnostic[] = [...diagnostics];
    for (const file of session!.files) found.push(...session!.document(file).diagnostics);
    expect(found).toEqual([]);
    expect(session!.files).toHaveLength(64);
    expect(new Set(session!.files.map(({ id }) => id)).size).toBe(8);
  });

  it.each(['en', 'zh-Hant', 'ar'])('gives the peers the same words in %s', (locale) => {
    for (const [number, kind] of [
      ['01', 'leaflets'],
      ['02', 'resolutions'],
    ]) {
      const slug = `document-${number}`;
      const markdown = readFileSync(join(folder, 'campaign', kind!, slug, `${locale}.md`), 'utf8');
      const { blocks }: { readonly blocks: readonly Block[] } = JSON.parse(
        readFileSync(join(folder, 'blocks', locale, `${slug}.json`), 'utf8'),
      );
      const body = markdown
        .split('---\n\n')[1]!
        .replace(/^:::.*$/gm, '')
        .replace(/^\d+\. /gm, '')
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/\*/g, '');
      expect(letters(body).length).toBeGreaterThan(kind === 'leaflets' ? 50 : 60);
      expect(blocks.flatMap(wordsOf)).toEqual(letters(body));
    }
  });
});
