import { bodyCase, frontCase, type HostileCase } from './hostile-case.ts';

const required = 'title: Stand\nsummary: A short leaflet.';

const utf16 = (text: string, mark: readonly number[], swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes]);
};

const whole = `---\n${required}\n---\nStand with them.\n`;

/** Front matter that could run code, is not closed, or says something else than it seems to. */
export const frontMatterCases: readonly HostileCase[] = [
  ...['js', 'javascript', 'JavaScript', 'constructor', 'json', ' js', '\u00a0js'].map((language) =>
    frontCase(
      `front matter ---${language}`,
      `---${language}\nrequire('fs').writeFileSync('canary', '')\n---`,
      1,
      ['1:1 error front-matter'],
    ),
  ),
  frontCase('no closing line', `---\n${required}\n\nText`, 1, ['1:1 error front-matter']),
  frontCase('closed by ---foo', `---\n${required}\n---foo`, 1, ['4:1 error front-matter']),
  frontCase('closed by ----', `---\n${required}\n----`, 1, ['4:1 error front-matter']),
  frontCase('a blank line first', `\n---\n${required}\n---`, 1, ['1:1 error front-matter']),
  frontCase('lines that end in CR alone', Buffer.from(whole.replaceAll('\n', '\r')), 0, [], {
    keeps: 'Stand with them.',
  }),
  frontCase('a key twice', `---\n${required}\ntitle: Other\n---`, 1, ['4:1 error key-duplicate']),
  frontCase('an unquoted telephone number', '---\ntitle: 0755\nsummary: Text\n---', 1, [
    '2:8 error value-invalid',
  ]),
  frontCase(
    'an unquoted time, which YAML 1.2 takes for text',
    '---\ntitle: 22:22\nsummary: Text\n---',
    0,
    [],
    {
      keeps: '22:22',
    },
  ),
  frontCase(
    'a day that does not exist',
    `---\n${required}\nfacts:\n  - { claim: a, source: b, as-of: 2026-02-31, check-by: 2026-06-01 }\n---`,
    1,
    ['5:35 error value-invalid'],
  ),
  frontCase(
    'a bomb of aliases',
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 20 }, (_, i) => {
      const [name, of] = [String.fromCharCode(98 + i), String.fromCharCode(97 + i)];
      return `${name}: &${name} [*${of},*${of},*${of},*${of},*${of},*${of},*${of},*${of}]\n`;
    }).join('')}${required}\n---`,
    1,
    ['2:', '3:'],
  ),
  frontCase('an alias of itself', '---\ntitle: &a [*a]\nsummary: Text\n---', 1, ['2:']),
  frontCase(
    '100 KB of blank lines',
    `---\n${required}\n${'\n'.repeat(100_000)}---`,
    1,
    ['1:1 error front-matter'],
    { seconds: 1.5 },
  ),
  frontCase(
    '50 KB of blank lines',
    `---\n${required}\n${'\n'.repeat(50_000)}---`,
    1,
    ['3:26 error front-matter'],
    { seconds: 1.5 },
  ),
  frontCase(
    '100 KB of spaces',
    `---\n${required}\n${' '.repeat(100_000)}\n---`,
    1,
    ['1:1 error front-matter'],
    { seconds: 1.5 },
  ),
  frontCase('indented by a tab', '---\ntitle: Stand\nfacts:\n\t- claim: a\nsummary: Text\n---', 1, [
    '4:1 error yaml-syntax',
  ]),
  frontCase('10,000 brackets', `---\n${required}\nfacts: ${'['.repeat(10_000)}\n---`, 1, ['4:']),
  frontCase(
    '5,000 unknown keys',
    `---\n${required}\n${Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join('\n')}\n---`,
    1,
    ['4:1 error key-unknown', '5003:1 error key-unknown'],
  ),
  frontCase(
    'a key of the prototype',
    `---\n${required}\n__proto__: { polluted: true }\nconstructor: x\n---`,
    1,
    ['4:1 error yaml-syntax'],
  ),
  frontCase('a title that overrides the direction', '---\ntitle: "a\\u202Eb"\nsummary: Text\n---', 1, [
    '2:8 error character-forbidden',
  ]),
  frontCase('a title of NUL', '---\ntitle: "a\\0b"\nsummary: Text\n---', 1, [
    '2:8 error character-forbidden',
  ]),
  frontCase('a title of half a character', '---\ntitle: "a\\uD800b"\nsummary: Text\n---', 1, ['2:']),
];

/** Bytes that are not UTF-8, and characters that must not stand in a text. */
export const characterCases: readonly HostileCase[] = [
  bodyCase('a byte that is not UTF-8', Buffer.from([0x61, 0xff, 0x62]), 1, ['5:2 error file-encoding']),
  bodyCase('GB18030', Buffer.from('cecad2aacafdbeddb1eab1b3', 'hex'), 1, ['5:1 error file-encoding']),
  bodyCase('Latin-1', Buffer.from('Caf\xe9 ouvert', 'latin1'), 1, ['5:4 error file-encoding']),
  bodyCase('a surrogate in UTF-8', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, ['5:2 error file-encoding']),
  bodyCase('an overlong slash', Buffer.from([0xc0, 0xaf]), 1, ['5:1 error file-encoding']),
  bodyCase('a code point after the last', Buffer.from([0xf4, 0x90, 0x80, 0x80]), 1, [
    '5:1 error file-encoding',
  ]),
  frontCase('UTF-16, low byte first', utf16(whole, [0xff, 0xfe], false), 1, ['1:1 error file-encoding']),
  frontCase('UTF-16, high byte first', utf16(whole, [0xfe, 0xff], true), 1, ['1:1 error file-encoding']),
  frontCase('one byte order mark', Buffer.from(`\ufeff${whole}`), 0, [], { keeps: 'Stand with them.' }),
  frontCase('two byte order marks', Buffer.from(`\ufeff\ufeff${whole}`), 1, ['1:']),
  frontCase('an empty file', Buffer.alloc(0), 1, ['1:1 error front-matter']),
  ...[
    ['NUL', '\0'],
    ['a control', '\x07'],
    ['ESC', '\x1b[31m'],
    ['DEL', '\x7f'],
    ['a C1 control', '\x9b31m'],
    ['a form feed', '\f'],
    ['U+FFFE', '\ufffe'],
    ['U+FDD0', '\ufdd0'],
    ['the last non-character', '\u{10ffff}'],
    ['an override of the direction', '\u202eabc'],
    ['an isolate that is not closed', '\u2067abc'],
    ['an embedding that is not closed', '\u202babc'],
    ['an isolate that was not opened', '\u2069abc'],
  ].map(([name, text]) => bodyCase(name!, `ab${text}c`, 1, ['5:3 error character-forbidden'])),
  ...['&#0;', '&#x202e;', '&#xfffe;', '&#x7;', '&#x2067;'].map((reference) =>
    bodyCase(`the reference ${reference}`, `ab${reference}c`, 1, ['5:3 error character-forbidden']),
  ),
  bodyCase('directions that are closed', 'one \u2067two\u2069 three \u202bfour\u202c', 0, [], {
    keeps: 'one two three four',
  }),
  bodyCase('a character without width', 'Stand\u200bwith', 0, ['5:6 warning character-invisible']),
  bodyCase('a tag character', 'Stand\u{e0041}with', 0, ['5:6 warning character-invisible']),
  bodyCase('a joiner that an emblem needs', 'x \u{1f3f3}\ufe0f\u200d\u{1f308}', 1, [
    '5:3 error glyph-missing',
  ]),
  bodyCase('a character that no font has', `One.\n\nTwo \u{13000}\u{13001} three`, 1, [
    '7:5 error glyph-missing',
  ]),
];
