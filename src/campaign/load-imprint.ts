import type * as z from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { campaignSchema } from './campaign-schema.ts';
import { type Imprint, missingFields, ruleOf } from './imprint.ts';
import { entryOf, type YamlNode } from './yaml-node.ts';

type Written = Pick<z.output<ReturnType<typeof campaignSchema>>, 'imprint' | 'organisation'>;

/** The imprint with what its country's rule asks for; one warning tells of all that is missing. */
export function imprintOf(written: Written, node: YamlNode, diagnostics: Diagnostic[]): Imprint {
  if (!written.imprint) return { rule: undefined, fields: {}, note: '', incomplete: false };
  const { country, note, ...fields } = written.imprint;
  const rule = ruleOf(country);
  const missing = missingFields(rule, fields, organisationOf(written));
  if (missing.length > 0) {
    const message = `the imprint lacks ${missing.join('; ')}: every document is marked as a draft that is not to be distributed`;
    const hint = `Write a name, a comma and an address. The rule is for ${rule.source} (checked ${rule.checked})`;
    diagnostics.push(diagnose('imprint-incomplete', message, entryOf(node, 'imprint')?.keySpan, hint));
  }
  return { rule, fields, note, incomplete: missing.length > 0 };
}

function organisationOf({ organisation }: Written): string {
  const { name } = organisation;
  const first = typeof name === 'string' ? name : (Object.values(name)[0] ?? '');
  // A comma in the name is not what parts it from the address.
  return `${first.replaceAll(',', ' ')},${organisation['postal-address']}`;
}
