import type { Campaign } from '../campaign/campaign.ts';
import type { Locale } from '../campaign/locale.ts';
import type { Terms } from '../campaign/terms.ts';
import { formatDate } from '../content/format-date.ts';
import type { ValueShape } from './shape.ts';

/** What a parameter of a helper may be; `term` is a literal key of the terms. */
export type ParameterType = 'any' | 'term' | 'text' | 'date' | 'number' | 'list';

/** How a helper is called. */
export interface HelperSignature {
  readonly parameters: readonly ParameterType[];
  /** How many of the parameters must be given. */
  readonly required: number;
  readonly named: Readonly<Record<string, ParameterType>>;
  readonly returns: ValueShape['kind'];
}

/** Every helper a template may call in a mustache or a subexpression. */
export const helperSignatures: Readonly<Record<string, HelperSignature>> = {
  term: { parameters: ['term'], required: 1, named: {}, returns: 'text' },
  date: { parameters: ['date'], required: 0, named: {}, returns: 'text' },
  number: { parameters: ['number'], required: 1, named: {}, returns: 'text' },
  list: { parameters: ['list'], required: 1, named: {}, returns: 'text' },
  join: { parameters: ['list'], required: 1, named: { separator: 'text' }, returns: 'text' },
  eq: { parameters: ['any', 'any'], required: 2, named: {}, returns: 'boolean' },
  not: { parameters: ['any'], required: 1, named: {}, returns: 'boolean' },
  and: { parameters: ['any', 'any'], required: 2, named: {}, returns: 'boolean' },
  or: { parameters: ['any', 'any'], required: 2, named: {}, returns: 'boolean' },
};

/** Blocks a template may use; the library's own. */
export const blockNames: readonly string[] = ['if', 'unless', 'each', 'with'];

/** What the helpers work with. */
export interface HelperContext {
  readonly campaign: Campaign;
  readonly terms: Terms;
  readonly locale: Locale;
  /** Marks a text as HTML that was escaped already. */
  readonly safe: (html: string) => unknown;
  readonly escapeHtml: (text: string) => string;
}

/** The named arguments of a call, as the library passes them last. */
interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
}

type Helper = (...args: unknown[]) => unknown;

/** The helpers for one document. A parameter that is an absent optional value prints nothing. */
export function helpersFor(context: HelperContext): Readonly<Record<string, Helper>> {
  const { locale } = context;
  return {
    term: (key, options) => term(String(key), (options as Options).hash.plain === true, context),
    date: (...args) => date(args.slice(0, -1), context),
    number: (value) =>
      value === undefined ? '' : new Intl.NumberFormat(locale.language).format(Number(value)),
    list: (values) => new Intl.ListFormat(locale.language, { type: 'conjunction' }).format(texts(values)),
    join: (values, options) => texts(values).join(String((options as Options).hash.separator ?? ', ')),
    eq: (a, b) => a === b,
    not: (value) => !isTrue(value),
    and: (a, b) => isTrue(a) && isTrue(b),
    or: (a, b) => isTrue(a) || isTrue(b),
  };
}

// A term of another locale is marked with its language and direction, except in an attribute, where no tag can stand.
function term(key: string, plain: boolean, { terms, locale, safe, escapeHtml }: HelperContext): unknown {
  const found = terms.get(key);
  if (!found) return '';
  if (plain || found.locale.tag === locale.tag) return found.text;
  const { language, direction } = found.locale;
  return safe(`<span lang="${escapeHtml(language)}" dir="${direction}">${escapeHtml(found.text)}</span>`);
}

// Without a parameter it is the campaign's date, which a plain `{{date}}` means as well.
function date(args: readonly unknown[], { campaign, locale }: HelperContext): string {
  const value = args.length === 0 ? campaign.date : args[0];
  return value === undefined ? '' : formatDate(String(value), locale);
}

function texts(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

// The library's `{{#if}}` takes an empty list as false.
function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
