import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import { loadCampaign } from '../../src/campaign/load-campaign.ts';
import { loadTerms } from '../../src/campaign/load-terms.ts';
import { parseYaml } from '../../src/campaign/parse-yaml.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { brief } from './fixtures.ts';

const campaignFile = (locales: string, regions = '{}') =>
  `id: a\nversion: "1"\ntitle: t\nsource-locale: ${locales.split(',')[0]}\nlocales: [${locales}]\nregions: ${regions}\n`;

function campaignOf(host: Host): Campaign {
  const { value, diagnostics } = loadCampaign(host);
  expect(diagnostics).toEqual([]);
  return value!;
}

function load(tag: string, locales: string, files: Record<string, string>, tool: Record<string, string>) {
  const host = createMemoryHost({
    campaign: { 'campaign.yaml': campaignFile(locales, regionsOf(locales)), ...files },
    tool,
  });
  const campaign = campaignOf(host);
  return loadTerms(host, campaign, campaign.locales.find((locale) => locale.tag === tag)!);
}

const regionsOf = (locales: string) => (locales.includes('zh-Hant') ? '{ zh-Hant: HK }' : '{}');
const en = { 'templates/terms/en.yaml': 'a: A\nb: B\n' };

describe('loadTerms', () => {
  test('takes the nearest file key by key', () => {
    const tool = {
      ...en,
      'templates/terms/zh-Hant.yaml': 'a: 甲\nb: 乙\n',
      'templates/terms/zh-Hant-HK.yaml': 'b: 港\n',
    };
    const { value, diagnostics } = load('zh-Hant', 'en, zh-Hant', {}, tool);
    expect(diagnostics).toEqual([]);
    expect([value.get('a')!.text, value.get('b')!.text]).toEqual(['甲', '港']);
    expect(value.get('b')!.locale.language).toBe('zh-Hant-HK');
    expect(value.get('c')).toBeUndefined();
    expect(value.keys).toEqual(['a', 'b']);
  });

  test("a campaign's file overrides key by key", () => {
    const { value, diagnostics } = load('en', 'en', { 'templates/terms/en.yaml': 'a: own\nz: new\n' }, en);
    expect(diagnostics).toEqual([]);
    expect(value.keys.map((key) => value.get(key)!.text)).toEqual(['own', 'B', 'new']);
  });

  test("a key that a locale lacks is the source's, marked as such, with a warning each", () => {
    const tool = { ...en, 'templates/terms/de.yaml': 'a: Ä\n' };
    const { value, diagnostics } = load('de', 'en, de', {}, tool);
    expect(diagnostics.map((diagnostic) => [diagnostic.severity, diagnostic.message])).toEqual([
      ['warning', 'the term b is missing for de; that of en is used'],
    ]);
    expect(value.get('a')!.locale.tag).toBe('de');
    expect(value.get('b')!).toMatchObject({ text: 'B', locale: { tag: 'en' } });
  });

  test('a locale without terms is one warning, where campaign.yaml lists it', () => {
    const { value, diagnostics } = load('ja', 'en, ja', {}, en);
    expect(diagnostics.map(brief)).toEqual(['5:15 term-missing "ja"']);
    expect(value.get('a')!.locale.tag).toBe('en');
  });

  test('English serves where the source locale has no terms either', () => {
    const { value, diagnostics } = load('ja', 'ja', {}, en);
    expect(diagnostics.map(brief)).toEqual(['5:11 term-missing "ja"']);
    expect(value.get('a')!).toMatchObject({ text: 'A', locale: { tag: 'en' } });
  });

  test('a term must be a text; numbers stay as written', () => {
    const { value, diagnostics } = load(
      'en',
      'en',
      { 'templates/terms/en.yaml': 'x: [1]\ny:\nz: 1.10\n' },
      en,
    );
    expect(diagnostics.map(brief)).toEqual(['1:1 value-invalid "x"', '2:1 value-invalid "y"']);
    expect(value.get('z')!.text).toBe('1.10');
  });
});

describe("the tool's own terms", () => {
  const tags = readdirSync('templates/terms').map((name) => name.replace('.yaml', ''));
  const entriesOf = (tag: string) => {
    const { tool } = createMemoryHost({ campaign: {}, toolRoot: '.' });
    const { value } = parseYaml(tool.readText(`templates/terms/${tag}.yaml`));
    return value?.kind === 'map' ? value.entries : [];
  };

  test.each(tags)('%s has every key and no warning', (tag) => {
    const locales = tag === 'en' ? 'en' : `en, ${tag}`;
    const host = createMemoryHost({
      campaign: { 'campaign.yaml': campaignFile(locales) },
      toolRoot: '.',
    });
    const campaign = campaignOf(host);
    const { value, diagnostics } = loadTerms(host, campaign, campaign.locales.at(-1)!);
    expect(diagnostics).toEqual([]);
    for (const key of value.keys) expect(value.get(key)!.locale.tag).toBe(tag);
  });

  test('have equal key sets, in one order', () => {
    expect(entriesOf('en').length).toBeGreaterThan(20);
    const keysOf = (tag: string) => entriesOf(tag).map((entry) => entry.key);
    for (const tag of tags) expect([tag, keysOf(tag)]).toEqual([tag, keysOf('en')]);
  });

  test('have the same places to fill in', () => {
    const placesOf = (tag: string) =>
      entriesOf(tag).map(({ key, value }) => {
        const text = value.kind === 'scalar' ? value.text : '';
        return [key, ...(text.match(/\{[a-z]+\}/g) ?? []).sort()].join(' ');
      });
    for (const tag of tags) expect([tag, placesOf(tag)]).toEqual([tag, placesOf('en')]);
  });

  test('are there for the languages of the sample pack, and empty only where the English one is', () => {
    expect(tags).toEqual(expect.arrayContaining(['ar', 'en', 'es', 'zh-Hans', 'zh-Hant']));
    const emptyOf = (tag: string) =>
      entriesOf(tag).flatMap(({ key, value }) => (value.kind === 'scalar' && value.text ? [] : [key]));
    for (const tag of tags) {
      const more = emptyOf(tag).filter((key) => !emptyOf('en').includes(key));
      expect([tag, more]).toEqual([tag, []]);
    }
  });
});
