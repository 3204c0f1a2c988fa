import { reorder } from '../../../src/text/reorder.ts';
import { type BidiClass, bidiClass, bidiClassOf } from '../../../src/unicode/bidi/bidi-class.ts';
import { embeddingLevels } from '../../../src/unicode/bidi/embedding-levels.ts';
import { charactersOf, type TestFault, testLines } from './test-file.ts';

/** What a test asks: the characters, their levels and order as the file writes them; no order where it does not say. */
interface BidiCase {
  readonly number: number;
  readonly characters: readonly string[];
  readonly base: 0 | 1 | 'auto';
  readonly levels: string;
  readonly order: string | undefined;
}

/** Levels and order of every line of BidiCharacterTest. */
export function bidiCharacterFaults(file: string): { count: number; faults: readonly TestFault[] } {
  const lines = testLines(file);
  const faults = lines.flatMap(({ number, line }) => bidiCharacterFault(number, line));
  return { count: lines.length, faults };
}

/** The same for one line of it. */
export function bidiCharacterFault(number: number, line: string): readonly TestFault[] {
  const [codes = '', direction, level, levels = '', order = ''] = line.split(';');
  const characters = charactersOf(codes);
  const base = direction === '2' ? 'auto' : direction === '1' ? 1 : 0;
  const found = embeddingLevels(characters.join(''), base).paragraphs[0]!.level;
  if (found !== Number(level)) return [{ number, message: `paragraph level ${found}, not ${level}` }];
  return faultOf({ number, characters, base, levels, order });
}

/** Levels and order of every line of BidiTest, or of a part of it, in every paragraph direction that it asks for. */
export function bidiFaults(file: string): { count: number; faults: readonly TestFault[] } {
  const faults: TestFault[] = [];
  let count = 0;
  let [levels, order] = ['', ''];
  for (const { number, line } of testLines(file)) {
    const [, name, value = ''] = /^@(\w+):\s*(.*)$/.exec(line) ?? [];
    if (name === 'Levels') levels = value.trim().replace(/\s+/g, ' ');
    if (name === 'Reorder') order = value.trim().replace(/\s+/g, ' ');
    if (name !== undefined) continue;
    const [classes = '', bits] = line.split(';');
    const characters = classes.trim().split(/\s+/).map(representative);
    for (const [bit, base] of directions) {
      if ((Number.parseInt(bits!, 16) & bit) === 0) continue;
      count++;
      faults.push(...faultOf({ number, characters, base, levels, order }));
    }
  }
  return { count, faults };
}

/** Bits of BidiTest's last field. */
const directions = [
  [1, 'auto'],
  [2, 0],
  [4, 1],
] as const;

function faultOf({ number, characters, base, levels, order }: BidiCase): readonly TestFault[] {
  const found = lineLevels(characters, base);
  if (found.join(' ') !== levels) {
    return [{ number, message: `levels ${found.join(' ')}, not ${levels} (base ${base})` }];
  }
  const pieces = found.flatMap((level, index) => (level === 'x' ? [] : [{ level, index }]));
  const visual = reorder(pieces)
    .map(({ index }) => index)
    .join(' ');
  return visual === order ? [] : [{ number, message: `order ${visual}, not ${order} (base ${base})` }];
}

/** Levels of characters that are a line, `x` for those that rule X9 removes; rule L1 at the line's end is applied. */
function lineLevels(characters: readonly string[], base: 0 | 1 | 'auto'): readonly (number | 'x')[] {
  const { levels, paragraphs } = embeddingLevels(characters.join(''), base);
  let at = 0;
  const result = characters.map((character): number | 'x' => {
    at += character.length;
    return removed.includes(classOf(character)) ? 'x' : levels[at - character.length]!;
  });
  for (let i = characters.length - 1; i >= 0 && atLineEnd.includes(classOf(characters[i]!)); i--) {
    if (result[i] !== 'x') result[i] = paragraphs[0]!.level;
  }
  return result;
}

const removed: readonly BidiClass[] = ['LRE', 'RLE', 'LRO', 'RLO', 'PDF', 'BN'];
const atLineEnd: readonly BidiClass[] = [...removed, 'WS', 'FSI', 'LRI', 'RLI', 'PDI'];

const names = Object.keys(bidiClass) as readonly BidiClass[];

function classOf(character: string): BidiClass {
  return names[bidiClassOf(character.codePointAt(0)!)]!;
}

/** A character of a class, none of them a bracket: BidiTest names classes alone. */
function representative(name: string): string {
  return representatives[name as BidiClass];
}

const representatives: Readonly<Record<BidiClass, string>> = {
  L: 'a',
  R: '\u05d0',
  EN: '1',
  AN: '\u0661',
  AL: '\u0627',
  ES: '-',
  ET: '$',
  CS: ',',
  NSM: '\u0300',
  BN: '\u00ad',
  B: '\u2029',
  S: '\t',
  WS: ' ',
  ON: '!',
  LRE: '\u202a',
  LRO: '\u202d',
  RLE: '\u202b',
  RLO: '\u202e',
  PDF: '\u202c',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};
