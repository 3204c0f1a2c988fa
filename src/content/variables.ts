import type { Campaign, LocalizedText } from '../campaign/campaign.ts';
import type { Locale } from '../campaign/locale.ts';
import { localize } from '../campaign/locale.ts';
import type { Term, Terms } from '../campaign/terms.ts';
import { formatDate } from './format-date.ts';

/** What a branch fills in, by the part after `branch.`; undefined or empty: a blank to write in. */
export type BranchValues = Readonly<Record<string, string>>;

/** Parts of a branch that a text may name; each has the term `branch.<part>` for its label. */
const branchVariables = ['name', 'contact'] as const;

/** Every variable that a text may hold, without the braces. */
export const variableNames: readonly string[] = [
  'campaign.title',
  'campaign.url',
  'campaign.version',
  'campaign.date',
  'organisation.name',
  'organisation.email',
  'organisation.postal-address',
  'date',
  ...branchVariables.map((name) => `branch.${name}`),
];

/** What a variable stands for in one job. */
export type VariableValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A ruled blank; `name` is the variable, `label` says what is to be written there. */
  | { readonly kind: 'blank'; readonly name: string; readonly label: Term }
  /** A value that campaign.yaml does not give. */
  | { readonly kind: 'absent'; readonly key: string };

/** The values of all variables, by name; undefined for a name that is none. Made when asked for. */
export interface VariableValues {
  get(name: string): VariableValue | undefined;
}

/** The values of every variable for one locale and, where there is one, branch. */
export function variableValues(
  campaign: Campaign,
  terms: Terms,
  locale: Locale,
  branch: BranchValues | undefined,
): VariableValues {
  const { organisation } = campaign;
  const local = (text: LocalizedText) => localize(text, locale, campaign.sourceLocale);
  // Few texts name the date, and the first use of Intl in a process is slow.
  const date = () => (campaign.date === undefined ? '' : formatDate(campaign.date, locale));
  const fixed: Readonly<Record<string, readonly [() => string, string]>> = {
    'campaign.title': [() => local(campaign.title), 'title'],
    'campaign.url': [() => campaign.url, 'url'],
    'campaign.version': [() => campaign.version, 'version'],
    'campaign.date': [date, 'date'],
    'organisation.name': [() => local(organisation.name), 'organisation.name'],
    'organisation.email': [() => organisation.email, 'organisation.email'],
    'organisation.postal-address': [() => organisation.postalAddress, 'organisation.postal-address'],
    date: [date, 'date'],
  };
  return {
    get(name) {
      const part = branchVariables.find((each) => name === `branch.${each}`);
      if (part) return branchValue(part, terms, branch);
      if (!Object.hasOwn(fixed, name)) return undefined;
      const [textOf, key] = fixed[name]!;
      const text = textOf();
      return text === '' ? { kind: 'absent', key } : { kind: 'text', text };
    },
  };
}

function branchValue(part: string, terms: Terms, branch: BranchValues | undefined): VariableValue {
  const text = branch?.[part];
  if (text) return { kind: 'text', text };
  const name = `branch.${part}`;
  const label = terms.get(name) ?? { text: part, locale: terms.locale };
  return { kind: 'blank', name, label };
}
