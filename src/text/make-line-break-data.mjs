/**
 * Makes line-break-data.ts from the Unicode Character Database:
 *   node src/text/make-line-break-data.mjs /usr/share/unicode > src/text/line-break-data.ts
 * (Debian: package unicode-data).
 */
import { readFileSync } from 'node:fs';

const folder = process.argv[2];
const limit = 0x20000;

function ranges(file) {
  const result = [];
  for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n')) {
    const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)/.exec(line);
    if (match) result.push([parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16), match[3]]);
  }
  return result;
}

const classes = new Array(limit).fill('XX');
// The defaults of unassigned code points, as LineBreak.txt states them.
const defaults = [
  [0x3400, 0x4dbf, 'ID'],
  [0x4e00, 0x9fff, 'ID'],
  [0xf900, 0xfaff, 'ID'],
  [0x1f000, 0x1faff, 'ID'],
  [0x1fc00, 0x1fffd, 'ID'],
  [0x20a0, 0x20cf, 'PR'],
];
const each = ([from, to, value], visit) => {
  for (let c = from; c <= Math.min(to, limit - 1); c++) visit(c, value);
};
for (const range of [...defaults, ...ranges('LineBreak.txt')])
  each(range, (c, v) => {
    classes[c] = v;
  });

const wide = new Set();
for (const range of ranges('EastAsianWidth.txt'))
  each(range, (c, v) => {
    if (/^[FWH]$/.test(v)) wide.add(c);
  });
const general = new Map();
for (const range of ranges('extracted/DerivedGeneralCategory.txt'))
  each(range, (c, v) => {
    general.set(c, v);
  });
const pictographic = /\p{Extended_Pictographic}/u;

for (let c = 0; c < limit; c++) {
  const category = general.get(c) ?? 'Cn';
  if (classes[c] === 'OP' && wide.has(c)) classes[c] = 'OPW';
  else if (classes[c] === 'CP' && wide.has(c)) classes[c] = 'CPW';
  else if (classes[c] === 'SA' && /^M[nc]$/.test(category)) classes[c] = 'SAM';
  else if (classes[c] === 'ID' && category === 'Cn' && pictographic.test(String.fromCodePoint(c)))
    classes[c] = 'IDP';
  else if (classes[c] === 'SG') classes[c] = 'XX';
  // Hangul syllables are computed from their number.
  if (c >= 0xac00 && c <= 0xd7a3) classes[c] = 'H3';
}

const names = [...new Set(classes)].sort();
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@[]^_{|}~';
const letterOf = new Map(names.map((name, i) => [name, letters[i]]));
let table = '';
let start = 0;
for (let c = 1; c <= limit; c++) {
  if (c < limit && classes[c] === classes[start]) continue;
  table += (c - start).toString(36) + letterOf.get(classes[start]);
  start = c;
}
const lines = table.match(/.{1,100}/g);
process.stdout.write(`// Made by make-line-break-data.mjs from the Unicode Character Database 15.0 (© Unicode, Inc., Unicode License v3).

/** The letter that stands for each line breaking class in \`lineBreakRanges\`. */
export const lineBreakLetters = '${names.map((n) => `${n}${letterOf.get(n)}`).join(' ')}';

/** Runs of code points of one class from U+0000 up to U+1FFFF: the run's length in base 36, then its letter. */
export const lineBreakRanges = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`);
