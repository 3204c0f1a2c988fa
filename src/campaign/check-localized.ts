import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { fallbackChain, type Locale } from './locale.ts';
import type { YamlNode } from './yaml-node.ts';

/**
 * Checks a text that is given for each locale: a key that no locale asks for is an error, a locale that finds no
 * text a warning. A plain text serves all locales.
 */
export function checkLocalized(
  node: YamlNode | undefined,
  path: readonly string[],
  locales: readonly Locale[],
): readonly Diagnostic[] {
  if (node?.kind !== 'map') return [];
  const name = path.join('.');
  const keys = node.entries.map((entry) => entry.key);
  const tags = locales.map((locale) => locale.tag);
  const asked = new Set(locales.flatMap(fallbackChain));
  const unknown = node.entries
    .filter(({ key }) => !asked.has(key))
    .map(({ key, keySpan }) =>
      diagnose('key-unknown', `${name}: ${key} is not among the locales`, keySpan, didYouMean(key, tags)),
    );
  const missing = locales
    .filter((locale) => !fallbackChain(locale).some((tag) => keys.includes(tag)))
    .map(({ tag }) =>
      diagnose(
        'translation-missing',
        `${name} has no text for ${tag}; the source locale's is used`,
        node.span,
      ),
    );
  return [...unknown, ...missing];
}
