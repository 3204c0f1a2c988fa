import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Folder, Host } from '../host/host.ts';
import type { Campaign } from './campaign.ts';
import { fallbackChain, type Locale } from './locale.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Term, Terms } from './terms.ts';

/** The terms of a locale: its own file, the source locale's for what it lacks; a campaign's file overrides key by key. */
export function loadTerms(host: Host, campaign: Campaign, locale: Locale): Outcome<Terms> {
  const diagnostics: Diagnostic[] = [];
  const own = readTerms(host, locale, diagnostics);
  const source =
    locale.tag === campaign.sourceLocale.tag ? own : readTerms(host, campaign.sourceLocale, diagnostics);
  const terms = new Map<string, Term>();
  for (const [key, text] of source) terms.set(key, { text, locale: campaign.sourceLocale });
  for (const [key, text] of own) terms.set(key, { text, locale });
  const missing = [...source.keys()].filter((key) => !own.has(key));
  if (missing.length) diagnostics.push(missingTerms(campaign, locale, own.size === 0 ? [] : missing));
  const keys = [...terms.keys()].sort();
  return { value: { locale, get: (key) => terms.get(key), keys }, diagnostics };
}

function missingTerms(campaign: Campaign, locale: Locale, keys: readonly string[]): Diagnostic {
  const what = keys.length === 0 ? 'there are no terms' : `the terms ${keys.join(', ')} are missing`;
  const message = `${what} for ${locale.tag}; those of ${campaign.sourceLocale.tag} are used`;
  const hint = `Write them in templates/terms/${locale.tag}.yaml`;
  return diagnose('term-missing', message, { source: campaign.source, start: 0, end: 0 }, hint);
}

/** A locale's terms by its fallback chain: the nearest file that there is, the campaign's over the tool's. */
function readTerms(host: Host, locale: Locale, diagnostics: Diagnostic[]): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const folder of [host.tool, host.campaign]) {
    const path = fallbackChain(locale)
      .map((tag) => `templates/terms/${tag}.yaml`)
      .find((candidate) => folder.stat(candidate)?.kind === 'file');
    if (path) readFile(folder, path, terms, diagnostics);
  }
  return terms;
}

function readFile(folder: Folder, path: string, into: Map<string, string>, diagnostics: Diagnostic[]): void {
  try {
    const parsed = parseYaml(folder.readText(path));
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value?.kind !== 'map') return;
    for (const { key, value } of parsed.value.entries) {
      if (value.kind === 'scalar') into.set(key, value.text);
      else diagnostics.push(diagnose('value-invalid', `the term ${key} must be a text`, value.span));
    }
  } catch (error) {
    diagnostics.push(hostDiagnostic(error));
  }
}
