/**
 * Words of a language as CLDR has them in its names of regions, languages, scripts and currencies: `count` of them,
 * spread over all that match. Fewer only where CLDR has no more.
 */
export function wordsIn(language: string, letters: RegExp, count: number): readonly string[] {
  const found = new Set<string>();
  for (const name of namesIn(language)) for (const word of name.match(letters) ?? []) found.add(word);
  const words = [...found].sort((a, b) => (a < b ? -1 : 1));
  const step = Math.max(1, words.length / count);
  return Array.from({ length: Math.min(count, words.length) }, (_, i) => words[Math.floor(i * step)]!);
}

type Kind = 'region' | 'language' | 'script' | 'currency';

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const scripts =
  'Latn Grek Cyrl Hani Hira Kana Hang Arab Hebr Deva Beng Taml Thai Geor Armn Ethi Khmr Laoo Mymr Tibt';

function* namesIn(language: string): Generator<string> {
  const pairs = alphabet.flatMap((a) => alphabet.map((b) => a + b));
  const codes: readonly (readonly [Kind, readonly string[]])[] = [
    ['region', pairs],
    ['language', pairs.map((pair) => pair.toLowerCase())],
    ['script', scripts.split(' ')],
    ['currency', Intl.supportedValuesOf('currency')],
  ];
  for (const [type, values] of codes) {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    for (const code of values) yield names.of(code) ?? '';
  }
}
