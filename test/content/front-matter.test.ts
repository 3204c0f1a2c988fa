import { describe, expect, test } from 'vitest';
import { brief, leaflet, read, zhHant } from './fixtures.ts';

const body = 'title: T\nsummary: S\n';
const codes = (text: string) => brief(read(text).diagnostics);

describe('front matter', () => {
  test('keeps its values with their places', () => {
    const { document, diagnostics } = read(`---\ntitle: "Free them"\nsummary: 1984\nkicker: K\n---\nBody\n`);
    expect(diagnostics).toEqual([]);
    expect(document?.title.value).toBe('Free them');
    const { source, start, end } = document!.title.span;
    expect(source.text.slice(start, end)).toBe('Free them');
    expect(document?.summary.value).toBe('1984');
    expect(document?.keys.kicker?.value).toBe('K');
    expect(document?.review).toBe('source');
  });

  test.each([
    '---js',
    '---javascript',
    '---JS',
    '--- js',
    '---coffee',
    '---constructor',
    '---json',
    '--- ',
    '----',
    '',
  ])('refuses the first line %j and runs nothing', (first) => {
    const canary = '(globalThis.canary = true, {})';
    const { document, diagnostics } = read(`${first}\n${canary}\n---\nBody\n`);
    expect(document).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('front-matter');
    expect((globalThis as { canary?: boolean }).canary).toBeUndefined();
  });

  test.each([
    ['---\n', 'no closing line'],
    [`---\n${body}`, 'no closing line after keys'],
    [`---\n${body}----\nBody\n`, 'a closing line that is too long'],
    [`---\n${body}---foo\nBody\n`, 'a closing line with a word'],
    [`---\n${body}--- \nBody\n`, 'a closing line with a space'],
  ])('refuses %j', (text) => {
    expect(codes(text).every((line) => line.startsWith('front-matter'))).toBe(true);
    expect(codes(text).length).toBe(1);
  });

  test('reads a file whose lines end in CR alone, with right places', () => {
    const { document, diagnostics } = read('---\rtitle: T\rsummary: S\rtitel: x\r---\rBody *here*\r');
    expect(brief(diagnostics)).toEqual(['key-unknown 4:1']);
    expect(document?.title.value).toBe('T');
    expect(document?.body.children.length).toBe(1);
  });

  test('gives one hash to one text, whatever its line ends', () => {
    const text = `---\n${body}---\nBody\n`;
    const hashes = ['\n', '\r\n', '\r'].map((end) => read(text.replaceAll('\n', end)).document?.hash);
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('stops at 100 KB of blank lines in less than a second', () => {
    for (const size of [100_000, 60_000]) {
      const before = performance.now();
      expect(codes(`---\n${'\n'.repeat(size)}${body}---\n`)).toEqual([
        expect.stringMatching(/^front-matter/),
      ]);
      expect(performance.now() - before).toBeLessThan(1000);
    }
  });

  test('says what was meant by an unknown key, and finds what is missing', () => {
    const { diagnostics } = read('---\ntitel: T\n---\n');
    expect(brief(diagnostics)).toEqual(['key-unknown 2:1', 'key-missing 1:1', 'key-missing 1:1']);
    expect(diagnostics[0]!.hint).toBe('Did you mean "title"?');
  });

  test('checks the kind’s own keys', () => {
    const text = `---\n${body}tone: warn\nmeeting: 2026-02-31\nkicker: 0755\n---\n`;
    const { diagnostics } = read(text);
    expect(brief(diagnostics)).toEqual(['value-invalid 6:9', 'value-invalid 4:7', 'value-invalid 5:10']);
    expect(diagnostics[1]!.hint).toBe('Did you mean "warm"?');
  });

  test('reads facts and reports what they lack', () => {
    const fact = '- { claim: C, source: S, as-of: 2024-03-08, check-by: 2026-06-01 }';
    const { document, diagnostics } = read(
      `---\n${body}facts:\n  ${fact}\n  - { claim: C, sauce: S }\n---\n`,
    );
    expect(document?.facts).toEqual([{ claim: 'C', source: 'S', asOf: '2024-03-08', checkBy: '2026-06-01' }]);
    expect(brief(diagnostics)).toEqual([
      'key-unknown 6:17',
      'key-missing 6:5',
      'key-missing 6:5',
      'key-missing 6:5',
    ]);
  });

  test('knows drafts, and a language that is not the file’s', () => {
    const draft = read(`---\n${body}lang: en\n---\n`, { locale: zhHant });
    expect(brief(draft.diagnostics)).toEqual(['value-invalid 4:7', 'translation-draft 1:1']);
    const done = read(`---\n${body}review: reviewed\n---\n`, { locale: zhHant, kind: leaflet });
    expect(done.diagnostics).toEqual([]);
    expect(done.document?.review).toBe('reviewed');
  });

  test('takes one byte order mark and no second', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(read(bytes(`\ufeff---\n${body}---\n`)).diagnostics).toEqual([]);
    expect(codes(`\ufeff\ufeff---\n${body}---\n`)).not.toEqual([]);
  });

  test('reports a file that is not UTF-8 at the bad byte', () => {
    const { document, diagnostics } = read(new Uint8Array([45, 45, 45, 10, 0xb0, 0xa1]));
    expect(document).toBeUndefined();
    expect(brief(diagnostics)).toEqual(['file-encoding 2:1']);
  });
});
