import { document, type HostileCase, withBody } from './hostile-case.ts';

const lines = {
  id: 'id: small',
  version: 'version: 1.0.0',
  date: 'date: 2026-11-23',
  title: 'title: { en: Small campaign }',
  'source-locale': 'source-locale: en',
  locales: 'locales: [en]',
  url: 'url: https://example.org',
  organisation: 'organisation: { name: Example, email: mail@example.org, postal-address: Example Street 1 }',
};

/** The small campaign's campaign.yaml with some of its lines replaced, and lines after them. */
export function campaignYaml(change: Partial<Record<keyof typeof lines, string>> = {}, more = ''): string {
  return `${Object.values({ ...lines, ...change }).join('\n')}\n${more}`;
}

const yamlCase = (
  name: string,
  yaml: string | Uint8Array,
  tells: readonly string[],
  exit = 2,
): HostileCase => ({
  name,
  files: { 'campaign.yaml': yaml },
  exit,
  tells: tells.map((tell) => `campaign.yaml:${tell.replace(' ', ': ')}`),
});

/** campaign.yaml: a mistake in it is a mistake of configuration, exit 2. */
export const campaignCases: readonly HostileCase[] = [
  yamlCase('an id that leads out', campaignYaml({ id: 'id: ../../x' }), ['1:5 error value-invalid']),
  yamlCase('an id with a line end', campaignYaml({ id: 'id: "a\\nb"' }), ['1:5 error value-invalid']),
  yamlCase('a version that leads out', campaignYaml({ version: 'version: ../../x' }), [
    '2:10 error value-invalid',
  ]),
  yamlCase('a version that YAML reads as a number', campaignYaml({ version: 'version: 1.10' }), [
    '2:10 error value-invalid',
  ]),
  yamlCase('a date that does not exist', campaignYaml({ date: 'date: 2026-02-31' }), [
    '3:7 error value-invalid',
  ]),
  yamlCase('a locale that leads out', campaignYaml({ locales: 'locales: [en, ../x]' }), [
    '6:15 error locale-invalid',
  ]),
  yamlCase('a locale twice', campaignYaml({ locales: 'locales: [en, en]' }), ['6:15 error locale-invalid']),
  yamlCase('an address of javascript', campaignYaml({ url: 'url: javascript:alert(1)' }), [
    '7:6 error value-invalid',
  ]),
  yamlCase(
    'a colour that ends its rule',
    campaignYaml({}, 'colours: { accent: "#b01119; } body { display: none" }\n'),
    ['9:21 error value-invalid'],
  ),
  yamlCase('a colour whose name ends its rule', campaignYaml({}, 'colours: { "a: red; } x": "#b01119" }\n'), [
    '9:',
  ]),
  yamlCase('an unknown key', campaignYaml({}, 'colors: {}\n'), ['9:1 error key-unknown']),
  yamlCase(
    'an organisation whose name overrides the direction',
    campaignYaml({
      organisation: 'organisation: { name: "\\u202Eevil", email: mail@example.org, postal-address: x }',
    }),
    ['8:'],
  ),
  yamlCase('an empty file', '', ['1:1 error key-missing']),
  yamlCase('no YAML', '{{{', ['1:']),
  yamlCase('GB18030', Buffer.from('cecad2aacafdbeddb1eab1b3', 'hex'), ['1:1 error file-encoding']),
  yamlCase('a bomb of aliases', `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n${campaignYaml()}`, ['1:']),
  yamlCase('100,000 brackets', `${campaignYaml()}x: ${'['.repeat(100_000)}`, ['9:']),
  yamlCase('100,000 spaces of indentation', `${campaignYaml()}x:\n${' '.repeat(100_000)}y: 1\n`, ['9:']),
  yamlCase('a file of 3 MB', `${campaignYaml()}# ${'x'.repeat(3_000_000)}`, []),
  { name: 'no campaign.yaml', files: { 'campaign.yaml': null }, exit: 2, tells: ['error file-missing'] },
  {
    name: 'a campaign.yaml that is a device',
    files: { 'campaign.yaml': { link: '/dev/zero' } },
    exit: 2,
    tells: ['campaign.yaml:1:1: error path-unsafe'],
  },
  {
    name: 'a document that is a link to a device',
    files: { [document]: { link: '/dev/zero' } },
    exit: 1,
    tells: [`${document}:1:1: error path-unsafe`],
  },
  {
    name: 'a document that is a link out',
    files: { [document]: { link: '../../../secret.png' } },
    exit: 1,
    tells: [`${document}:1:1: error path-unsafe`],
  },
  {
    name: 'a document that links to itself',
    files: { [document]: { link: 'en.md' } },
    exit: 1,
    tells: [`${document}:1:1: error file-unreadable`],
  },
  {
    name: 'a folder that is a link out',
    files: { 'leaflets/other': { link: '../../content-evil' } },
    exit: 1,
    tells: ['leaflets/other:1:1: error path-unsafe'],
  },
  {
    name: 'a folder whose name is a path on Windows',
    files: { 'leaflets/a\\..\\b/en.md': withBody('x') },
    exit: 1,
    tells: ['leaflets/a\\..\\b:1:1: error path-unsafe'],
  },
];

const named = (name: string, folders: readonly string[], tells: readonly string[]): HostileCase => ({
  name,
  files: {
    [document]: null,
    ...Object.fromEntries(folders.map((folder) => [`leaflets/${folder}/en.md`, withBody('Text.')])),
  },
  exit: 2,
  tells,
});

/** Names of documents that are no file, or one file, on some system. */
export const nameCases: readonly HostileCase[] = [
  ...['CON', 'aux', 'nul.txt', 'COM1', 'lpt9', 'a:b', 'a?', 'a\nb', 'a\x1b[31mb'].map((folder) =>
    named(`a document named ${JSON.stringify(folder)}`, [folder], ['leaflets/']),
  ),
  named('README and readme', ['README', 'readme'], ['leaflets/']),
  named('one name composed and decomposed', ['caf\u00e9', 'cafe\u0301'], ['leaflets/']),
  named('straße and STRASSE', ['stra\u00dfe', 'STRASSE'], ['leaflets/']),
  named('a name that overrides the direction', ['a\u202eb'], ['leaflets/']),
];

const template = (
  name: string,
  text: string,
  tells: readonly string[],
  more: Partial<HostileCase> = {},
): HostileCase => ({
  name: `a template of ${name}`,
  files: { 'templates/leaflet/template.hbs': text },
  exit: 1,
  tells: tells.map((tell) => `templates/leaflet/template.hbs:${tell.replace(' ', ': ')}`),
  ...more,
});

const page = (inner: string) =>
  `<!doctype html>\n<html lang="{{locale.language}}"><head><title>{{document.title}}</title></head>\n<body><main>{{body}}${inner}</main></body></html>\n`;
const style = (
  name: string,
  text: string,
  tells: readonly string[],
  more: Partial<HostileCase> = {},
): HostileCase => ({
  name: `a style sheet of ${name}`,
  files: { 'templates/leaflet/style.css': text },
  exit: 1,
  tells: tells.map((tell) => `templates/leaflet/style.css:${tell.replace(' ', ': ')}`),
  ...more,
});
const nested = (depth: number, open: string, inner: string, close: string) =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

/** Templates and style sheets of a campaign. */
export const templateCases: readonly HostileCase[] = [
  template('an unknown path', page('{{typo}}'), ['3:23 error template-path']),
  template('an unknown path in a condition', page('{{#if typo}}x{{/if}}'), ['3:27 error template-path']),
  template('a path to the prototype', page('{{document.constructor}}{{lookup document "__proto__"}}'), [
    '3:',
  ]),
  template('a value without escaping', page('{{{document.title}}}'), ['3:']),
  template('a script', page('<script>alert(1)</script>'), ['3:']),
  template('an event', page('<p onclick="alert(1)">x</p>'), ['3:']),
  template('blocks 5,000 deep', page(nested(5000, '{{#if document.title}}', 'x', '{{/if}}')), ['3:']),
  template('elements 5,000 deep', page(nested(5000, '<div>', 'x', '</div>')), ['3:']),
  template(
    'subexpressions 5,000 deep',
    page(`{{#if ${nested(5000, '(not ', 'document.title', ')')}}}x{{/if}}`),
    ['3:'],
  ),
  template('a million characters', page('x'.repeat(1_100_000)), ['']),
  template('a bidi override', page('\u202e'), ['3:21 error character-forbidden']),
  template('a NUL', page('\0'), ['3:21 error character-forbidden']),
  template('a byte that is not UTF-8', '', ['1:2 error file-encoding'], {
    files: { 'templates/leaflet/template.hbs': Buffer.from([0x61, 0xff]) },
    exit: 2,
  }),
  {
    name: 'a partial that includes itself',
    files: {
      'templates/leaflet/template.hbs': page('{{> loop}}'),
      'templates/partials/loop.hbs': 'x{{> loop}}',
    },
    exit: 1,
    tells: ['templates/'],
  },
  {
    name: 'partials that double twenty times',
    files: {
      'templates/leaflet/template.hbs': page('{{> p0}}'),
      ...Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [
          `templates/partials/p${i}.hbs`,
          i === 19 ? 'xxxxxxxxxx' : `{{> p${i + 1}}}{{> p${i + 1}}}`,
        ]),
      ),
    },
    exit: 1,
    tells: ['templates/'],
  },
  style('a bidi override', '/* \u202e */ p { color: red }', ['1:4 error character-forbidden']),
  style('a NUL', 'p { color: \0red }', ['1:12 error character-forbidden']),
  style('a byte that is not UTF-8', '', [], {
    files: { 'templates/leaflet/style.css': Buffer.from([0x61, 0xff]) },
    tells: ['templates/leaflet/style.css:1:2: error file-encoding'],
    exit: 2,
  }),
  style('an import from outside', '@import "../../../secret.css";', ['1:9 error css-url']),
  style('an import from an address', '@import "https://example.org/a.css";', ['1:9 error']),
  style('an import of itself', '@import "style.css";', ['1:9 error css-url']),
  style(
    'a face from outside',
    '@font-face { font-family: x; src: url("/etc/passwd") } body { font-family: x }',
    ['1:'],
  ),
  style(
    'a face of a package outside',
    '@font-face { font-family: x; src: url("npm:../../x.ttf") } body { font-family: x }',
    ['1:'],
  ),
  style(
    'a face that is no font',
    '@font-face { font-family: x; src: url("x.ttf") } body { font-family: x }',
    [''],
    {
      files: {
        'templates/leaflet/style.css':
          '@font-face { font-family: x; src: url("x.ttf") } body { font-family: x }',
        'templates/leaflet/x.ttf': 'not a font',
      },
    },
  ),
  style('brackets 20,000 deep', `p { width: ${nested(20_000, '(', '1px', ')')} }`, ['1:'], { exit: 0 }),
  style('calc() 5,000 deep', `p { width: ${nested(5000, 'calc(', '1px', ')')} }`, ['1:'], { exit: 0 }),
  style(':is() 5,000 deep', `${nested(5000, ':is(', 'p', ')')} { color: red }`, ['1:'], { exit: 0 }),
  style('rules 5,000 deep', nested(5000, 'p {', 'color: red', '}'), ['1:']),
  style(
    'a variable that doubles thirty times',
    `:root { --a: x; ${Array.from({ length: 30 }, (_, i) => `--${'b'.repeat(i + 1)}: var(--${i ? 'b'.repeat(i) : 'a'}) var(--${i ? 'b'.repeat(i) : 'a'});`).join(' ')} } p { font-family: var(--${'b'.repeat(30)}) }`,
    ['1:'],
    { exit: 0 },
  ),
  style('100,000 open braces', 'p {'.repeat(100_000), ['1:']),
  style('content of a million characters', `p::before { content: "${'x'.repeat(1_000_000)}" }`, [
    '1:1 error file-too-large',
  ]),
  style('a page of no size', '@page { size: 0 0 }', ['1:15 warning css-unsupported'], { exit: 0 }),
  style('a page as small as any', '@page { size: 3pt 3pt; margin: 0 }', [], { tells: [`${document}:`] }),
  style('sizes beyond numbers', 'p { font-size: 1e308px; margin: 1e308px; line-height: 1e308 }', [], {
    tells: [`${document}:`],
  }),
  style('text of no size', 'p { font-size: 0 }', [], { exit: 0 }),
  style('boxes that are never small enough', 'p { height: 100000mm; break-inside: avoid }', [], {
    tells: [`${document}:`],
  }),
];
