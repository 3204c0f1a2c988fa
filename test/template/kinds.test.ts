import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign/campaign.ts';
import { loadKinds } from '../../src/campaign/load-kinds.ts';
import { loadTerms } from '../../src/campaign/load-terms.ts';
import { resolveLocale } from '../../src/campaign/locale.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { parseMarkup } from '../../src/style/parse-markup.ts';
import { renderTemplate } from '../../src/template/render-template.ts';
import { campaign, documentOf, findings, toolRoot } from './fixture.ts';

const host = createMemoryHost({ campaign: {}, toolRoot });
const kinds = loadKinds(host).value;

/** A campaign that leaves out all it can. */
const bare: Campaign = {
  ...campaign,
  date: undefined,
  url: '',
  organisation: { name: { en: '' }, email: '', postalAddress: '' },
};

describe("the tool's own kinds", () => {
  test('have editions and files without a fault, which a build would find late', () => {
    expect(
      kinds.flatMap(({ editions, template, style }) => [...editions, template, style]).length,
    ).toBeGreaterThan(kinds.length * 2);
  });

  test.each(
    kinds.flatMap((kind) =>
      ['en', 'zh-Hant', 'ar'].flatMap((tag) => [
        [kind.name, tag, 'full', kind, campaign] as const,
        [kind.name, tag, 'bare', kind, bare] as const,
      ]),
    ),
  )('%s in %s, %s', (_, tag, __, kind, of) => {
    const locale = resolveLocale(tag, { 'zh-Hant': 'HK' })!;
    const terms = loadTerms(host, of, locale);
    const rendered = renderTemplate(host, documentOf(kind, locale, { keys: {} }), {
      campaign: of,
      terms: terms.value,
    });
    expect(findings(rendered)).toEqual([]);
    expect(findings(parseMarkup(rendered.value, []))).toEqual([]);
    expect(rendered.value.styles.map((sheet) => sheet.path)).toEqual([
      'templates/base.css',
      `templates/${kind.name}/style.css`,
    ]);
    expect(rendered.value.html).toContain(`<html lang="${locale.language}" dir="${locale.direction}">`);
    // Nothing stands empty: an absent value takes its label, link and paragraph with it.
    expect(rendered.value.html).not.toMatch(/<(p|h[1-6]|a|li|title)\b[^>]*>\s*<\/\1>|(href|value)=""/);
  });

  test('there are some', () => {
    expect(kinds.map((kind) => kind.name)).toEqual(expect.arrayContaining(['leaflet', 'resolution']));
  });
});
