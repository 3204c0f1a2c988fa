import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import type { Campaign } from './campaign.ts';
import { fallbackChain, type Locale, resolveLocale } from './locale.ts';
import { kindOf } from './override.ts';
import { parseYaml } from './parse-yaml.ts';
import { readYaml } from './read-yaml.ts';
import type { Term, Terms } from './terms.ts';
import { nodeAt } from './yaml-node.ts';

/** What the terms files of one locale hold, each key from the nearest file that has it. */
interface FoundTerms {
  readonly locale: Locale;
  readonly texts: ReadonlyMap<string, string>;
  /** The nearest file, where there is one. */
  readonly file: SourceFile | undefined;
}

/**
 * The terms of a locale, key by key: its own files along its fallback chain, each the campaign's before the
 * tool's; then the source locale's; at last English, in which the tool has all. What is not the locale's own is
 * marked with the locale it is in, and told by a warning.
 */
export function loadTerms(host: Host, campaign: Campaign, locale: Locale): Outcome<Terms> {
  const diagnostics: Diagnostic[] = [];
  const english = resolveLocale('en', {})!;
  const order = [...new Map([locale, campaign.sourceLocale, english].map((l) => [l.tag, l])).values()];
  const sets = order.map((each) => readTerms(host, each, diagnostics));
  const terms = new Map<string, Term>();
  for (const { locale: from, texts } of [...sets].reverse()) {
    for (const [key, text] of texts) terms.set(key, { text, locale: from });
  }
  const keys = [...terms.keys()].sort();
  diagnostics.push(...missingTerms(campaign, sets[0]!, terms, keys));
  return { value: { locale, get: (key) => terms.get(key), keys }, diagnostics };
}

/** One warning for a locale without any terms, else one for each key that it lacks. */
function missingTerms(
  campaign: Campaign,
  own: FoundTerms,
  terms: ReadonlyMap<string, Term>,
  keys: readonly string[],
): readonly Diagnostic[] {
  const { tag } = own.locale;
  const missing = keys.filter((key) => !own.texts.has(key));
  if (missing.length === 0) return [];
  const file = own.file;
  if (!file) {
    const message = `there are no terms for ${tag}; those of ${terms.get(missing[0]!)!.locale.tag} are used`;
    const hint = `Write them in templates/terms/${tag}.yaml in the campaign folder`;
    return [diagnose('term-missing', message, localeSpan(campaign, tag), hint)];
  }
  return missing.map((key) => {
    const from = terms.get(key)!.locale.tag;
    const message = `the term ${key} is missing for ${tag}; that of ${from} is used`;
    const span = { source: file, start: 0, end: 0 };
    return diagnose(
      'term-missing',
      message,
      span,
      `Add ${key} to templates/terms/${tag}.yaml in the campaign folder`,
    );
  });
}

/** Where campaign.yaml lists a locale. */
function localeSpan({ source, locales }: Campaign, tag: string): Span {
  const index = locales.findIndex((locale) => locale.tag === tag);
  const node = nodeAt(parseYaml(source).value, ['locales', index]);
  return node?.span ?? { source, start: 0, end: 0 };
}

function readTerms(host: Host, locale: Locale, diagnostics: Diagnostic[]): FoundTerms {
  const texts = new Map<string, string>();
  let file: SourceFile | undefined;
  for (const tag of fallbackChain(locale)) {
    for (const folder of [host.campaign, host.tool]) {
      const path = `templates/terms/${tag}.yaml`;
      if (kindOf(folder, path) !== 'file') continue;
      const read = readYaml(folder, path);
      diagnostics.push(...read.diagnostics);
      file ??= read.value.source;
      for (const [key, text] of termsIn(read.value, diagnostics)) if (!texts.has(key)) texts.set(key, text);
    }
  }
  return { locale, texts, file };
}

function termsIn(
  file: ReturnType<typeof readYaml>['value'],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  const { node } = file;
  if (!node) return terms;
  if (node.kind !== 'map') {
    diagnostics.push(diagnose('value-invalid', 'a terms file is a list of keys with their texts', node.span));
    return terms;
  }
  for (const { key, keySpan, value } of node.entries) {
    if (value.kind === 'scalar' && value.value !== null) terms.set(key, value.text);
    else {
      const hint = value.kind === 'scalar' ? 'Write "" for a term without text' : undefined;
      diagnostics.push(diagnose('value-invalid', `the term ${key} must be a text`, keySpan, hint));
    }
  }
  return terms;
}
