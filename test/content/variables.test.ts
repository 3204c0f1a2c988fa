import { describe, expect, test } from 'vitest';
import { fillDocument } from '../../src/content/fill-document.ts';
import { formatDate } from '../../src/content/format-date.ts';
import { ar, brief, campaign, en, fill, findings, html, read, terms, withFront, zhHant } from './fixtures.ts';

describe('variables', () => {
  test('are filled in text, links, pictures and directives, and never become markup', () => {
    const body =
      '{{campaign.title}} {{ date }} [x]({{campaign.url}}?a=1) [m](mailto:{{organisation.email}}) ' +
      ':qr[To {{campaign.title}}]{url="{{campaign.url}}"}';
    expect(html(fill(body).body)).toBe(
      '<p>Free *them* all November 23, 2026 <a href="https://example.org/campaign?a=1">x</a> ' +
        '<a href="mailto:us@example.org">m</a> ' +
        '<qr-code value="https://example.org/campaign" aria-label="To Free *them* all"></p>',
    );
  });

  test('of a branch are blanks without one, and values with one', () => {
    const body =
      'At {{branch.name}}, [write](mailto:{{branch.contact}}). :field[For {{branch.name}}]{name="x"}';
    expect(html(fill(body).body)).toBe(
      '<p>At <input name="branch.name" aria-label="Branch name">, write. ' +
        '<input name="x" aria-label="For Branch name"></p>',
    );
    expect(html(fill(body, { branch: { name: '<b>*Leeds*</b>', contact: 'l@example.org' } }).body)).toBe(
      '<p>At &lt;b&gt;*Leeds*&lt;/b&gt;, <a href="mailto:l@example.org">write</a>. ' +
        '<input name="x" aria-label="For &lt;b&gt;*Leeds*&lt;/b&gt;"></p>',
    );
  });

  test('are filled in title and summary', () => {
    const text = '---\ntitle: "{{campaign.title}} – {{branch.name}}"\nsummary: "{{date}}"\n---\n';
    const { document } = read(text);
    const { value } = fillDocument(document!, { campaign, terms, branch: undefined });
    expect(value.title).toBe('Free *them* all – Branch name');
    expect(value.summary).toBe('November 23, 2026');
  });

  test.each([
    ['a {{campaign.titel}}', 'variable-unknown 1:3'],
    ['a *{{typo}}*', 'variable-unknown 1:4'],
    ['[x]({{campaign.uri}})', 'variable-unknown 1:5'],
    ['a {{ open', 'variable-unknown 1:3'],
    ['> a\n> b {{typo}}', 'variable-unknown 2:5'],
  ])('%s is an error at its place', (body, expected) => {
    expect(findings(body)).toEqual([expected]);
  });

  test('say what was meant', () => {
    expect(read(withFront('{{campaign.titel}}')).diagnostics[0]?.hint).toBe('Did you mean "campaign.title"?');
  });

  test('stay text behind a backslash and in code', () => {
    expect(html(fill('\\{\\{x}} `{{y}}`').body)).toBe('<p>{{x}} <code>{{y}}</code></p>');
  });

  test('that campaign.yaml does not give are an error when they are filled', () => {
    const { document, diagnostics } = read(withFront('{{organisation.postal-address}}'));
    expect(diagnostics).toEqual([]);
    const filled = fillDocument(document!, { campaign, terms, branch: undefined });
    expect(brief(filled.diagnostics, 4)).toEqual(['key-missing 1:1']);
  });

  test('cannot make an unsafe link', () => {
    const { document } = read(withFront('[x]({{branch.contact}})'));
    const branch = { contact: 'javascript:alert(1)' };
    const filled = fillDocument(document!, { campaign, terms, branch });
    expect(brief(filled.diagnostics, 4)).toEqual(['link-unsafe 1:5']);
  });

  test('write a date in the words of the locale, by the Gregorian calendar', () => {
    expect(formatDate('2026-11-23', { ...en, language: 'en-GB' })).toBe('23 November 2026');
    expect(formatDate('2026-11-23', zhHant)).toBe('2026年11月23日');
    expect(formatDate('2026-11-23', ar)).toMatch(/نوفمبر/);
    expect(formatDate('2026-11-23', { ...ar, language: 'fa' })).toMatch(/۲۰۲۶|2026/);
  });
});
