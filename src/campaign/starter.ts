import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { hostDiagnostic } from '../host/explain.ts';
import type { Host } from '../host/host.ts';
import type { Kind, KindKey } from './kind.ts';
import { fallbackChain, type Locale, resolveLocale } from './locale.ts';
import { readTemplateFile } from './override.ts';

/** What a new document of a kind begins with. */
export interface Starter {
  /** A whole Markdown file with front matter. */
  readonly text: string;
  /** The tag of the language it is in; undefined for one made from kind.yaml alone. */
  readonly tag: string | undefined;
}

/**
 * The starter of a kind, `templates/<kind>/starter/<locale>.md`: in the locale, along its fallback chain, else in
 * English; a kind without any gets one made from its keys.
 */
export function loadStarter(host: Host, kind: Kind, locale: Locale): Outcome<Starter> {
  const diagnostics: Diagnostic[] = [];
  for (const tag of [...fallbackChain(locale), ...fallbackChain(resolveLocale('en', {})!)]) {
    try {
      const source = readTemplateFile(host, `templates/${kind.name}/starter/${tag}.md`);
      if (source) return { value: { text: source.text, tag }, diagnostics };
    } catch (error) {
      diagnostics.push(hostDiagnostic(error));
    }
  }
  return { value: { text: plainStarter(kind), tag: undefined }, diagnostics };
}

/** A starter with another title. */
export function titled(text: string, title: string): string {
  return text.replace(/^title:.*$/m, () => `title: ${JSON.stringify(title)}`);
}

function plainStarter({ name, keys, body }: Kind): string {
  const required = keys.filter((key) => key.required).map((key) => `${key.name}: ${exampleOf(key)}`);
  const matter = [`title: A new ${name}`, 'summary: One line about it.', ...required].join('\n');
  return `---\n${matter}\n---\n\n${body === 'resolution' ? sections : 'Write the text here.\n'}`;
}

const sections = ['notes', 'believes', 'resolves']
  .map((section) => `:::${section}\n1. Write the first clause here.\n:::\n`)
  .join('\n');

function exampleOf({ type, choices }: KindKey): string {
  const numbers = { number: '1', count: '1' };
  const examples = { text: 'Text', date: '2026-01-31', ...numbers, boolean: 'false', list: '[Text]' };
  return type === 'choice' ? JSON.stringify(choices[0]) : examples[type];
}
