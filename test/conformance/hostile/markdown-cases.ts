import { bodyCase, type HostileCase } from './hostile-case.ts';

const times = (count: number, text: string, between = '') => Array<string>(count).fill(text).join(between);
const numbered = (count: number, line: (i: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, i) => line(i)).join(between);

const link = (name: string, url: string) => bodyCase(`a link to ${name}`, `Go [there](${url}).`, 1, ['5:']);

/** Links that open something else than a page, a letter or a call. */
export const linkCases: readonly HostileCase[] = [
  link('javascript', 'javascript:alert(1)'),
  link('javascript in references', '&#106;avascript:alert(1)'),
  link('javascript in capitals', 'JaVaScRiPt:alert(1)'),
  link('javascript after a space', '<\u00a0javascript:alert(1)>'),
  link('javascript with a tab in it', '<java&Tab;script:alert(1)>'),
  link('javascript with a line end in it', '<java&NewLine;script:alert(1)>'),
  link('a file', 'file:///etc/passwd'),
  link('a diagnostic tool', 'ms-msdt:/id'),
  link('data', 'data:text/html,x'),
  link('another host of the same scheme', '//example.org/x'),
  link('another host by backslashes', '<\\\\\\\\host\\\\share>'),
  link('a drive', 'c:/windows'),
  link('vbscript', 'vbscript:x'),
  bodyCase('an autolink to a file', 'Go <file:///etc/passwd>.', 1, ['5:5 error link-unsafe']),
  bodyCase('a definition of a file', 'Go [there].\n\n[there]: file:///etc/passwd', 1, ['']),
  bodyCase(
    'links that are safe',
    '[one](http://x.org) [two](https://x.org) [three](mailto:a@x.org) [four](tel:+441)',
    0,
    [],
    { keeps: 'one two three four' },
  ),
  bodyCase('a QR code of javascript', ':qr[Our page]{url="javascript:alert(1)"}', 1, ['5:']),
  bodyCase('a QR code of 5,000 characters', `:qr[Our page]{url="https://x.org/${times(5000, 'a')}"}`, 1, [
    '5:',
  ]),
  bodyCase('an unknown variable', 'Hello {{brunch.name}}', 1, ['5:7 error variable-unknown']),
  bodyCase('a variable of the prototype', 'Hello {{constructor}} {{__proto__}}', 1, [
    '5:7 error variable-unknown',
    '5:23 error variable-unknown',
  ]),
  bodyCase('HTML', 'a <script>alert(1)</script> b', 1, ['5:3 error markdown-html']),
];

/** Markdown that costs a parser the square or worse of its length, or more depth than a stack has. */
export const costlyCases: readonly HostileCase[] = [
  bodyCase('10,000 nested block quotes', `${times(10_000, '>')} deep`, 1, ['5:1 error markdown-nesting']),
  bodyCase('10,000 nested lists', `${times(10_000, '- ')}deep`, 1, ['5:1 error markdown-nesting']),
  bodyCase('lists nested line by line', numbered(2000, (i) => `${times(i, '  ')}- a`).slice(0, 120_000), 1, [
    '',
  ]),
  bodyCase('40,000 brackets', times(40_000, '['), 1, ['5:1 error markdown-nesting']),
  bodyCase('40,000 openings of pictures', times(40_000, '!['), 1, ['5:1 error markdown-nesting']),
  bodyCase('40,000 asterisks', times(40_000, '*a '), 1, ['5:1 error markdown-nesting']),
  bodyCase(
    'backticks without end',
    numbered(400, (i) => `e${times(i, '`')}`, ''),
    1,
    ['5:1 error markdown-nesting'],
  ),
  bodyCase('120,000 ampersands', times(120_000, '&'), 1, ['5:1 error markdown-nesting']),
  bodyCase('comments without end', times(20_000, '<!--a'), 1, ['5:']),
  bodyCase(
    'a table of 3,000 columns',
    `|${times(3000, 'a|')}\n|${times(3000, '-|')}\n|${times(3000, 'b|')}`,
    1,
    ['5:1 error text-off-page'],
  ),
  bodyCase('a table of 2,000 rows', `|a|b|\n|-|-|\n${times(2000, '|c|d|\n')}`, 1, [
    '2:8 error pages-exceeded',
  ]),
  bodyCase(
    '8,000 definitions',
    numbered(8000, (i) => `[a${i}]: /x`),
    1,
    [''],
  ),
  bodyCase(
    '5,000 footnotes',
    numbered(5000, (i) => `a[^${i}]\n\n[^${i}]: b\n`),
    1,
    [''],
  ),
  bodyCase('footnotes that name each other', 'a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]', 0, []),
  bodyCase('3,000 nested directives', `${numbered(3000, () => `${times(30, ':')}callout`)}\na`, 1, [
    '29:1 error markdown-nesting',
  ]),
  bodyCase('a document of 3 MB', times(300_000, 'ten bytes. '), 1, ['1:1 error file-too-large']),
  bodyCase('a document of 200,000 characters', times(20_000, 'ten bytes.'), 1, ['1:1 error file-too-large']),
];

/** Texts that cost the layout. */
export const layoutCases: readonly HostileCase[] = [
  ...[
    ['letters', times(50_000, 'a')],
    ['digits', times(50_000, '1')],
    ['brackets', times(25_000, '(') + times(25_000, ')')],
    ['letters of Arabic', times(25_000, 'سل')],
    ['letters of both directions', times(12_500, 'aسل1')],
    ['letters and soft hyphens', times(25_000, 'a\u00ad')],
  ].map(([name, word]) =>
    bodyCase(`a word of 50,000 ${name}`, word!, 1, ['2:8 error pages-exceeded'], { megabytes: 300 }),
  ),
  bodyCase('a word of 120,000 letters', times(120_000, 'a'), 1, ['2:8 error pages-exceeded']),
  bodyCase('a paragraph of 120,000 characters', times(24_000, 'word '), 1, ['2:8 error pages-exceeded']),
  bodyCase('a paragraph of Arabic', times(24_000, 'كلمة '), 1, ['2:8 error pages-exceeded']),
  bodyCase('a paragraph of Chinese', times(120_000, '字'), 1, ['2:8 error pages-exceeded']),
  bodyCase('50,000 marks on one letter', `a${times(50_000, '\u0301')}`, 0, []),
  bodyCase('50,000 soft hyphens', times(50_000, 'a\u00ad'), 1, ['2:8 error pages-exceeded']),
  bodyCase('20,000 no-break spaces', times(20_000, 'a\u00a0'), 1, ['2:8 error pages-exceeded']),
  bodyCase('10,000 directions in each other', `${times(10_000, '\u2067')}a${times(10_000, '\u2069')}`, 0, []),
  bodyCase('200 directions that alternate', `${times(100, '\u2067م\u2066a')}${times(200, '\u2069')}`, 0, []),
  bodyCase('20,000 line breaks', times(20_000, 'a\\\n'), 1, ['2:8 error pages-exceeded']),
  bodyCase('4,000 paragraphs', times(4000, 'a', '\n\n'), 1, ['2:8 error pages-exceeded']),
  bodyCase('a list that starts at 999,999,999', '999999999. a\n1000000000. b', 1, [
    '5:1 error text-off-page',
  ]),
  bodyCase('a block of code of 100,000 characters', `~~~\n${times(100_000, 'x')}\n~~~`, 1, [
    '2:8 error pages-exceeded',
  ]),
];
