import { describe, expect, test } from 'vitest';
import { findings, render } from './fixture.ts';

const check = (template: string) =>
  findings(render(`${template}{{body}}`)).map((line) => line.replace('templates/leaflet/template.hbs:', ''));

describe('paths', () => {
  test('a misspelt path is told with its place and what was meant', () => {
    expect(check('<p>\n  {{document.titel}}</p>')).toEqual([
      '2:5 template-path: `document.titel` does not exist: `document` has no `titel` [Did you mean `document.title`?]',
    ]);
  });

  test.each([
    ['a mustache', '{{titel}}', '1:3'],
    ['a condition', '{{#if document.titel}}{{/if}}', '1:7'],
    ['a branch that is not taken', '{{#if document.draft}}{{document.titel}}{{/if}}', '1:25'],
    ['an else branch', '{{#if date}}{{else}}{{document.titel}}{{/if}}', '1:23'],
    ['a chained condition', '{{#if date}}{{else if document.titel}}{{/if}}', '1:23'],
    ['each', '{{#each document.keys.ask}}{{/each}}', '1:9'],
    ['with', '{{#with document}}{{titel}}{{/with}}', '1:21'],
    ['an item', '{{#each document.keys.asks}}{{title}}{{/each}}', '1:31'],
    ['a block parameter', '{{#with document as |d|}}{{d.titel}}{{/with}}', '1:28'],
    ['a block parameter outside', '{{#with document as |d|}}{{/with}}{{d.title}}', '1:37'],
    ['a parent', '{{#with document}}{{../campain.id}}{{/with}}', '1:21'],
    ['a parent of the top', '{{../campaign.id}}', '1:3'],
    ['a subexpression', '{{#if (eq locale.tga "en")}}{{/if}}', '1:11'],
    ['a helper', '{{date document.keys.meting}}', '1:8'],
    ['@root', '{{@root.document.titel}}', '1:3'],
    ['@index outside a loop', '{{@index}}', '1:3'],
    ['the prototype', '{{document.constructor}}', '1:3'],
    ['__proto__', '{{document.__proto__}}', '1:3'],
    ['a member of a text', '{{document.title.length}}', '1:3'],
    ['branch, in a build without branches', '{{branch.name}}', '1:3'],
  ])('%s', (_, template, place) => {
    const found = check(template);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${place} template-path: `));
  });

  test.each([
    '{{#with document}}{{../campaign.id}}{{#if title}}{{../campaign.id}}{{/if}}{{/with}}',
    '{{#each document.keys.asks as |ask|}}{{ask}}{{this}}{{@index}}{{#if @first}}{{/if}}{{/each}}',
    '{{document.keys.asks.length}}{{this.document.id}}{{./document.id}}{{document/id}}',
    '{{#with document as |d|}}{{#with ../campaign}}{{d.id}}{{id}}{{/with}}{{/with}}',
  ])('right: %s', (template) => {
    expect(check(template)).toEqual([]);
  });

  test('all of them in one run', () => {
    expect(check('{{a}}\n{{b}}\n{{term "x"}}')).toHaveLength(3);
  });
});

describe('what cannot be printed', () => {
  test.each([
    ['{{document}}', 'template-path: `document` is a record'],
    ['{{document.keys.asks}}', 'template-path: `document.keys.asks` is a list'],
    ['{{{document.title}}}', 'template-syntax: `{{{`'],
    ['{{&document.title}}', 'template-syntax: `{{{`'],
    ['{{"document"}}', 'template-syntax: a mustache prints a path'],
    ['{{#document}}{{/document}}', 'template-syntax: there is no block `#document`'],
    ['{{#each document}}{{/each}}', 'template-path: `#each` takes a list'],
    ['{{#*inline "a"}}{{/inline}}', 'template-syntax: partial blocks'],
    ['{{#> a}}{{/a}}', 'template-syntax: partial blocks'],
    ['{{lookup document "title"}}', 'template-path: there is no helper `lookup`'],
    ['{{log document.title}}', 'template-path: there is no helper `log`'],
    ['{{terms "contact"}}', 'template-path: there is no helper `terms` [Did you mean `term`?]'],
    ['{{term "contac"}}', 'template-path: there is no term `contac` [Did you mean `contact`?]'],
    ['{{term document.title}}', 'template-syntax: `term` takes a key in quotation marks'],
    ['{{term}}', 'template-syntax: `term` takes 1 values, not 0'],
    ['{{term "contact" plain=true}}', 'template-syntax: `term` has no option `plain`'],
    ['{{date document.title}}', 'template-path: `date` takes a date, not a text'],
    ['{{list document.title}}', 'template-path: `list` takes a list, not a text'],
  ])('%s', (template, message) => {
    expect(check(template)[0]).toContain(message);
  });
});

describe('places in HTML', () => {
  test.each([
    [
      '<p title={{document.title}}></p>',
      '1:18 template-place: a value in an attribute needs quotation marks',
    ],
    ['<p {{document.title}}></p>', '1:12 template-place: a value cannot stand inside a tag'],
    [
      '<style>a { b: {{document.title}} }</style>',
      '1:23 template-place: a value cannot stand inside <style>',
    ],
    ['<p {{> a}}></p>', '1:12 template-place: a partial can stand only between tags'],
    ['{{#if date}}<p {{/if}}', '1:9 template-place: the branches of `#if` leave a tag'],
    [
      '{{#if date}}<p title="{{else}}<p title=\'{{/if}}',
      '1:9 template-place: the branches of `#if` leave a tag',
    ],
    ['{{#each document.keys.asks}}<!--{{/each}}', '1:9 template-place: the branches of `#each` leave a tag'],
    ['<p', '1:11 html-invalid: a tag, comment or quotation mark is still open at the end'],
    ['<p title="', '1:19 html-invalid: a tag, comment or quotation mark is still open at the end'],
  ])('%s', (template, message) => {
    expect(findings(render(`{{body}}${template}`))[0]).toContain(`templates/leaflet/template.hbs:${message}`);
  });

  test.each([
    '<p class="{{#if date}}a{{else}}b{{/if}} c">x</p>',
    "<p title='a \"{{document.title}}'>x < y</p>",
    '<p {{#if date}}class="a"{{/if}}>x</p>',
    '<!-- {{document.title}} "<p -->',
    '<title>{{document.title}}</title>',
  ])('right: %s', (template) => {
    expect(check(template)).toEqual([]);
  });
});

describe('syntax', () => {
  test.each([
    ['a\u202eb', '1:2 character-forbidden: the character U+202E'],
    ['a\u0000b', '1:2 character-forbidden: the character U+0000'],
    [
      `{{#if ${'(not '.repeat(500)}date${')'.repeat(500)}}}x{{/if}}`,
      '1:327 template-limit: expressions are nested deeper than 64',
    ],
    [
      '<p>\n {{#if date}}\n',
      '3:1 template-syntax: the template does not parse: the end of the file was not expected',
    ],
    ['<p>\n {{document.title}</p>', '2:18 template-syntax'],
    ['{{#if date}}\n{{/each}}', "1:4 template-syntax: the template does not parse: if doesn't match each"],
    [
      'a\r\nb{{/if}}',
      '2:2 template-syntax: the template does not parse: the end of a block was not expected',
    ],
    ['a\uFDD0', '1:2 character-forbidden'],
  ])('%j', (template, message) => {
    expect(findings(render(template))[0]).toContain(`templates/leaflet/template.hbs:${message}`);
  });
});
