import type { Campaign } from '../campaign/campaign.ts';
import { isOwnField } from '../campaign/imprint.ts';
import type { ImprintField } from '../campaign/imprint-rules.ts';
import { type Locale, localize } from '../campaign/locale.ts';
import { type Described, described, describedRecord } from './shape.ts';

/**
 * The imprint as templates see it: each field as it is printed, empty where it is not. Who prints and publishes at
 * once, or publishes without a word about the printing, is `both`.
 */
export function imprintOf(locale: Locale, campaign: Campaign): Described {
  const { rule, fields, note, incomplete } = campaign.imprint;
  const isWritten = (field: ImprintField): boolean => fields[field] !== undefined;
  const open = rule?.required.flatMap((one) => (one.fields.some(isWritten) ? [] : one.fields)) ?? [];
  const organisation = organisationOf(locale, campaign);
  const of = (field: ImprintField): string =>
    fields[field] ?? (isOwnField(field) && open.includes(field) ? organisation : '');
  const printer = of('printer');
  const publisher = of('publisher');
  const both = rule === undefined ? organisation : printer === publisher ? printer : '';
  const parts = {
    both,
    printer: both ? '' : printer,
    publisher: both ? '' : publisher,
    author: of('author'),
    promoter: of('promoter'),
    onBehalfOf: of('on-behalf-of'),
    mediaOwner: of('media-owner'),
    producer: of('producer'),
    authorisedBy: of('authorised-by'),
    responsible: of('responsible'),
    placeOfPublication: of('place-of-publication'),
    placeOfProduction: of('place-of-production'),
    note,
  };
  const texts = Object.entries(parts).map(([name, text]) => [name, described('text', text)] as const);
  return describedRecord({
    ...Object.fromEntries(texts),
    printed: described('boolean', Object.values(parts).some(Boolean)),
    incomplete: described('boolean', incomplete),
  });
}

function organisationOf(locale: Locale, { organisation, sourceLocale }: Campaign): string {
  const name = localize(organisation.name, locale, sourceLocale);
  return [name, name && organisation.postalAddress].filter(Boolean).join(', ');
}
