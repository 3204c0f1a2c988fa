import { describe, expect, test } from 'vitest';
import { fill, findings, html, read, resolution, withFront } from './fixtures.ts';

describe('text directives', () => {
  test.each([
    '18:30',
    '08:00–20:00',
    'mailto:a@b',
    '鑑於:本會',
    'Note:see',
    ':word',
    'a :smile: b',
    '於:qr[x]',
  ])('leave %s alone', (text) => {
    expect(html(fill(text).body)).toBe(`<p>${text}</p>`);
  });

  test('become elements', () => {
    const body =
      'A :qr[Our *page*]{url="https://example.org/?a=1"} :field[Branch]{name="branch"} :lang[梁]{lang="zh-Hant"}';
    expect(html(fill(body).body)).toBe(
      '<p>A <qr-code value="https://example.org/?a=1" aria-label="Our page"> ' +
        '<input name="branch" aria-label="Branch"> <span lang="zh-Hant-HK" dir="ltr">梁</span></p>',
    );
  });

  test('say what is written in a field', () => {
    const body = ':field[Day]{name="d" type="date"} :field[Result]{name="r" choices="Carried; Lost"}';
    expect(html(fill(body).body)).toBe(
      '<p><input name="d" aria-label="Day" type="date"> ' +
        '<input name="r" aria-label="Result" data-choices="Carried; Lost"></p>',
    );
  });

  test.each([
    [':field[x]{name="x" type="number"}', 'directive-attribute 1:1'],
    [':field[x]{name="x" choices="only; "}', 'directive-attribute 1:1'],
    [':qr[x]{url=https://example.org}', 'directive-attribute 1:8'],
    [':qr[x]{uri="https://example.org"}', 'directive-attribute 1:8'],
    [':qr[x]', 'directive-attribute 1:1'],
    [':qr[]{url="https://example.org"}', 'directive-attribute 1:1'],
    ['a :field[x]{name="b"', 'directive-attribute 1:3'],
    ['a :lang[x', 'directive-attribute 1:3'],
    [':lang[x]{lang="not a tag"}', 'directive-attribute 1:1'],
    [':clause{#x} text', 'directive-place 1:1'],
    [':qr[x]{url="javascript:alert(1)"}', 'link-unsafe 1:13'],
    [':qr[x]{url="{{campaign.uri}}"}', 'variable-unknown 1:13'],
  ])('%s is an error at its place', (body, expected) => {
    expect(findings(body)).toContain(expected);
  });

  test('are escaped by a backslash', () => {
    expect(html(fill('\\:qr[x]{url="y"}').body)).toBe('<p>:qr[x]{url=&quot;y&quot;}</p>');
  });
});

describe('container directives', () => {
  test('nest with more colons outside', () => {
    const body = '::::callout\nOut\n\n:::action\n- in\n:::\n::::\nAfter';
    expect(html(fill(body).body)).toBe(
      '<div class="callout"><p>Out</p><div class="action"><ul><li>in</li></ul></div></div><p>After</p>',
    );
  });

  test.each([
    [':::calout\ntext\n:::', ['directive-unknown 1:1']],
    ['::: callout\ntext\n:::', ['directive-unknown 1:1']],
    [':::callout Title\ntext\n:::', ['directive-unknown 1:1']],
    ['::qr[x]', ['directive-unknown 1:1']],
    ['text\n:::\ntext', ['directive-unknown 2:1']],
    [':::callout\ntext', ['directive-place 1:1']],
    [':::notes\n1. a\n:::', ['directive-place 1:1']],
  ])('%j gives %j', (body, expected) => {
    expect(findings(body)).toEqual(expected);
  });

  test('say what was meant', () => {
    const hint = (body: string) => read(withFront(body)).diagnostics[0]?.hint;
    expect(hint(':::calout\nx\n:::')).toBe('Did you mean "callout"?');
    expect(hint('::action')).toBe('Write :::action');
    expect(hint('::: action\nx\n:::')).toBe('Write :::action alone on the line');
  });

  test('are not found in code', () => {
    expect(html(fill('```\n:::nots\n{{x}} :qr[\n```').body)).toBe(
      '<pre><code>:::nots\n{{x}} :qr[</code></pre>',
    );
  });

  test('of an unknown name are still checked inside', () => {
    expect(findings(':::nots\n1. <b>x</b>\n:::', { kind: resolution })).toEqual(
      expect.arrayContaining(['directive-unknown 1:1', 'markdown-html 2:4']),
    );
  });
});
