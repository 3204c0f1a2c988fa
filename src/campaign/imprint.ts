import {
  genericRule,
  type ImprintCountry,
  type ImprintField,
  type ImprintRequirement,
  type ImprintRule,
  imprintRules,
} from './imprint-rules.ts';

/** The imprint of campaign.yaml. */
export interface Imprint {
  /** Undefined where campaign.yaml asks for no imprint: then nothing is required of it. */
  readonly rule: ImprintRule | undefined;
  /** As written: a name, and an address behind the first comma. */
  readonly fields: Readonly<Partial<Record<ImprintField, string>>>;
  /** Words to print behind it; empty where there are none. */
  readonly note: string;
  /** Something that the rule requires is missing: the documents are drafts that must not be distributed. */
  readonly incomplete: boolean;
}

/** Fields that the organisation stands in for where they are not written. */
const ownFields: readonly ImprintField[] = ['publisher', 'on-behalf-of', 'media-owner'];

/** True for a field that names the campaign's organisation where nothing else is written. */
export function isOwnField(field: ImprintField): boolean {
  return ownFields.includes(field);
}

/** The rule of a country, or the one that holds without. */
export function ruleOf(country: ImprintCountry | undefined): ImprintRule {
  return country ? imprintRules[country] : genericRule;
}

/**
 * What of a rule the fields leave open, in words for the author: `printer (name and address)`. `organisation` is
 * its name and address, parted by a comma.
 */
export function missingFields(
  rule: ImprintRule,
  fields: Imprint['fields'],
  organisation: string,
): readonly string[] {
  return rule.required
    .filter((requirement) => !requirement.fields.some((field) => satisfies(field, requirement)))
    .map(inWords);

  function satisfies(field: ImprintField, requirement: ImprintRequirement): boolean {
    const text = fields[field] ?? (isOwnField(field) ? organisation : '');
    const comma = text.indexOf(',');
    const [name, address] = comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 1)];
    if (![text, name, ...(requirement.address ? [address] : [])].every(isFilled)) return false;
    return requirement.postBox || !postBox.test(text);
  }
}

const postBox = /\b(postfach|post\s+office\s+box|p\.?\s*o\.?\s*box)\b/i;

/** What stands in for a value that is not known yet: nothing but signs, something in brackets, or a word that says so. */
const placeholder = /^[^\p{L}\p{N}]*$|[[<{][^\]>}]*[\]>}]|^\s*(to\s?do|tb[acd]|xx+|n\/a)\b/iu;

function isFilled(text: string): boolean {
  return !placeholder.test(text);
}

function inWords({ fields, address, postBox: box }: ImprintRequirement): string {
  const what = address ? (box ? 'name and address' : 'name and address, no post office box') : '';
  return fields.join(' or ') + (what && ` (${what})`);
}
