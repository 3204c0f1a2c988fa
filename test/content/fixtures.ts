import type { Campaign } from '../../src/campaign/campaign.ts';
import type { Kind } from '../../src/campaign/kind.ts';
import type { Locale } from '../../src/campaign/locale.ts';
import type { Terms } from '../../src/campaign/terms.ts';
import type { FilledDocument, SourceDocument } from '../../src/content/document.ts';
import { fillDocument } from '../../src/content/fill-document.ts';
import type { DocumentFile } from '../../src/content/list-documents.ts';
import type { MarkupNode } from '../../src/content/markup.ts';
import { readDocument } from '../../src/content/read-document.ts';
import type { BranchValues } from '../../src/content/variables.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { placeOf } from '../../src/diagnostics/source.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';

export const en: Locale = {
  tag: 'en',
  language: 'en',
  script: 'Latn',
  region: 'US',
  direction: 'ltr',
};
export const zhHant: Locale = {
  tag: 'zh-Hant',
  language: 'zh-Hant-HK',
  script: 'Hant',
  region: 'HK',
  direction: 'ltr',
};
export const ar: Locale = { tag: 'ar', language: 'ar', script: 'Arab', region: 'EG', direction: 'rtl' };

const nowhere = { name: 'nowhere', root: 'tool', path: 'nowhere', text: '' } as const;

export const campaign: Campaign = {
  source: nowhere,
  id: 'solidarity',
  version: '1.0.0',
  date: '2026-11-23',
  title: { en: 'Free *them* all', 'zh-Hant': '釋放所有政治犯' },
  sourceLocale: en,
  locales: [en, zhHant, ar],
  papers: ['a4'],
  url: 'https://example.org/campaign',
  organisation: { name: { en: 'Our Campaign' }, email: 'us@example.org', postalAddress: '' },
  colours: {},
  fonts: { system: false, docx: 'office' },
  imprint: { rule: undefined, fields: {}, note: '', incomplete: false },
};

const kind: Kind = {
  name: 'leaflet',
  source: nowhere,
  folder: 'leaflets',
  body: 'text',
  maxPages: 2,
  keys: [
    { name: 'kicker', type: 'text', required: false, choices: [] },
    { name: 'tone', type: 'choice', required: false, choices: ['warm', 'plain'] },
    { name: 'meeting', type: 'date', required: false, choices: [] },
  ],
  formats: ['pdf', 'docx'],
  editions: [],
  template: nowhere,
  style: nowhere,
};
export const leaflet = kind;
export const resolution: Kind = {
  ...kind,
  name: 'resolution',
  folder: 'resolutions',
  body: 'resolution',
  keys: [],
};

/** Terms of one locale; `from` is the locale they were taken from. */
export function termsOf(words: Readonly<Record<string, string>>, locale = en, from = locale): Terms {
  return {
    locale,
    get: (key) => (words[key] === undefined ? undefined : { text: words[key], locale: from }),
    keys: Object.keys(words),
  };
}

export const terms = termsOf({
  'branch.name': 'Branch name',
  'branch.contact': 'Branch contact',
  'resolution.notes': 'This branch notes:',
  'resolution.believes': 'This branch believes:',
  'resolution.resolves': 'This branch resolves:',
  'resolution.rationale': 'Rationale',
});

export interface Read {
  readonly document: SourceDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly host: Host;
}

export interface ReadOptions {
  readonly kind?: Kind;
  readonly locale?: Locale;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Reads a whole file as a document of a campaign in memory. */
export function read(text: string | Uint8Array, options: ReadOptions = {}): Read {
  const { kind = leaflet, locale = en } = options;
  const id = `${kind.folder}/one`;
  const file: DocumentFile = { id, kind, locale, path: `${id}/${locale.tag}.md` };
  const host = createMemoryHost({ campaign: { ...options.files, [file.path]: text } });
  const { value, diagnostics } = readDocument(host, campaign, file);
  return { document: value, diagnostics, host };
}

/** Front matter with what is required, before a body. */
export function withFront(body: string): string {
  return `---\ntitle: A title\nsummary: A summary\n---\n${body}`;
}

/** `code line:column message`, the line counted in the body of `withFront`. */
export function brief(diagnostics: readonly Diagnostic[], before = 0): string[] {
  return diagnostics.map(({ code, span }) => {
    const place = span ? placeOf(span.source, span.start) : { line: 0, column: 0 };
    return `${code} ${place.line - before}:${place.column}`;
  });
}

/** The findings of a body. */
export function findings(body: string, options: ReadOptions = {}): string[] {
  return brief(read(withFront(body), options).diagnostics, 4);
}

/** Reads and fills a body that must have no findings. */
export function fill(body: string, options: ReadOptions & { branch?: BranchValues } = {}): FilledDocument {
  const { document, diagnostics } = read(withFront(body), options);
  if (!document || diagnostics.length > 0) throw new Error(JSON.stringify(brief(diagnostics, 4)));
  const filled = fillDocument(document, { campaign, terms, branch: options.branch });
  if (filled.diagnostics.length > 0) throw new Error(JSON.stringify(brief(filled.diagnostics, 4)));
  return filled.value;
}

/** Markup written as HTML, for comparison. */
export function html(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeHtml(node.text);
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
      );
      const open = `<${node.tag}${attributes.join('')}>`;
      const isVoid = ['br', 'hr', 'img', 'input', 'qr-code'].includes(node.tag);
      return isVoid ? open : `${open}${html(node.children)}</${node.tag}>`;
    })
    .join('');
}

/** Text as it stands between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** All text of some nodes. */
export function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : textOf(node.children))).join('');
}

/** Every text node of some nodes. */
export function textNodes(nodes: readonly MarkupNode[]): { text: string; source: string }[] {
  return nodes.flatMap((node) =>
    node.type === 'text'
      ? [{ text: node.text, source: node.span.source.text.slice(node.span.start, node.span.end) }]
      : textNodes(node.children),
  );
}
