import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../src/campaign/load-campaign.ts';
import { loadKinds } from '../../src/campaign/load-kinds.ts';
import { loadTerms } from '../../src/campaign/load-terms.ts';
import { fillDocument } from '../../src/content/fill-document.ts';
import { listDocuments } from '../../src/content/list-documents.ts';
import type { MarkupNode } from '../../src/content/markup.ts';
import { readDocument } from '../../src/content/read-document.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { brief } from './fixtures.ts';

/** Documents that show how paper is folded, in three languages that do it differently. */
const paperLocales = /^(booklets|folded-leaflets)\//;

/** Tags, ids and classes, without text and without what languages do differently: emphasis, foreign names. */
function shape(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.tag === 'em' || (node.tag === 'span' && node.attributes.lang))
        return '';
      const { id, class: name } = node.attributes;
      return `${[node.tag, id, name].filter(Boolean).join('.')}(${shape(node.children)})`;
    })
    .join('');
}

test('the sample campaign is read without errors, and is built alike in every language', () => {
  const root = resolve(import.meta.dirname, '../..');
  const host = createNodeHost({
    campaignRoot: resolve(root, 'content'),
    toolRoot: root,
    workingFolder: root,
    environment: { sourceDateEpoch: undefined },
  });
  const campaign = loadCampaign(host);
  const kinds = loadKinds(host);
  expect([...campaign.diagnostics, ...kinds.diagnostics]).toEqual([]);
  const files = listDocuments(host, campaign.value!, kinds.value);
  expect(files.diagnostics).toEqual([]);
  const ids = [...new Set(files.value.map((file) => file.id))];
  expect(ids.length).toBeGreaterThanOrEqual(5);
  const locales = campaign.value!.locales.map(({ tag }) => tag);
  for (const id of ids) {
    const found = files.value.filter((file) => file.id === id).map(({ locale }) => locale.tag);
    expect([id, found]).toEqual([id, paperLocales.test(id) ? ['en', 'zh-Hant', 'ar'] : locales]);
  }
  const shapes = new Map<string, Set<string>>();
  for (const file of files.value) {
    const { value: document, diagnostics } = readDocument(host, campaign.value!, file);
    const drafts = diagnostics.filter(({ code }) => code === 'translation-draft');
    expect(brief(diagnostics)).toEqual(brief(drafts));
    expect(drafts.length).toBe(file.locale.tag === 'en' ? 0 : 1);
    expect(document!.facts.length).toBeGreaterThan(0);
    const terms = loadTerms(host, campaign.value!, file.locale).value;
    const filled = fillDocument(document!, { campaign: campaign.value!, terms, branch: undefined });
    expect(filled.diagnostics).toEqual([]);
    shapes.set(file.id, (shapes.get(file.id) ?? new Set()).add(shape(filled.value.body)));
  }
  for (const [id, found] of shapes) expect([id, [...found]]).toEqual([id, [expect.any(String)]]);
});

/** Quotation marks that a language does not use in these texts. */
const FOREIGN_QUOTES: Readonly<Record<string, RegExp>> = {
  en: /["'«»「」]/,
  es: /["'“”‘「」]/,
  ar: /["'“”‘’「」]/,
  'zh-Hans': /["'«»‘’「」]/,
  'zh-Hant': /["'«»“”‘’]/,
};

test('the sample texts have the quotation marks of their language', () => {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[\w-]+\/[\w-]+\/[\w-]+\.md$/.test(path),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    // The attributes of directives are code.
    const text = readFileSync(join('content', path), 'utf8').replaceAll(/\{[^}\n]*\}/g, '');
    const locale = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
    expect([path, text.match(FOREIGN_QUOTES[locale]!)?.[0]]).toEqual([path, undefined]);
  }
});
