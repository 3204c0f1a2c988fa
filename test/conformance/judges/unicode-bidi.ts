import { readFileSync } from 'node:fs';
import type { Bidi } from 'bidi-js';
import { bidiLevels } from '../../../src/text/bidi-levels.ts';
import type { TextItem } from '../../../src/text/paragraph.ts';
import { joinItems } from '../../../src/text/paragraph-text.ts';
import { reorder } from '../../../src/text/reorder.ts';
import { loadShaper } from '../../../src/text/shaper.ts';
import { initialStyle } from '../../layout/support/tree.ts';
import type { Fault, Judge } from '../judge.ts';
import { charactersOf, testLines, versionOf } from '../unicode/test-file.ts';

const file = '/usr/share/unicode/BidiCharacterTest.txt';

/** Levels and order of every line of Unicode's BidiCharacterTest (UAX #9), through this tool's own levels and order. */
export const unicodeBidi: Judge = {
  name: 'unicode-bidi',
  needs: [{ debian: 'unicode-data', file }],

  async judge() {
    const text = readFileSync(file, 'utf8');
    const lines = testLines(text);
    const { bidi } = await loadShaper();
    const faults = lines.flatMap(({ number, line }) => judgeLine(bidi, number, line));
    return { tool: versionOf(text), count: lines.length, unit: 'lines', faults };
  },

  seeds: [
    {
      fault: 'a level in the data is wrong',
      expect: /levels 1 0/,
      judge: async () => judgeLine((await loadShaper()).bidi, 1, '05D0 0061;0;0;0 0;0 1'),
    },
    {
      fault: 'an order in the data is wrong',
      expect: /order 1 0/,
      judge: async () => judgeLine((await loadShaper()).bidi, 1, '05D0 05D1;0;0;1 1;0 1'),
    },
  ],
};

function judgeLine(bidi: Bidi, number: number, line: string): readonly Fault[] {
  const [codes = '', direction, , levels = '', order = ''] = line.split(';');
  const points = charactersOf(codes);
  const style = {
    ...initialStyle,
    direction: direction === '1' ? 'rtl' : 'ltr',
    unicodeBidi: direction === '2' ? 'plaintext' : 'normal',
  } as const;
  const item: TextItem = { kind: 'text', text: points.join(''), style, span };
  const found = bidiLevels(bidi, joinItems({ items: [item], style }), style);
  const expected = levels.split(' ');
  const own = offsetsOf(points).map((at, index) => (expected[index] === 'x' ? 'x' : found.levels[at]!));
  const kept = withLineEnd(bidi, points, own, found.baseAt(0));
  const pieces = kept.flatMap((level, index) => (level === 'x' ? [] : [{ level, index }]));
  const visual = reorder(pieces).map(({ index }) => index);
  const at = `line ${number}`;
  // A text without right-to-left letters is not looked at: all its levels are even, whatever embeddings it has.
  const isPlain = !expected.some((level) => Number(level) % 2 === 1);
  const isRight = isPlain
    ? kept.every((level) => level === 'x' || level % 2 === 0)
    : kept.join(' ') === levels;
  if (!isRight) return [{ at, message: `levels ${kept.join(' ')}, not ${levels}` }];
  return visual.join(' ') === order ? [] : [{ at, message: `order ${visual.join(' ')}, not ${order}` }];
}

const source = { name: file, root: 'tool', path: file, text: '' } as const;
const span = { source, start: 0, end: 0 };

function offsetsOf(points: readonly string[]): readonly number[] {
  let at = 0;
  return points.map((point) => {
    at += point.length;
    return at - point.length;
  });
}

/** Rule L1, which the tool applies when it cuts lines: separators, and white space before them and at the end, get the base. */
function withLineEnd(
  bidi: Bidi,
  points: readonly string[],
  levels: readonly (number | 'x')[],
  base: number,
): readonly (number | 'x')[] {
  const result = [...levels];
  let resets = true;
  for (let i = points.length - 1; i >= 0; i--) {
    const type = bidi.getBidiCharTypeName(points[i]!);
    if (type === 'S' || type === 'B') resets = true;
    else if (!isSpace(type)) resets = false;
    if (resets && result[i] !== 'x') result[i] = base;
  }
  return result;
}

function isSpace(type: string): boolean {
  return ['WS', 'FSI', 'LRI', 'RLI', 'PDI', 'LRE', 'RLE', 'LRO', 'RLO', 'PDF', 'BN'].includes(type);
}
