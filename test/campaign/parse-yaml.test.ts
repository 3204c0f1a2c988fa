import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/campaign/parse-yaml.ts';
import { entryOf, nodeAt, plainValue, type YamlNode } from '../../src/campaign/yaml-node.ts';
import { brief, sourceOf } from './fixtures.ts';

const parse = (text: string) => parseYaml(sourceOf(text));
const errors = (text: string) => parse(text).diagnostics.map(brief);

function readable(text: string): YamlNode {
  const { value, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return value!;
}

const marked = ({ span }: { span: { start: number; end: number } }, text: string) =>
  text.slice(span.start, span.end);

describe('places', () => {
  test('every key and value has its own', () => {
    const text = 'title:\n  en: "Free them"\n  ar: الحرية\nlocales: [en, ar]\n';
    const root = readable(text);
    expect(marked(nodeAt(root, ['title', 'en'])!, text)).toBe('Free them');
    expect(marked(nodeAt(root, ['title', 'ar'])!, text)).toBe('الحرية');
    expect(marked(nodeAt(root, ['locales', 1])!, text)).toBe('ar');
    const { keySpan } = entryOf(root, 'locales')!;
    expect(text.slice(keySpan.start, keySpan.end)).toBe('locales');
  });

  test('count from the start of the source where only a part is read', () => {
    const text = '---\na: 1\nb: [x\n---\n';
    const outcome = parseYaml(sourceOf(text), 4, 15);
    expect(outcome.diagnostics[0]!.span!.start).toBeGreaterThanOrEqual(9);
    const good = parseYaml(sourceOf(text), 4, 9);
    expect(nodeAt(good.value, ['a'])!.span).toMatchObject({ start: 7, end: 8 });
  });

  test('hold with every kind of line end', () => {
    const text = 'a: 1\r\nb: two\rc: three\n';
    const root = readable(text);
    expect(plainValue(root)).toEqual({ a: 1, b: 'two', c: 'three' });
    expect(marked(nodeAt(root, ['c'])!, text)).toBe('three');
  });
});

describe('values are never changed in silence', () => {
  test.each([
    '22:22',
    '2026-02-31',
    '2026-11-23',
    'no',
    'on',
    '1_000',
    '12:30:45',
  ])('%s stays text', (text) => {
    expect(nodeAt(readable(`a: ${text}`), ['a'])).toMatchObject({ value: text, changes: false });
  });

  test.each([
    '0755',
    '1.10',
    '+447700900123',
    '0x1F',
    '1e3',
    '12345678901234567890',
  ])('%s is known to read back otherwise', (text) => {
    expect(nodeAt(readable(`a: ${text}`), ['a'])).toMatchObject({ text, changes: true });
  });

  test('numbers and booleans that print back as written pass', () => {
    expect(nodeAt(readable('a: 2'), ['a'])).toMatchObject({ value: 2, text: '2', changes: false });
    expect(nodeAt(readable('a: true'), ['a'])).toMatchObject({ value: true, changes: false });
  });

  test('any text in double quotes comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { value } = parse(`a: ${JSON.stringify(text)}`);
        expect(nodeAt(value, ['a'])).toMatchObject({ value: text });
      }),
    );
  });
});

describe('what is refused', () => {
  test('a key that stands twice, at its second place; the first serves', () => {
    const { value, diagnostics } = parse('title: a\nid: b\ntitle: c\n');
    expect(diagnostics.map(brief)).toEqual(['3:1 key-duplicate "title"']);
    expect(diagnostics[0]!.message).toContain('line 1');
    expect(plainValue(value!)).toMatchObject({ title: 'a' });
  });

  test('anchors and aliases, also of themselves', () => {
    expect(errors('a: &x 1\nb: *x\n')).toEqual(['1:7 yaml-syntax "1"', '2:4 yaml-syntax "*x"']);
    expect(errors('a: &a [*a]')).not.toEqual([]);
  });

  test('an alias bomb is not expanded', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let i = 1; i < 30; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    expect(errors(lines.join('\n')).length).toBeGreaterThan(30);
  });

  test.each([
    ['a: !!js/function "x"', 'yaml-syntax'],
    ['a: !foo x', 'yaml-syntax'],
    ['a: !!str x', 'yaml-syntax'],
    ['a:\n\t- b', 'yaml-syntax'],
    ['a: b\n---\nc: d\n', 'yaml-syntax'],
    ['%YAML 1.1\n---\na: yes\n', 'yaml-syntax'],
    ['? [a]\n: b', 'yaml-syntax'],
    ['"__proto__": 1', 'yaml-syntax'],
    ['a: "unclosed', 'yaml-syntax'],
    ['a: b: c', 'yaml-syntax'],
    ['a: "x\\0y"', 'character-forbidden'],
    ['a: "\\u202e"', 'character-forbidden'],
  ])('%j', (text, code) => {
    const { diagnostics } = parse(text);
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
  });

  test('an empty text is no value and no error', () => {
    expect(parse('')).toEqual({ value: undefined, diagnostics: [] });
    expect(parse('# nothing\n')).toEqual({ value: undefined, diagnostics: [] });
  });
});

describe('what would exhaust the parser ends at once', () => {
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(50_000)],
    ['question marks', '? '.repeat(50_000)],
    ['indentation', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['length', `a: ${'x'.repeat(600_000)}`],
  ])('%s', (_, text) => {
    expect(parse(text).diagnostics).toHaveLength(1);
  });

  test('one line of prose may hold many dashes', () => {
    expect(errors(`a: ${'word - '.repeat(100)}end`)).toEqual([]);
  });
});
