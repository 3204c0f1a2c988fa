import { commonKeys, type Kind } from '../../campaign/kind.ts';
import type { Locale } from '../../campaign/locale.ts';
import type { YamlEntry, YamlNode } from '../../campaign/yaml-node.ts';
import { entryOf } from '../../campaign/yaml-node.ts';
import type { Diagnostic, Outcome } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../diagnostics/source.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Fact, FrontValue, ReviewState } from '../document.ts';
import { readFacts } from './read-facts.ts';
import { invalid, readChoice, readKindValue, readText } from './read-values.ts';

/** Front matter with its values checked; a value that failed is absent or empty. */
export interface FrontMatter {
  readonly title: FrontValue;
  readonly summary: FrontValue;
  readonly review: ReviewState;
  readonly facts: readonly Fact[];
  readonly keys: Readonly<Record<string, FrontValue>>;
}

/** What front matter is read for. */
export interface FrontMatterContext {
  readonly source: SourceFile;
  readonly kind: Kind;
  readonly locale: Locale;
  readonly isTranslation: boolean;
}

/** Checks front matter against the common keys and the kind's own. */
export function readFrontMatter(
  matter: YamlNode | undefined,
  context: FrontMatterContext,
): Outcome<FrontMatter> {
  const found: Diagnostic[] = [];
  if (matter && matter.kind !== 'map') {
    found.push(
      diagnose('front-matter', 'the front matter is not a list of keys', matter.span, 'Write key: value'),
    );
  }
  found.push(...unknownKeys(matter, context.kind));
  checkLang(entryOf(matter, 'lang'), context.locale, found);
  const facts = readFacts(entryOf(matter, 'facts'), found);
  const value = {
    title: readRequired('title', matter, context, found),
    summary: readRequired('summary', matter, context, found),
    review: readReview(entryOf(matter, 'review'), context, found),
    facts,
    keys: readKindKeys(matter, context, found),
  };
  return { value, diagnostics: found };
}

function unknownKeys(matter: YamlNode | undefined, kind: Kind): Diagnostic[] {
  if (matter?.kind !== 'map') return [];
  const known = [...commonKeys, ...kind.keys.map((key) => key.name)];
  return matter.entries
    .filter(({ key }) => !known.includes(key))
    .map(({ key, keySpan }) => {
      const hint = didYouMean(key, known) ?? `The keys of a ${kind.name} are ${known.join(', ')}`;
      return diagnose('key-unknown', `${JSON.stringify(key)} is no key of a ${kind.name}`, keySpan, hint);
    });
}

function readRequired(
  key: string,
  matter: YamlNode | undefined,
  { source }: FrontMatterContext,
  found: Diagnostic[],
): FrontValue {
  const entry = entryOf(matter, key);
  const place = { source, start: 0, end: Math.min(3, source.text.length) };
  if (entry) return readText(entry, found) ?? { value: '', span: entry.value.span };
  found.push(diagnose('key-missing', `the front matter has no ${key}`, place, `Add ${key}: …`));
  return { value: '', span: place };
}

function checkLang(entry: YamlEntry | undefined, locale: Locale, found: Diagnostic[]): void {
  if (!entry || (entry.value.kind === 'scalar' && entry.value.text === locale.tag)) return;
  const hint = 'Rename the file, or correct the key';
  found.push(invalid(entry, `${locale.tag}, as the file's name says`, entry.value.span, hint));
}

function readReview(
  entry: YamlEntry | undefined,
  { isTranslation, source, locale }: FrontMatterContext,
  found: Diagnostic[],
): ReviewState {
  if (!isTranslation) {
    if (entry) found.push(diagnose('key-unknown', 'the source language has no review', entry.keySpan));
    return 'source';
  }
  const value = entry ? readChoice(entry, ['draft', 'reviewed'], found)?.value : 'draft';
  if (value === 'reviewed') return 'reviewed';
  const place = entry?.value.span ?? { source, start: 0, end: Math.min(3, source.text.length) };
  const message = `the translation into ${locale.tag} is a draft that no one has reviewed`;
  found.push(diagnose('translation-draft', message, place, 'After a review write review: reviewed'));
  return 'draft';
}

function readKindKeys(
  matter: YamlNode | undefined,
  { kind, source }: FrontMatterContext,
  found: Diagnostic[],
): Readonly<Record<string, FrontValue>> {
  const values: Record<string, FrontValue> = {};
  for (const key of kind.keys) {
    const entry = entryOf(matter, key.name);
    const value = entry && readKindValue(key, entry, found);
    if (value) values[key.name] = value;
    if (entry || !key.required) continue;
    const place = { source, start: 0, end: Math.min(3, source.text.length) };
    found.push(diagnose('key-missing', `the front matter of a ${kind.name} needs ${key.name}`, place));
  }
  return values;
}
