import { describe, expect, it, test } from 'vitest';
import { missingFields } from '../../src/campaign/imprint.ts';
import { type ImprintCountry, imprintCountries, imprintRules } from '../../src/campaign/imprint-rules.ts';
import { loadCampaign } from '../../src/campaign/load-campaign.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { brief } from './fixtures.ts';

const head =
  'id: c\nversion: 1.0.0\ndate: 2026-11-23\ntitle: T\nsource-locale: en\nlocales: [en]\norganisation: { name: "Union, Ltd" }\n';

function load(imprint: string, organisation = '') {
  const text = head.replace(' }', `${organisation} }`) + imprint;
  return loadCampaign(createMemoryHost({ campaign: { 'campaign.yaml': text } }));
}

/** The message of the one warning. */
function lacks(imprint: string, organisation = ''): string | undefined {
  const { value, diagnostics } = load(imprint, organisation);
  expect(diagnostics.length).toBeLessThan(2);
  expect(value!.imprint.incomplete).toBe(diagnostics.length === 1);
  return diagnostics[0] && /lacks (.*): every/.exec(diagnostics[0].message)?.[1];
}

const complete: Readonly<Record<ImprintCountry, string>> = {
  gb: 'printer: "P, PO Box 3, Leeds"\n  promoter: "A, 1 High St"\n  on-behalf-of: "U, 2 High St"\n',
  de: 'printer: "P, Hauptstr. 1, Berlin"\n  author: "A, Hauptstr. 2, Berlin"\n',
  at: 'producer: P\n  place-of-publication: Wien\n  place-of-production: Graz\n',
  fr: 'printer: "P, 1 rue X, Paris"\n',
  au: 'authorised-by: "A, 1 George St, Sydney"\n',
  in: 'printer: "P, 1 MG Road, Pune"\n  publisher: "U, 2 MG Road, Pune"\n',
};

describe('the imprint of a country', () => {
  it.each(imprintCountries)('of %s is complete with what its rule asks for, and lacks it else', (country) => {
    expect(lacks(`imprint:\n  country: ${country}\n  ${complete[country]}`)).toBeUndefined();
    const missing = lacks(`imprint: { country: ${country} }\n`)!.split('; ');
    const own = country === 'at' ? 1 : 0; // The media owner is the organisation.
    expect(missing).toHaveLength(imprintRules[country].required.length - own);
  });

  it.each(imprintCountries)('of %s says where its rule comes from, and when it was looked up', (country) => {
    expect(imprintRules[country].source).toMatch(/\d/);
    expect(imprintRules[country].checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    const [warning] = load(`imprint: { country: ${country} }\n`).diagnostics;
    expect(warning!.hint).toContain(imprintRules[country].source);
  });

  it('is told once, at its key', () => {
    const { diagnostics } = load('imprint: { country: gb, printer: P }\n');
    expect(diagnostics.map(brief)).toEqual(['8:1 imprint-incomplete "imprint"']);
    expect(diagnostics[0]!.severity).toBe('warning');
  });

  it('takes the organisation for who publishes, with its address where that is asked for', () => {
    const india = 'imprint: { country: in, printer: "P, 1 MG Road" }\n';
    expect(lacks(india)).toBe('publisher (name and address)');
    expect(lacks(india, ', postal-address: "2 MG Road, Pune"')).toBeUndefined();
  });

  it('takes no post office box where the rule does not', () => {
    const german = (address: string) =>
      `imprint: { country: de, printer: "P, A 1", publisher: "V, ${address}" }\n`;
    expect(lacks(german('Hauptstr. 1'))).toBeUndefined();
    for (const box of ['Postfach 12', 'PO Box 3', 'P.O. Box 3']) {
      expect(lacks(german(box))).toBe('publisher or author (name and address, no post office box)');
    }
  });
});

test.each([
  '',
  ' ',
  '—',
  '[name, address]',
  '<printer>',
  '{{printer}}',
  'TODO',
  'tbc, later',
  'xxx',
  'P',
  'P, ',
  'P, …',
])('%j is no name and address', (printer) => {
  expect(missingFields(imprintRules.fr, { printer }, '')).toEqual(['printer (name and address)']);
});

test.each([
  'Pre[ss, A 1',
  'Todorov, Sofia 1',
  '新華印刷, 北京路一號',
  'Xavier, A',
])('%j is one', (printer) => {
  expect(missingFields(imprintRules.fr, { printer }, '')).toEqual([]);
});

describe('an imprint without a country', () => {
  it('is complete when there is someone who publishes', () => {
    expect(lacks('imprint: { responsible: R }\n')).toBeUndefined();
    expect(lacks('imprint: { publisher: "" }\n')).toBe('publisher');
  });

  it('is not asked for where campaign.yaml has none', () => {
    expect(load('').value!.imprint).toMatchObject({ rule: undefined, incomplete: false });
  });
});

describe('a key of the imprint that does not exist', () => {
  it.each([
    ['prinetr: P', '8:12 key-unknown "prinetr"', 'printer'],
    ['on-behalf: P', '8:12 key-unknown "on-behalf"', 'on-behalf-of'],
  ])('%s is an error with the nearest one', (line, place, near) => {
    const { diagnostics } = load(`imprint: { ${line} }\n`);
    expect(diagnostics.map(brief)).toEqual([place]);
    expect(diagnostics[0]!.hint).toContain(near);
  });

  it('or a country without a rule, is an error', () => {
    expect(load('imprint: { country: uk }\n').diagnostics.map(brief)).toEqual(['8:21 value-invalid "uk"']);
  });
});
