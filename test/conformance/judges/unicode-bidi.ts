import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Fault, Judge } from '../judge.ts';
import { bidiCharacterFault, bidiCharacterFaults, bidiFaults } from '../unicode/bidi-lines.ts';
import { versionOf } from '../unicode/test-file.ts';
import { atLines } from './unicode-breaks.ts';

const characterFile = '/usr/share/unicode/BidiCharacterTest.txt';
const classFile = '/usr/share/unicode/BidiTest.txt';

/** Levels and order of every line of Unicode's BidiCharacterTest (UAX #9): brackets, and real characters. */
export const unicodeBidiCharacters: Judge = {
  name: 'unicode-bidi-characters',
  needs: [{ debian: 'unicode-data', file: characterFile }],

  async judge() {
    const text = readFileSync(characterFile, 'utf8');
    const { count, faults } = bidiCharacterFaults(text);
    return { tool: versionOf(text), count, unit: 'lines', faults: atLines(faults) };
  },

  seeds: [
    {
      fault: 'a level in the data is wrong',
      expect: /levels 1 0/,
      judge: async () => atLines(bidiCharacterFault(1, '05D0 0061;0;0;0 0;0 1')),
    },
    {
      fault: 'an order in the data is wrong',
      expect: /order 1 0/,
      judge: async () => atLines(bidiCharacterFault(1, '05D0 05D1;0;0;1 1;0 1')),
    },
    {
      fault: 'a paragraph level in the data is wrong',
      expect: /paragraph level 1/,
      judge: async () => atLines(bidiCharacterFault(1, '05D0;2;0;1;0')),
    },
  ],
};

/** Levels and order of every line of Unicode's BidiTest (UAX #9): all sequences of up to four classes. */
export const unicodeBidi: Judge = {
  name: 'unicode-bidi',
  needs: [{ debian: 'unicode-data', file: classFile }],

  async judge() {
    const text = readFileSync(classFile, 'utf8');
    const faults: Fault[] = [];
    let [count, line] = [0, 0];
    for (const part of text.split(/^(?=@Levels)/m)) {
      const found = bidiFaults(part);
      count += found.count;
      const offset = line;
      faults.push(...atLines(found.faults.map((fault) => ({ ...fault, number: fault.number + offset }))));
      line += part.split('\n').length - 1;
      await setImmediate(); // Other judges run beside this one.
    }
    return { tool: versionOf(text), count, unit: 'lines in a direction', faults };
  },

  seeds: [
    {
      fault: 'a level in the data is wrong',
      expect: /levels 1 0/,
      judge: async () => atLines(bidiFaults('@Levels: 0 0\n@Reorder: 0 1\nR L; 2').faults),
    },
    {
      fault: 'an order in the data is wrong',
      expect: /order 1 0/,
      judge: async () => atLines(bidiFaults('@Levels: 1 1\n@Reorder: 0 1\nR R; 7').faults),
    },
  ],
};
