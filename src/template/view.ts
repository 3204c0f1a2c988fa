import type { Campaign } from '../campaign/campaign.ts';
import type { KindKey } from '../campaign/kind.ts';
import { localize } from '../campaign/locale.ts';
import type { Terms } from '../campaign/terms.ts';
import type { FilledDocument } from '../content/document.ts';
import { formatDate } from '../content/format-date.ts';
import { imprintOf } from './imprint-view.ts';
import type { Described } from './shape.ts';
import { described, describedRecord, describedTexts } from './shape.ts';

/** What a template is filled with besides the document. */
export interface TemplateContext {
  readonly campaign: Campaign;
  readonly terms: Terms;
}

/** Prints the slot for the body; markup, so the renderer makes it a safe string. */
export const bodySlot = '<body-slot></body-slot>';

/** Everything a template can name, with its type; `slot` is the value of `body`. */
export function viewOf(filled: FilledDocument, context: TemplateContext, slot: unknown): Described {
  const { locale } = filled.document;
  const { date } = context.campaign;
  return describedRecord({
    campaign: campaignOf(filled, context.campaign),
    document: documentOf(filled),
    imprint: imprintOf(locale, context.campaign),
    locale: describedRecord({
      tag: described('text', locale.tag),
      language: described('text', locale.language),
      script: described('text', locale.script),
      region: described('text', locale.region),
      direction: described('text', locale.direction),
      rtl: described('boolean', locale.direction === 'rtl'),
    }),
    date: {
      shape: { kind: 'text' },
      value: date === undefined ? undefined : lazily(() => formatDate(date, locale)),
    },
    body: { shape: { kind: 'slot' }, value: slot },
  });
}

// Most templates never print it, and the first use of Intl in a process is slow.
function lazily(text: () => string): { toString(): string } {
  return { toString: text };
}

function campaignOf(filled: FilledDocument, campaign: Campaign): Described {
  const { locale } = filled.document;
  const { organisation } = campaign;
  return describedRecord({
    id: described('text', campaign.id),
    version: described('text', campaign.version),
    date: described('date', campaign.date),
    title: described('text', localize(campaign.title, locale, campaign.sourceLocale)),
    url: described('text', campaign.url),
    // How a person types it: links in print are spelled out.
    shortUrl: described('text', campaign.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')),
    organisation: describedRecord({
      name: described('text', localize(organisation.name, locale, campaign.sourceLocale)),
      email: described('text', organisation.email),
      postalAddress: described('text', organisation.postalAddress),
    }),
  });
}

function documentOf({ document, title, summary, keys }: FilledDocument): Described {
  const own = document.kind.keys.map((key) => {
    const span = Object.hasOwn(document.keys, key.name) ? document.keys[key.name]?.span : undefined;
    return [key.name, keyOf(key, Object.hasOwn(keys, key.name) ? keys[key.name] : undefined, span)] as const;
  });
  return describedRecord({
    id: described('text', document.id),
    kind: described('text', document.kind.name),
    title: described('text', title, document.title.span),
    summary: described('text', summary, document.summary.span),
    review: described('text', document.review),
    draft: described('boolean', document.review === 'draft'),
    keys: describedRecord(Object.fromEntries(own)),
  });
}

type KeyValue = FilledDocument['keys'][string] | undefined;

function keyOf(key: KindKey, value: KeyValue, span: Parameters<typeof described>[2]): Described {
  if (key.type === 'list') return describedTexts(Array.isArray(value) ? value : undefined, span);
  const kind = key.type === 'choice' ? 'text' : key.type === 'count' ? 'number' : key.type;
  return described(
    kind,
    Array.isArray(value) ? undefined : (value as string | number | boolean | undefined),
    span,
  );
}
