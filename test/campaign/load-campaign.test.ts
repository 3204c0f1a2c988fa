import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../src/campaign/load-campaign.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { brief } from './fixtures.ts';

const load = (text: string | Uint8Array, sourceDateEpoch?: number) =>
  loadCampaign(createMemoryHost({ campaign: { 'campaign.yaml': text }, environment: { sourceDateEpoch } }));

const errors = (text: string | Uint8Array) => load(text).diagnostics.map(brief);

const minimal = 'id: free-them\nversion: 1.0.0\ntitle: Free them\nsource-locale: en\nlocales: [en]\n';

describe('a good campaign', () => {
  test('has its defaults filled in', () => {
    const { value, diagnostics } = load(minimal);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      id: 'free-them',
      version: '1.0.0',
      date: undefined,
      title: { en: 'Free them' },
      papers: ['a4'],
      url: '',
      organisation: { name: { en: '' }, email: '', postalAddress: '' },
      colours: {},
      fonts: { system: false, docx: 'office' },
    });
  });

  test('may say everything', () => {
    const text = [
      minimal
        .replace('title: Free them', 'title: { en: Free them, zh-Hant: 釋放 }')
        .replace('[en]', '[en, zh-Hant]'),
      'date: 2026-11-23\nregions: { zh-Hant: HK }\npapers: [letter, a4]\nurl: https://example.org/a',
      'organisation: { name: ISA, email: a@example.org, postal-address: "1 Road" }',
      'colours: { accent: "#b01119", tint: "rgb(1 2 3 / 50%)" }\nfonts: { system: true, docx: open }\nimprint: { country: fr, printer: "P, 1 rue X" }\n',
    ]
      .join('\n')
      .replace('\n\n', '\n');
    const { value, diagnostics } = load(text);
    expect(diagnostics).toEqual([]);
    expect(value!.locales.map((locale) => locale.language)).toEqual(['en', 'zh-Hant-HK']);
    expect(value!.sourceLocale).toBe(value!.locales[0]);
    expect(value!.fonts).toEqual({ system: true, docx: 'open' });
    expect(value).toMatchObject({ papers: ['letter', 'a4'], organisation: { postalAddress: '1 Road' } });
  });

  test('takes its date from SOURCE_DATE_EPOCH in UTC, but its own first', () => {
    expect(load(minimal, 1_700_000_000).value!.date).toBe('2023-11-14');
    expect(load(`${minimal}date: 2026-01-02\n`, 1_700_000_000).value!.date).toBe('2026-01-02');
  });

  test('a number that prints back as written serves as text', () => {
    expect(load(minimal.replace('1.0.0', '2')).value!.version).toBe('2');
  });
});

describe('every fault is told at its place', () => {
  test('all in one run', () => {
    const text =
      'id: Free Them\nversion: 1.10\ntitel: x\ntitle: { en: a }\nsource-locale: en\nlocales: [en]\n' +
      'date: 2026-02-31\npapers: [a5]\norganisation: { nane: x }\nfonts: { system: maybe, docx: comic }\n';
    expect(errors(text).sort()).toEqual([
      '10:18 value-invalid "maybe"',
      '10:31 value-invalid "comic"',
      '1:5 value-invalid "Free Them"',
      '2:10 value-invalid "1.10"',
      '3:1 key-unknown "titel"',
      '7:7 value-invalid "2026-02-31"',
      '8:10 value-invalid "a5"',
      '9:17 key-unknown "nane"',
    ]);
  });

  test('with a suggestion, or the keys there are', () => {
    expect(load(`${minimal}titel: x\n`).diagnostics[0]!.hint).toBe('Did you mean "title"?');
    const { diagnostics } = load(`${minimal}organisation: { mail-address: x, zzzzz: y }\n`);
    expect(diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([
      'The keys are name, email, postal-address',
      'The keys are name, email, postal-address',
    ]);
  });

  test('a number that would change asks for quotes', () => {
    const [first] = load(minimal.replace('1.0.0', '1.10')).diagnostics;
    expect(first!.message).toBe('version: 1.10 would be read as 1.1');
    expect(first!.hint).toBe('Put it into quotes: "1.10"');
  });

  test('also inside a text for each locale', () => {
    expect(errors(minimal.replace('Free them', '{ en: 0755 }'))).toEqual(['3:14 value-invalid "0755"']);
    expect(errors(minimal.replace('Free them', '{ en: [a] }'))).toEqual(['3:14 value-invalid "[a]"']);
  });

  test('missing keys', () => {
    expect(load('id: a\n').diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
      'the key "version" is missing',
      'the key "title" is missing',
      'the key "source-locale" is missing',
      'the key "locales" is missing',
    ]);
    expect(errors('')).toEqual(['1:1 key-missing ""']);
    expect(errors('- a\n')).toEqual(['1:1 value-invalid "- a\\n"']);
    expect(load('- a\n').diagnostics[0]!.message).toBe('expected keys, each with a value behind a colon');
    expect(errors(minimal.replace(' Free them', ''))).toEqual(['3:7 value-invalid ""']);
  });

  test.each([
    ['locales: [en]', 'locales: [en, zh-hant]', '5:15 locale-invalid "zh-hant"'],
    ['locales: [en]', 'locales: [en, en]', '5:15 locale-invalid "en"'],
    ['source-locale: en', 'source-locale: de', '4:16 locale-invalid "de"'],
    ['locales: [en]', 'locales: [en]\nregions: { ar: EG }', '6:12 locale-invalid "ar"'],
    ['locales: [en]', 'locales: [en]\nregions: { en: gb }', '6:16 value-invalid "gb"'],
    ['locales: [en]', 'locales: [en, zh-HK]\nregions: { zh-HK: TW }', '6:12 locale-invalid "zh-HK"'],
    ['title: Free them', 'title: { en: a, eng: b }', '3:17 key-unknown "eng"'],
    ['id: free-them', 'id: ../x', '1:5 value-invalid "../x"'],
    ['id: free-them', `id: ${'x'.repeat(101)}`, `1:5 value-invalid "${'x'.repeat(101)}"`],
    ['title: Free them', 'title: " "', '3:9 value-invalid " "'],
    ['title: Free them', 'title: { en: "" }', '3:15 value-invalid ""'],
    ['locales: [en]', 'locales: [en]\nurl: javascript:alert(1)', '6:6 value-invalid "javascript:alert(1)"'],
    ['locales: [en]', 'locales: [en]\ncolours: { a: "red;}" }', '6:16 value-invalid "red;}"'],
    ['locales: [en]', 'locales: [en]\ncolours: { a: "url(//x)" }', '6:16 value-invalid "url(//x)"'],
    ['locales: [en]', 'locales: [en]\ncolours: { "A b": red }', '6:12 value-invalid "\\"A b\\""'],
    ['locales: [en]', 'locales: [en]\n# \u202e', '6:3 character-forbidden "\u202e"'],
  ])('%s → %s', (from, to, expected) => {
    expect(errors(minimal.replace(from, to))).toEqual([expected]);
  });

  test('a title that a locale lacks is a warning', () => {
    const text = minimal.replace('Free them', '{ en: a }').replace('[en]', '[en, ar]');
    const { value, diagnostics } = load(text);
    expect(diagnostics.map((diagnostic) => [diagnostic.severity, diagnostic.code])).toEqual([
      ['warning', 'translation-missing'],
    ]);
    expect(value).toBeDefined();
  });

  test('a file that is missing or not UTF-8', () => {
    expect(loadCampaign(createMemoryHost({ campaign: {} })).diagnostics.map(brief)).toEqual(['file-missing']);
    expect(errors(new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xb0, 0xa1]))).toEqual(['1:5 file-encoding ""']);
  });
});
