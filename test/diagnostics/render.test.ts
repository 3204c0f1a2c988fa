import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnostic.ts';
import { excerptOf } from '../../src/diagnostics/excerpt.ts';
import { renderJson } from '../../src/diagnostics/render-json.ts';
import { countFindings, renderFindings, renderText } from '../../src/diagnostics/render-text.ts';
import { resolveDiagnostic, sortDiagnostics } from '../../src/diagnostics/resolve.ts';
import type { SourceFile, Span } from '../../src/diagnostics/source.ts';
import { cellsIn } from '../../src/diagnostics/terminal-text.ts';

const sourceOf = (text: string, name = 'content/a.md'): SourceFile => ({
  name,
  root: 'campaign',
  path: 'a.md',
  text,
});

/** The span of a part of a text. */
function spanOf(text: string, part: string, name?: string): Span {
  const start = text.indexOf(part);
  expect(start).toBeGreaterThanOrEqual(0);
  return { source: sourceOf(text, name), start, end: start + part.length };
}

const plain = { colour: false, excerpt: true };
const excerpt = (text: string, part: string) => excerptOf(spanOf(text, part))!;

describe('renderText', () => {
  test('place, code, message, excerpt and hint', () => {
    const span = spanOf('id: a\ntitel: x\n', 'titel', 'content/campaign.yaml');
    const diagnostic = diagnose('key-unknown', 'there is no key "titel"', span, 'Did you mean "title"?');
    expect(renderText([diagnostic], plain)).toBe(
      'content/campaign.yaml:2:1: error key-unknown: there is no key "titel"\n' +
        '  titel: x\n' +
        '  ^^^^^\n' +
        '  hint: Did you mean "title"?\n',
    );
    expect(renderText([diagnostic], { colour: false, excerpt: false })).toBe(
      'content/campaign.yaml:2:1: error key-unknown: there is no key "titel"\n  hint: Did you mean "title"?\n',
    );
  });

  test('without a place', () => {
    expect(renderText([diagnose('usage', 'no such command')], plain)).toBe('error usage: no such command\n');
  });

  test('a file without a line', () => {
    const blocked = {
      code: 'output-blocked',
      severity: 'error',
      message: 'is in the way',
      file: 'out',
    } as const;
    expect(renderText([blocked], plain)).toBe('out: error output-blocked: is in the way\n');
  });

  test('a blank line stands between files, and the count below', () => {
    const at = (name: string, part: string) => diagnose('usage', part, spanOf('a b c', part, name));
    const given = [at('y', 'b'), at('x', 'a'), diagnose('usage', 'none'), at('y', 'a'), at('y', 'b')];
    const text = renderFindings(given, { colour: false, excerpt: false }, '!');
    expect(text.replace(/ error usage: \w+/g, '').split('\n')).toEqual([
      'error usage: none',
      '',
      'x:1:1:',
      '',
      'y:1:1:',
      'y:1:3:',
      '',
      '4 errors in 2 files!',
      '',
    ]);
  });

  test('counts what is told', () => {
    const warning = diagnose('term-missing', 'm', spanOf('abc', 'b', 'x'));
    expect(countFindings([])).toBe('');
    expect(countFindings([diagnose('usage', 'm')])).toBe('1 error');
    expect(countFindings([warning, warning])).toBe('1 warning in 1 file');
    expect(countFindings([warning, diagnose('usage', 'm')])).toBe('1 error and 1 warning in 1 file');
  });

  test('colours change no text', () => {
    const diagnostic = diagnose('term-missing', 'm', spanOf('abc', 'b'), 'h');
    const coloured = renderText([diagnostic], { colour: true, excerpt: true });
    expect(coloured).toContain('\x1b[33mwarning\x1b[0m');
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(renderText([diagnostic], plain));
  });

  test('what a source or message holds cannot act on the terminal', () => {
    const text = 'a \x1b[2J \u202e \x07 b';
    const shown = renderText([diagnose('usage', 'say \x1b[2J\nnew', spanOf(text, 'b'), '\x9b')], plain);
    expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(shown.split('\n')).toHaveLength(5);
  });
});

describe('order', () => {
  test('by file, line and column; equals as they came; the same thing once', () => {
    const text = 'a b\nc d\n';
    const at = (part: string, name: string, message: string) =>
      diagnose('usage', message, spanOf(text, part, name));
    const given = [
      at('d', 'b', '1'),
      at('c', 'b', '2'),
      at('a', 'é', '3'),
      at('c', 'b', '4'),
      at('b', 'a', '5'),
      diagnose('usage', '6'),
      at('c', 'b', '2'),
    ];
    expect(sortDiagnostics(given).map((diagnostic) => diagnostic.message)).toEqual([
      '6',
      '5',
      '2',
      '4',
      '1',
      '3',
    ]);
  });
});

describe('excerpts', () => {
  test('the mark stands under wide letters, and as wide', () => {
    expect(excerpt('釋放政治犯！', '政治')).toEqual({ line: '釋放政治犯！', mark: '    ^^^^' });
    expect(excerpt('e\u0301te x', 'x').mark).toBe('    ^');
    expect(excerpt('🚀✅ x', 'x').mark).toBe('     ^');
  });

  test('tabs are kept in both lines', () => {
    expect(excerpt('\ta\tbc', 'bc')).toEqual({ line: '\ta\tbc', mark: '\t \t^^' });
  });

  test('a line that runs from right to left quotes what is meant', () => {
    const text = 'الحرية للجميع';
    expect(excerpt(text, 'للجميع')).toEqual({ line: text, mark: 'at "للجميع"' });
    const empty = { source: sourceOf(text), start: 0, end: 0 };
    expect(excerptOf(empty)!.mark).toBe('before "ا"');
  });

  test('a long line is cut around the place', () => {
    const text = `${'left '.repeat(100)}HERE${' right'.repeat(100)}`;
    const { line, mark } = excerpt(text, 'HERE');
    expect(line).toMatch(/^….*HERE.*…$/);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
    expect(cellsIn(line)).toBeLessThanOrEqual(100);
  });

  test('only the first line of several is marked, a whole text not at all', () => {
    expect(excerpt('a\nbcd\nefg', 'cd\nef')).toEqual({ line: 'bcd', mark: ' ^^' });
    const source = sourceOf('a\nb\n');
    expect(excerptOf({ source, start: 0, end: 4 })).toBeUndefined();
    expect(excerptOf({ source: sourceOf(''), start: 0, end: 0 })).toBeUndefined();
  });

  test('any span of any text has a mark within the width', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '字', '\t', '\n', '\r', '\u0301', '😀', 'ب', '\0'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, fc.nat(300), fc.nat(20), (value, at, length) => {
        const start = Math.min(at, value.length);
        const shown = excerptOf({
          source: sourceOf(value),
          start,
          end: Math.min(value.length, start + length),
        });
        if (!shown) return;
        expect(shown.line).not.toMatch(/[\0\r\n]/);
        expect(cellsIn(shown.line.replaceAll('\t', ''))).toBeLessThanOrEqual(102);
        expect(shown.mark).toMatch(/^[ \t]*\^+$|^(at|before) "/);
      }),
    );
  });
});

describe('plain forms', () => {
  const span = spanOf('a\nbcd', 'cd');

  test('keep places and drop the source', () => {
    const resolved = resolveDiagnostic(diagnose('usage', 'm', span));
    expect(resolved).toEqual({
      code: 'usage',
      severity: 'error',
      message: 'm',
      file: 'content/a.md',
      line: 2,
      column: 2,
      endLine: 2,
      endColumn: 4,
      excerpt: { line: 'bcd', mark: ' ^^' },
    });
    expect(resolveDiagnostic(resolved)).toBe(resolved);
    expect(renderText([resolved], plain)).toBe(renderText([diagnose('usage', 'm', span)], plain));
  });

  test('JSON is one line', () => {
    const line = renderJson(diagnose('usage', 'a\u2028\nb', span));
    expect(line).not.toMatch(/[\n\r\u2028]/);
    expect(JSON.parse(line)).toEqual({
      type: 'diagnostic',
      severity: 'error',
      code: 'usage',
      message: 'a\u2028\nb',
      file: 'content/a.md',
      line: 2,
      column: 2,
      endLine: 2,
      endColumn: 4,
    });
  });
});
