/**
 * RFC 4647 extended filtering, as `:lang()` asks for (selectors-4 §9.2): `zh-HK` matches `zh-Hant-HK`, `*-Hant`
 * any language in that script. The empty range matches only an undetermined language.
 */
export function matchesLanguageRange(language: string, range: string): boolean {
  if (range === '') return language === '';
  if (language === '') return false;
  // Most rules are for other languages: told apart without splitting.
  const first = range.charCodeAt(0) | 32;
  if (first !== 42 && first !== (language.charCodeAt(0) | 32)) return false;
  const tags = language.toLowerCase().split('-');
  const wanted = range.toLowerCase().split('-');
  if (wanted[0] !== '*' && wanted[0] !== tags[0]) return false;
  let at = 1;
  for (const part of wanted.slice(1)) {
    if (part === '*') continue;
    // A singleton starts an extension, over which nothing may be skipped.
    while (at < tags.length && tags[at] !== part && tags[at]!.length > 1) at++;
    if (tags[at] !== part) return false;
    at++;
  }
  return true;
}
