import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judge } from '../judge.ts';
import { propertyFaults } from '../unicode/properties.ts';
import { versionOf } from '../unicode/test-file.ts';
import { atLines } from './unicode-breaks.ts';

const folder = '/usr/share/unicode';

/** Every property of every character in Unicode's own files, as the tool's tables have it. */
export const unicodeProperties: Judge = {
  name: 'unicode-properties',
  needs: [{ debian: 'unicode-data', file: `${folder}/Scripts.txt` }],

  async judge() {
    const { count, faults } = propertyFaults(folder);
    const tool = versionOf(readFileSync(join(folder, 'Scripts.txt'), 'utf8'));
    return { tool, count, unit: 'properties of characters', faults: atLines(faults) };
  },

  seeds: [
    {
      fault: 'a letter is of another script in the data',
      expect: /^Scripts\.txt: U\+61 is Latin, not Greek$/,
      judge: async () =>
        atLines(propertyFaults(folder, (file) => (file === 'Scripts.txt' ? '0061 ; Greek' : '')).faults),
    },
  ],
};
