import { resolve } from 'node:path';
import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Kind } from '../../src/campaign/kind.ts';
import type { Locale } from '../../src/campaign/locale.ts';
import type { Terms } from '../../src/campaign/terms.ts';
import type { FilledDocument } from '../../src/content/document.ts';
import type { Diagnostic, Outcome } from '../../src/diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../src/diagnostics/source.ts';
import { placeOf } from '../../src/diagnostics/source.ts';
import type { MemoryFiles } from '../../src/host/memory-folder.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { renderTemplate } from '../../src/template/render-template.ts';
import type { RenderedTemplate } from '../../src/template/rendered.ts';

export const toolRoot = resolve(import.meta.dirname, '../..');

export const english: Locale = { tag: 'en', language: 'en', script: 'Latn', region: 'US', direction: 'ltr' };
export const arabic: Locale = { tag: 'ar', language: 'ar', script: 'Arab', region: 'EG', direction: 'rtl' };

function sourceOf(path: string, text: string): SourceFile {
  return { name: path, root: 'campaign', path, text };
}

const markdown = sourceOf(
  'leaflets/a/en.md',
  ['---', 'title: Free "Long Hair"!', 'summary: One & only', 'asks: [strike, vote]', '---', ''].join('\n'),
);

/** The span of a part of the fixture's Markdown. */
function inMarkdown(part: string): Span {
  const start = markdown.text.indexOf(part);
  return { source: markdown, start, end: start + part.length };
}

export function kindOf(template: string, name = 'leaflet'): Kind {
  return {
    name,
    source: sourceOf(`templates/${name}/kind.yaml`, ''),
    folder: `${name}s`,
    body: 'text',
    maxPages: undefined,
    keys: [
      { name: 'asks', type: 'list', required: false, choices: [] },
      { name: 'kicker', type: 'text', required: false, choices: [] },
      { name: 'meeting', type: 'date', required: false, choices: [] },
      { name: 'copies', type: 'number', required: false, choices: [] },
    ],
    formats: ['pdf'],
    editions: [],
    template: sourceOf(`templates/${name}/template.hbs`, template),
    style: sourceOf(`templates/${name}/style.css`, ''),
  };
}

export function documentOf(
  kind: Kind,
  locale: Locale = english,
  more: Partial<FilledDocument> = {},
): FilledDocument {
  return {
    document: {
      id: 'leaflets/a',
      kind,
      locale,
      source: markdown,
      title: { value: 'Free "Long Hair"!', span: inMarkdown('Free "Long Hair"!') },
      summary: { value: 'One & only', span: inMarkdown('One & only') },
      review: 'source',
      facts: [],
      keys: { asks: { value: ['strike', 'vote'], span: inMarkdown('[strike, vote]') } },
      body: { type: 'root', children: [] },
      clauses: [],
      hash: '0',
    },
    title: 'Free "Long Hair"!',
    summary: 'One & only',
    keys: { asks: ['strike', 'vote'] },
    body: [],
    ...more,
  };
}

export const campaign: Campaign = {
  source: sourceOf('campaign.yaml', ''),
  id: 'test',
  version: '1.2.3',
  date: '2026-11-23',
  title: { en: 'Solidarity & more', ar: 'التضامن' },
  sourceLocale: english,
  locales: [english, arabic],
  papers: ['a4'],
  url: 'https://example.org/campaign/',
  organisation: { name: { en: 'The Union' }, email: 'a@example.org', postalAddress: '' },
  colours: {},
  fonts: { system: false, docx: 'office' },
  imprint: { rule: undefined, fields: {}, note: '', incomplete: false },
};

/** `own` are terms in the locale itself; `scan` is only in English. */
export function termsOf(locale: Locale): Terms {
  const own: Readonly<Record<string, string>> = { contact: locale.tag === 'ar' ? 'تواصل' : 'Get <involved>' };
  const english_: Readonly<Record<string, string>> = { scan: 'Scan & read' };
  return {
    locale,
    keys: ['contact', 'scan'],
    get: (key) => {
      if (Object.hasOwn(own, key)) return { text: own[key]!, locale };
      return Object.hasOwn(english_, key) ? { text: english_[key]!, locale: english } : undefined;
    },
  };
}

export interface RenderOptions {
  readonly locale?: Locale;
  readonly files?: MemoryFiles;
  readonly tool?: MemoryFiles;
  readonly filled?: Partial<FilledDocument>;
}

export function render(template: string, options: RenderOptions = {}): Outcome<RenderedTemplate> {
  const locale = options.locale ?? english;
  const host = createMemoryHost({ campaign: options.files ?? {}, tool: options.tool ?? {} });
  const filled = documentOf(kindOf(template), locale, options.filled);
  return renderTemplate(host, filled, { campaign, terms: termsOf(locale) });
}

/** The HTML before the body's slot of a template that has no findings. */
export function html(template: string, options: RenderOptions = {}): string {
  const { value, diagnostics } = render(`${template}{{body}}`, options);
  if (diagnostics.length > 0) throw new Error(findings({ diagnostics }).join('\n'));
  return value.html.replace('<body-slot></body-slot>', '');
}

/** `file:line:column code: message [hint]` of each finding. */
export function findings({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  return diagnostics.map(({ code, span, message, hint }) => {
    const place = span ? placeOf(span.source, span.start) : undefined;
    const where = span && place ? `${span.source.name}:${place.line}:${place.column}` : '';
    return `${where} ${code}: ${message}${hint ? ` [${hint}]` : ''}`;
  });
}
