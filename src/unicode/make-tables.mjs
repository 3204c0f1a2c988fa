/**
 * Makes tables/*.ts from the Unicode Character Database, all of one version:
 *   node src/unicode/make-tables.mjs /usr/share/unicode
 * (Debian: package unicode-data).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const limit = 0x110000;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@[]^_{|}';
const target = join(dirname(fileURLToPath(import.meta.url)), 'tables');
const folder = process.argv[2];

const read = (file) => readFileSync(join(folder, file), 'utf8');
const version = /^# LineBreak-([\d.]+)\.txt/.exec(read('LineBreak.txt'))[1];

/** The lines of a file, `from..to ; value ; …`, without comments: [from, to, value, …]. */
function ranges(file) {
  return read(file)
    .split('\n')
    .flatMap((line) => {
      const [codes, ...values] = line
        .replace(/#.*/, '')
        .split(';')
        .map((part) => part.trim());
      const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?$/.exec(codes);
      return match ? [[parseInt(match[1], 16), parseInt(match[2] ?? match[1], 16), ...values]] : [];
    });
}

/** The values of code points that a file does not list: its `@missing` lines, the later ones the narrower. */
function missing(file) {
  const pattern = /^# @missing: ([0-9A-F]+)\.\.([0-9A-F]+); (\w+)/gm;
  return [...read(file).matchAll(pattern)].map(([, from, to, value]) => [
    parseInt(from, 16),
    parseInt(to, 16),
    value,
  ]);
}

/** Short names of a property's values by their long names. */
function shortNames(property) {
  const lines = read('PropertyValueAliases.txt').split('\n');
  const rows = lines.map((line) =>
    line
      .replace(/#.*/, '')
      .split(';')
      .map((part) => part.trim()),
  );
  return new Map(rows.filter(([name]) => name === property).map(([, short, long]) => [long, short]));
}

/** A value for every code point. */
function filled(value, ...lists) {
  const result = new Array(limit).fill(value);
  for (const [from, to, own] of lists.flat()) result.fill(own, from, to + 1);
  return result;
}

const codesWith = (file, value) => {
  const found = new Set();
  for (const [from, to, own] of ranges(file))
    if (own === value) for (let c = from; c <= to; c++) found.add(c);
  return found;
};

/** Runs of equal values: the length in base 36, then the value's letter; the most frequent values have one sign. */
function encode(values) {
  const runs = [];
  for (const value of values) {
    if (runs.at(-1)?.value === value) runs.at(-1).length++;
    else runs.push({ value, length: 1 });
  }
  const counts = new Map();
  for (const { value } of runs) counts.set(value, (counts.get(value) ?? 0) + 1);
  const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  const sign = (i) => '~'.repeat(Math.floor(i / letters.length)) + letters[i % letters.length];
  const signs = new Map(names.map((name, i) => [name, sign(i)]));
  return { names, text: runs.map(({ value, length }) => length.toString(36) + signs.get(value)).join('') };
}

function write(name, doc, body) {
  const heading = `// Made by make-tables.mjs from the Unicode Character Database ${version} (© Unicode, Inc., Unicode License v3).`;
  writeFileSync(join(target, `${name}.ts`), `${heading}\n\n/** ${doc} */\n${body}\n`);
}

function joined(text) {
  const lines = text.match(/.{1,100}/g);
  return lines.length === 1
    ? `'${text}'`
    : `[\n${lines.map((line) => `    '${line}',`).join('\n')}\n  ].join('')`;
}

function writeTable(name, variable, doc, values) {
  const { names, text } = encode(values);
  const list = names.join(' ');
  const shown = list.length < 90 ? ` '${list}'` : `\n    '${list.match(/.{1,100}/g).join("' +\n    '")}'`;
  write(name, doc, `export const ${variable} = {\n  values:${shown},\n  runs: ${joined(text)},\n} as const;`);
}

const categories = filled('Cn', ranges('extracted/DerivedGeneralCategory.txt'));
const widths = filled(
  'N',
  missing('extracted/DerivedEastAsianWidth.txt').map(([a, b, v]) => [a, b, v[0]]),
  ranges('EastAsianWidth.txt'),
);
const pictographic = codesWith('emoji/emoji-data.txt', 'Extended_Pictographic');

writeTable('general-category', 'generalCategoryTable', 'General_Category (UAX #44 §5.7.1).', categories);
writeTable('east-asian-width', 'eastAsianWidthTable', 'East_Asian_Width (UAX #11).', widths);

const ignorable = codesWith('DerivedCoreProperties.txt', 'Default_Ignorable_Code_Point');
writeTable(
  'default-ignorable',
  'defaultIgnorableTable',
  'Default_Ignorable_Code_Point (UAX #44): characters that show nothing where a font does not know them.',
  Array.from(categories, (_, c) => (ignorable.has(c) ? 'Y' : 'N')),
);

const bidiNames = shortNames('bc');
const bidiDefaults = missing('extracted/DerivedBidiClass.txt').map(([a, b, v]) => [a, b, bidiNames.get(v)]);
writeTable(
  'bidi-class',
  'bidiClassTable',
  'Bidi_Class (UAX #9 table 4).',
  filled('L', bidiDefaults, ranges('extracted/DerivedBidiClass.txt')),
);

const pairs = read('BidiBrackets.txt').matchAll(/^([0-9A-F]+); ([0-9A-F]+); o/gm);
const hex = (code) => parseInt(code, 16);
const brackets = Array.from(pairs, ([, open, close]) => String.fromCodePoint(hex(open), hex(close))).join('');
write(
  'bidi-brackets',
  'Bidi_Paired_Bracket (UAX #9 BD14, BD15): opening and closing brackets by turns.',
  `export const bidiBrackets = ${joined(brackets)};`,
);

const scriptNames = shortNames('sc');
const scripts = filled(
  'Zzzz',
  ranges('Scripts.txt').map(([a, b, v]) => [a, b, scriptNames.get(v)]),
);
writeTable('script', 'scriptTable', 'Script (UAX #24), by ISO 15924 code.', scripts);
const extensions = filled(
  '-',
  ranges('ScriptExtensions.txt').map(([a, b, v]) => [a, b, v.replaceAll(' ', '+')]),
);
writeTable(
  'script-extensions',
  'scriptExtensionsTable',
  'Script_Extensions (UAX #24 §4) of the characters that scripts share; `-` for all others.',
  extensions,
);

// A few properties that grapheme clusters ask for, in the one table (UAX #29 §3.1): conjuncts are of the scripts and categories
// that Indic_Conjunct_Break of Unicode 15.1 is made of.
const conjunct = ['Beng', 'Deva', 'Gujr', 'Mlym', 'Orya', 'Telu'];
const syllabic = filled('Other', ranges('IndicSyllabicCategory.txt'));
const clusters = filled('Other', ranges('auxiliary/GraphemeBreakProperty.txt')).map((value, c) => {
  if (pictographic.has(c)) return 'ExtPict';
  if (c === 0x200c) return 'NonJoiner';
  if (conjunct.includes(scripts[c]) && syllabic[c] === 'Consonant') return 'Consonant';
  if (conjunct.includes(scripts[c]) && syllabic[c] === 'Virama') return 'Linker';
  // Hangul syllables are told apart by their number.
  return value === 'LVT' ? 'LV' : value;
});
writeTable(
  'grapheme-break',
  'graphemeBreakTable',
  'Grapheme_Cluster_Break (UAX #29 table 2), Extended_Pictographic, and what GB9c asks for.',
  clusters,
);

// Blocks whose unassigned code points stand upright are listed in the head of the file.
const uprightBlocks = read('VerticalOrientation.txt').matchAll(
  /^# .*U\+([0-9A-F]+)(?:\.\.U\+([0-9A-F]+))?$/gm,
);
writeTable(
  'vertical-orientation',
  'verticalOrientationTable',
  'Vertical_Orientation (UAX #50).',
  filled(
    'R',
    Array.from(uprightBlocks, ([, from, to]) => [hex(from), hex(to ?? from), 'U']),
    ranges('VerticalOrientation.txt'),
  ),
);

// Classes with the divisions that rules of UAX #14 make by other properties.
const lineNames = shortNames('lb');
const lineDefaults = missing('extracted/DerivedLineBreak.txt').map(([a, b, v]) => [a, b, lineNames.get(v)]);
const wide = (c) => 'FWH'.includes(widths[c]);
const breaks = filled('XX', lineDefaults, ranges('LineBreak.txt')).map((value, c) => {
  if ((value === 'OP' || value === 'CP') && wide(c)) return `${value}W`;
  if (value === 'SA' && /^M[nc]$/.test(categories[c])) return 'SAM';
  if (value === 'ID' && categories[c] === 'Cn' && pictographic.has(c)) return 'IDP';
  if (value === 'QU' && categories[c] === 'Pi') return 'QUI';
  if (value === 'QU' && categories[c] === 'Pf') return 'QUF';
  if (value === 'SG') return 'XX';
  return value === 'H3' ? 'H2' : value;
});
writeTable(
  'line-break',
  'lineBreakTable',
  'Line_Break (UAX #14), with the divisions that rules make by other properties; H2 stands for H3 too.',
  breaks,
);
