/** What Word must know of a language: its three language slots, its fonts for the three groups of scripts. */
export interface WordLanguage {
  /** `w:lang` values; a slot the language does not fill is undefined. */
  readonly latin: string | undefined;
  readonly eastAsia: string | undefined;
  readonly complex: string | undefined;
}

const eastAsian: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Kore', 'Hani', 'Bopo', 'Hang']);
const complex: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Deva',
  'Beng',
  'Taml',
  'Thai',
  'Khmr',
  'Laoo',
  'Mymr',
]);

/** What likely subtags make of a language: it is asked at every run of text. */
const likely = new Map<string, Intl.Locale>();

/** A language with its likely script and region; `en-US` for what is no language. */
export function maximized(language: string): Intl.Locale {
  const known = likely.get(language);
  if (known) return known;
  const locale = withLikelySubtags(language);
  likely.set(language, locale);
  return locale;
}

function withLikelySubtags(language: string): Intl.Locale {
  try {
    return new Intl.Locale(language || 'en').maximize();
  } catch {
    return new Intl.Locale('en-US');
  }
}

/** ISO 15924 code of the script a language is written in, by likely subtags (UTS #35). */
export function scriptOf(language: string): string {
  return maximized(language).script ?? 'Latn';
}

/** Which of Word's three groups of scripts a language is written in. */
export function slotOf(language: string): 'latin' | 'eastAsia' | 'complex' {
  const script = scriptOf(language);
  if (eastAsian.has(script)) return 'eastAsia';
  return complex.has(script) ? 'complex' : 'latin';
}

/**
 * A BCP 47 language as Word's `w:lang` writes it, language and region (`zh-Hant-HK` → `zh-HK`), in the slot of its
 * script: `eastAsia` picks the forms of Han glyphs, `bidi` serves every complex script.
 */
export function wordLanguage(language: string): WordLanguage {
  const locale = maximized(language);
  const tag = locale.region === undefined ? locale.language : `${locale.language}-${locale.region}`;
  const script = locale.script ?? 'Latn';
  return {
    latin: eastAsian.has(script) || complex.has(script) ? undefined : tag,
    eastAsia: eastAsian.has(script) ? tag : undefined,
    complex: complex.has(script) ? tag : undefined,
  };
}

/** The natural line height of the font that most of a text in this language comes in, as a factor of its size. */
export function naturalLineHeight(language: string): number {
  const script = scriptOf(language);
  if (eastAsian.has(script)) return 1.33;
  if (script === 'Thai' || script === 'Deva') return 1.35;
  return complex.has(script) ? 1.15 : 1.22;
}
