import { createHyphenator, type Hyphenator } from './hyphenator.ts';
import { type LanguagePatterns, languages } from './languages.ts';

/** The hyphenators that a process has loaded, each at most once. */
export interface Hyphenation {
  /** Loads what a language needs; false where it has no patterns. */
  load(language: string): Promise<boolean>;
  /** What was loaded for a language (BCP 47). */
  of(language: string): Hyphenator | undefined;
}

/** Nothing loaded yet. */
export function createHyphenation(): Hyphenation {
  const loaded = new Map<LanguagePatterns, Hyphenator>();
  return {
    async load(language) {
      const found = patternsOf(language);
      if (!found) return false;
      if (loaded.has(found)) return true;
      const patterns = await found.load();
      loaded.set(found, createHyphenator(patterns.default, found, found.exceptions?.split(' ')));
      return true;
    },
    of(language) {
      const found = patternsOf(language);
      return found && loaded.get(found);
    },
  };
}

/** The patterns of the longest tag that a language begins with. */
function patternsOf(language: string): LanguagePatterns | undefined {
  const wanted = `${language.toLowerCase()}-`;
  let best: LanguagePatterns | undefined;
  let length = 0;
  for (const each of languages) {
    for (const tag of each.tags) {
      if (tag.length <= length || !wanted.startsWith(`${tag.toLowerCase()}-`)) continue;
      best = each;
      length = tag.length;
    }
  }
  return best;
}

/** Languages whose words are not hyphenated, so that nothing is missed where they have no patterns. */
const unhyphenated = /^(?:zh|yue|ja|ko|ar|fa|ur|ps|sd|he|yi|th|lo|km|my|bo|dz|vi|und|zxx|)(?:-|$)/i;

/** Whether typesetters of a language break its words by hyphens. */
export function isHyphenated(language: string): boolean {
  return !unhyphenated.test(language);
}
