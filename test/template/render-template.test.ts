import { describe, expect, test } from 'vitest';
import { maximumSteps } from '../../src/template/limits.ts';
import { arabic, findings, html, render } from './fixture.ts';

describe('the view', () => {
  test('document, campaign, locale and date', () => {
    expect(
      html('{{document.id}}|{{document.kind}}|{{document.review}}|{{#if document.draft}}draft{{/if}}'),
    ).toBe('leaflets/a|leaflet|source|');
    expect(html('{{campaign.version}} {{campaign.shortUrl}} {{campaign.organisation.name}}')).toBe(
      '1.2.3 example.org/campaign The Union',
    );
    expect(html('{{locale.tag}} {{locale.direction}} {{campaign.title}}', { locale: arabic })).toBe(
      'ar rtl التضامن',
    );
    expect(html('{{date}}|{{date campaign.date}}|{{#if date}}{{@root.date}}{{/if}}')).toBe(
      'November 23, 2026|November 23, 2026|November 23, 2026',
    );
  });

  test("a kind's optional key that is absent prints nothing and is false", () => {
    expect(
      html(
        '{{document.keys.kicker}}{{#if document.keys.kicker}}a{{else}}b{{/if}}{{date document.keys.meeting}}',
      ),
    ).toBe('b');
  });

  test('lists: each, block parameters, index, parents', () => {
    const list =
      '{{#each document.keys.asks as |ask i|}}{{i}}{{ask}}{{@index}}{{this}}{{../locale.tag}};{{/each}}';
    expect(html(list)).toBe('0strike0strikeen;1vote1voteen;');
    expect(html('{{#with document}}{{id}}{{../campaign.id}}{{@root.campaign.id}}{{/with}}')).toBe(
      'leaflets/atesttest',
    );
  });
});

describe('values stay text', () => {
  const hostile = '<b>&{{campaign.id}}{{{x}}}"\'=`';

  test('in text and in attributes', () => {
    const filled = { title: hostile };
    const out = html('<p title="{{document.title}}">{{document.title}}</p>', { filled });
    expect(out).not.toContain('<b>');
    const escaped = '&lt;b&gt;&amp;{{campaign.id}}{{{x}}}&quot;&#x27;&#x3D;&#x60;';
    expect(out).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  test('a value that reads like the slot is not one', () => {
    expect(html('{{document.title}}', { filled: { title: '<body-slot></body-slot>' } })).toContain(
      '&lt;body-slot',
    );
  });

  test('a value with a marker in it is refused', () => {
    expect(findings(render('{{document.title}}{{body}}', { filled: { title: 'a\uFDD00\uFDD1' } }))).toEqual([
      'templates/leaflet/template.hbs:1:1 character-forbidden: a value that the template prints holds a non-character',
    ]);
  });
});

describe('helpers', () => {
  test('term escapes', () => {
    expect(html('<p>{{term "contact"}}</p>')).toBe('<p>Get &lt;involved&gt;</p>');
  });

  test('a term of another locale carries its language, but not in an attribute or a title', () => {
    const out = html('<title>{{term "scan"}}</title><p title="{{term "scan"}}">{{term "scan"}}</p>', {
      locale: arabic,
    });
    expect(out).toBe(
      '<title>Scan &amp; read</title><p title="Scan &amp; read"><span lang="en" dir="ltr">Scan &amp; read</span></p>',
    );
  });

  test('a term that is passed on is text, wherever it is printed', () => {
    const files = { 'templates/partials/a.hbs': '<input aria-label="{{label}}">{{label}}' };
    expect(html('{{> a label=(term "scan")}}', { locale: arabic, files })).toBe(
      '<input aria-label="Scan &amp; read">Scan &amp; read',
    );
  });

  test('number, list and join are those of the locale', () => {
    const filled = { keys: { asks: ['a', 'b', 'c'], copies: 12345 } };
    expect(html('{{number document.keys.copies}} {{list document.keys.asks}}', { filled })).toBe(
      '12,345 a, b, and c',
    );
    expect(html('{{join document.keys.asks separator=" · "}}', { filled })).toBe('a · b · c');
    expect(html('{{list document.keys.asks}}', { filled, locale: arabic })).toBe('a وb وc');
  });

  test('eq, not, and, or in subexpressions', () => {
    expect(html('{{#if (eq locale.tag "en")}}1{{/if}}{{#if (not document.draft)}}2{{/if}}')).toBe('12');
    expect(
      html('{{#if (and locale.rtl document.id)}}1{{/if}}{{#if (or locale.rtl document.id)}}2{{/if}}'),
    ).toBe('2');
  });
});

describe('the slot', () => {
  test('once, between tags', () => {
    const { value, diagnostics } = render('<main>\n{{body}}\n</main>');
    expect(diagnostics).toEqual([]);
    expect(value.html).toBe('<main>\n<body-slot></body-slot>\n</main>');
  });

  test('left out, doubled, or in an attribute is an error', () => {
    expect(findings(render('<main></main>'))[0]).toMatch(/:1:1 template-place: .*does not print `{{body}}`/);
    expect(findings(render('{{body}}\n {{body}}'))[0]).toMatch(/:2:2 template-place: .*more than once/);
    expect(findings(render('{{body}}<p title="{{body}}">'))[0]).toMatch(/:1:19 template-place/);
    expect(findings(render('{{body}}<title>{{body}}</title>'))[0]).toMatch(/:1:16 template-place/);
  });

  test('in one branch or the other', () => {
    expect(html('{{#if document.draft}}{{body}}{{/if}}')).toBe('');
  });
});

describe('limits', () => {
  test('loops in loops stop', () => {
    const asks = Array.from({ length: 400 }, (_, i) => String(i));
    const template =
      '{{#each document.keys.asks}}{{#each @root.document.keys.asks}}.{{/each}}{{/each}}{{body}}';
    expect(findings(render(template, { filled: { keys: { asks } } }))[0]).toContain(
      `template-limit: the template prints more than ${maximumSteps} statements`,
    );
  });

  test('long output stops', () => {
    const template = `{{#each document.keys.asks}}${'x'.repeat(50_000)}{{/each}}{{body}}`;
    const asks = Array.from({ length: 400 }, (_, i) => String(i));
    expect(findings(render(template, { filled: { keys: { asks } } }))[0]).toMatch(/template-limit/);
  });

  test('long values stop', () => {
    const title = 'x'.repeat(60_000);
    const asks = Array.from({ length: 400 }, (_, i) => String(i));
    const template = '{{#each document.keys.asks}}{{@root.document.title}}{{/each}}{{body}}';
    expect(findings(render(template, { filled: { title, keys: { asks } } }))[0]).toMatch(/template-limit/);
  });

  test('deep nesting is refused before it is parsed', () => {
    const template = '{{#if date}}'.repeat(10_000) + '{{/if}}'.repeat(10_000);
    const started = performance.now();
    expect(findings(render(template))[0]).toMatch(/:1:769 template-limit/);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
