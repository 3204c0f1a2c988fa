import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/diagnostics/source.ts';
import type { RenderedTemplate } from '../../src/template/rendered.ts';
import { findings, html, render } from './fixture.ts';

/** Each stretch of the output, with the file and text it came from. */
function pieces({ html, origins }: RenderedTemplate): string[][] {
  return origins.map(({ offset, span }, i) => {
    const printed = html.slice(offset, origins[i + 1]?.offset);
    const { line, column } = placeOf(span.source, span.start);
    const written = span.source.text.slice(span.start, span.end);
    return [printed, `${span.source.path}:${line}:${column}`, written];
  });
}

describe('origins', () => {
  test('text comes from the template, values from their keys', () => {
    const { value, diagnostics } = render('<h1>{{document.title}}</h1>\n<p>{{campaign.title}}!</p>{{body}}');
    expect(diagnostics).toEqual([]);
    const file = 'templates/leaflet/template.hbs';
    expect(pieces(value)).toEqual([
      ['<h1>', `${file}:1:1`, '<h1>'],
      ['Free &quot;Long Hair&quot;!', 'leaflets/a/en.md:2:8', 'Free "Long Hair"!'],
      ['</h1>\n<p>', `${file}:1:23`, '</h1>\n<p>'],
      ['Solidarity &amp; more', `${file}:2:4`, '{{campaign.title}}'],
      ['!</p>', `${file}:2:22`, '!</p>'],
      ['<body-slot></body-slot>', `${file}:2:27`, '{{body}}'],
    ]);
  });

  test('also through each, with, block parameters and the parameters of partials', () => {
    const own = (template: string, partial = '') => {
      const { value, diagnostics } = render(template, { files: { 'templates/partials/a.hbs': partial } });
      expect(diagnostics).toEqual([]);
      return pieces(value).flatMap(([printed, place]) =>
        place!.startsWith('leaflets/') ? [`${printed} ${place}`] : [],
      );
    };
    const asks = ['strike leaflets/a/en.md:4:7', 'vote leaflets/a/en.md:4:7'];
    expect(own('{{#each document.keys.asks}}{{this}}, {{/each}}{{body}}')).toEqual(asks);
    expect(own('{{#each document.keys.asks as |ask|}}{{ask}}{{/each}}{{body}}')).toEqual(asks);
    const summary = ['One &amp; only leaflets/a/en.md:3:10'];
    expect(own('{{#with document as |d|}}{{d.summary}}{{/with}}{{body}}')).toEqual(summary);
    expect(own('{{> a document}}{{body}}', '{{summary}}')).toEqual(summary);
    expect(own('{{> a text=document.summary}}{{body}}', '{{text}}{{campaign.id}}')).toEqual(summary);
    expect(own('{{> a text=campaign.id}}{{> a text=document.summary}}{{body}}', '{{text}}')).toEqual(summary);
  });

  test('white space control leaves exact places', () => {
    const { value } = render('a\r\n  {{#if date}}\r\n  <p>  {{~ date ~}}  </p>\r\n  {{/if}}\r\nend {{body}}');
    expect(value.html).toBe('a\r\n  <p>November 23, 2026</p>\r\nend <body-slot></body-slot>');
    for (const [printed, place, written] of pieces(value)) {
      if (written!.startsWith('{{')) continue;
      expect([place, written]).toEqual([place, printed]);
    }
    expect(pieces(value).map(([, place]) => place!.replace(/^.*hbs:/, ''))).toEqual([
      '1:1',
      '3:1',
      '3:8',
      '3:22',
      '5:1',
      '5:5',
    ]);
  });

  test('no marker is left, offsets ascend from 0, and text that stands as written is exact', () => {
    const part = fc.constantFrom(
      'x ',
      '<b>',
      '</b>',
      '\n',
      '\r\n  ',
      '{{document.title}}',
      '{{~date}}',
      '{{! note }}',
      '{{term "scan"}}',
      '{{#if date}}y{{else}}z{{/if}}',
      '{{#each document.keys.asks}}\n {{this}} {{/each}}',
      '{{> a}}',
      '<p title="{{date}}">',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const files = { 'templates/partials/a.hbs': '<i>{{campaign.id}}</i>' };
        const { value, diagnostics } = render(`${parts.join('')}{{body}}`, { files });
        expect(diagnostics).toEqual([]);
        expect(value.html).not.toMatch(/[\uFDD0-\uFDEF]/);
        expect(value.origins[0]!.offset).toBe(0);
        for (let i = 1; i < value.origins.length; i++) {
          expect(value.origins[i]!.offset).toBeGreaterThan(value.origins[i - 1]!.offset);
        }
        for (const [printed, place, written] of pieces(value)) {
          if (place!.includes('.hbs') && !written!.startsWith('{{')) expect(written).toBe(printed);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('partials', () => {
  const file = (text: string) => ({ 'templates/partials/a.hbs': text });

  test('see the context of their call', () => {
    expect(html('{{> a}}', { files: file('{{document.id}}') })).toBe('leaflets/a');
    expect(html('{{> a campaign}}', { files: file('{{id}}') })).toBe('test');
    expect(html('{{> a campaign word="x" term=(term "contact")}}', { files: file('{{id}}{{word}}') })).toBe(
      'testx',
    );
    expect(html('{{#each document.keys.asks}}{{> a}}{{/each}}', { files: file('{{this}},') })).toBe(
      'strike,vote,',
    );
  });

  test("the campaign's file goes before the tool's", () => {
    const tool = { 'templates/partials/a.hbs': 'tool', 'templates/partials/b.hbs': 'b' };
    expect(html('{{> a}}{{> b}}', { tool })).toBe('toolb');
    expect(html('{{> a}}{{> b}}', { tool, files: file('campaign') })).toBe('campaignb');
  });

  test('are checked in the context of each call, at their own place', () => {
    const { diagnostics } = render('{{> a campaign}}{{> a document}}{{body}}', {
      files: file('\n{{version}}'),
    });
    expect(findings({ diagnostics })).toEqual([
      expect.stringMatching(/^templates\/partials\/a\.hbs:2:3 template-path: `version` does not exist/),
    ]);
  });

  test('one that is missing, dynamic, or includes itself is an error', () => {
    const find = (template: string, files: Record<string, string>) =>
      findings(render(`${template}{{body}}`, { files }))[0];
    expect(find('{{> contcat}}', { 'templates/partials/contact.hbs': '' })).toContain(
      ':1:5 template-partial: the partial `contcat` does not exist [Did you mean `contact`?]',
    );
    expect(find('{{> (lookup . "a")}}', {})).toContain(
      'template-partial: a partial is called by its plain name',
    );
    expect(find('{{> ../a}}', {})).toContain('template-partial');
    expect(find('{{> a}}', file('{{#if date}}{{> a}}{{/if}}'))).toContain(
      'template-limit: the partial `a` includes itself: a → a',
    );
    const two = { 'templates/partials/a.hbs': '{{> b}}', 'templates/partials/b.hbs': '{{> a}}' };
    expect(find('{{> a}}', two)).toContain('a → b → a');
    expect(find('{{> a}}', file('{{#if'))).toContain('templates/partials/a.hbs:1:4 template-syntax');
  });

  test('a bomb of partials ends', () => {
    const ten = (name: string) => `{{> ${name}}}`.repeat(10);
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => [
        `templates/partials/${name}.hbs`,
        i < 5 ? ten('bcdef'[i]!) : 'x',
      ]),
    );
    expect(findings(render('{{> a}}{{body}}', { files }))).toEqual([
      expect.stringMatching(/template-limit: a document may call/),
    ]);
  });
});

describe('style sheets', () => {
  test("base.css, the campaign's before the tool's, then the kind's", () => {
    const paths = (options: Parameters<typeof render>[1]) =>
      render('{{body}}', options).value.styles.map(({ root, path }) => `${root} ${path}`);
    const tool = { 'templates/base.css': 'a' };
    expect(paths({ tool })).toEqual(['tool templates/base.css', 'campaign templates/leaflet/style.css']);
    expect(paths({ tool, files: tool })[0]).toBe('campaign templates/base.css');
    expect(paths({})).toEqual(['campaign templates/leaflet/style.css']);
  });
});
