/** A BCP 47 locale of a campaign, with what likely subtags add to it (UTS #35). */
export interface Locale {
  /** As the campaign writes it and as files are named: `zh-Hant`. */
  readonly tag: string;
  /** With the campaign's region, for `lang` attributes and Word: `zh-Hant-HK`, `en`, `ar`. */
  readonly language: string;
  /** ISO 15924: `Hant`, `Latn`, `Arab`. */
  readonly script: string;
  /** ISO 3166: `HK`; the campaign's region, else the likely one. */
  readonly region: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Likely scripts and regions of the languages campaigns use (UTS #35 likely subtags), so that Node's ICU does not matter. */
const likely: Readonly<Record<string, readonly [script: string, region: string]>> = {
  ar: ['Arab', 'EG'],
  bg: ['Cyrl', 'BG'],
  bn: ['Beng', 'BD'],
  ca: ['Latn', 'ES'],
  cs: ['Latn', 'CZ'],
  da: ['Latn', 'DK'],
  de: ['Latn', 'DE'],
  el: ['Grek', 'GR'],
  en: ['Latn', 'US'],
  es: ['Latn', 'ES'],
  eu: ['Latn', 'ES'],
  fa: ['Arab', 'IR'],
  fi: ['Latn', 'FI'],
  fr: ['Latn', 'FR'],
  ga: ['Latn', 'IE'],
  gl: ['Latn', 'ES'],
  gu: ['Gujr', 'IN'],
  he: ['Hebr', 'IL'],
  hi: ['Deva', 'IN'],
  hr: ['Latn', 'HR'],
  hu: ['Latn', 'HU'],
  id: ['Latn', 'ID'],
  it: ['Latn', 'IT'],
  ja: ['Jpan', 'JP'],
  ko: ['Kore', 'KR'],
  ku: ['Latn', 'TR'],
  mk: ['Cyrl', 'MK'],
  mr: ['Deva', 'IN'],
  ms: ['Latn', 'MY'],
  my: ['Mymr', 'MM'],
  nb: ['Latn', 'NO'],
  ne: ['Deva', 'NP'],
  nl: ['Latn', 'NL'],
  nn: ['Latn', 'NO'],
  no: ['Latn', 'NO'],
  pa: ['Guru', 'IN'],
  pl: ['Latn', 'PL'],
  ps: ['Arab', 'AF'],
  pt: ['Latn', 'BR'],
  ro: ['Latn', 'RO'],
  ru: ['Cyrl', 'RU'],
  sk: ['Latn', 'SK'],
  sl: ['Latn', 'SI'],
  so: ['Latn', 'SO'],
  sq: ['Latn', 'AL'],
  sr: ['Cyrl', 'RS'],
  sv: ['Latn', 'SE'],
  sw: ['Latn', 'TZ'],
  ta: ['Taml', 'IN'],
  te: ['Telu', 'IN'],
  th: ['Thai', 'TH'],
  ti: ['Ethi', 'ET'],
  tl: ['Latn', 'PH'],
  tr: ['Latn', 'TR'],
  uk: ['Cyrl', 'UA'],
  ur: ['Arab', 'PK'],
  vi: ['Latn', 'VN'],
  yi: ['Hebr', 'UA'],
  zh: ['Hans', 'CN'],
};

const rightToLeftScripts: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
]);
const traditionalRegions: ReadonlySet<string> = new Set(['TW', 'HK', 'MO']);

/** A tag with what likely subtags add; `regions` gives a tag's region. Undefined: not a well-formed BCP 47 tag. */
export function resolveLocale(tag: string, regions: Readonly<Record<string, string>>): Locale | undefined {
  const match =
    /^([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?((?:-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*)$/.exec(
      tag,
    );
  if (!match) return undefined;
  const [, language = '', ownScript, ownRegion, variants = ''] = match;
  const given = ownRegion ?? regions[tag];
  const script = ownScript ?? scriptOf(language, given);
  const region = given ?? likelyRegion(language, script);
  const parts = [language, ownScript ?? '', given ?? ''].filter((part) => part !== '');
  const direction = rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  return { tag, language: parts.join('-') + variants, script, region, direction };
}

function scriptOf(language: string, region: string | undefined): string {
  if (language === 'zh' && region !== undefined && traditionalRegions.has(region)) return 'Hant';
  return likely[language]?.[0] ?? 'Latn';
}

function likelyRegion(language: string, script: string): string {
  if (language === 'zh' && script === 'Hant') return 'TW';
  return likely[language]?.[1] ?? '';
}

/** Tags in which a text for the locale may be written, the nearest first (RFC 4647 lookup): `zh-Hant-HK`, `zh-Hant`, `zh`. */
export function fallbackChain(locale: Locale): readonly string[] {
  const chain = [locale.tag];
  for (const tag of [locale.language, locale.tag]) {
    for (let parts = tag.split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
      // Another script is another text: zh-Hant never falls back to zh, which is Hans.
      const shorter = parts.join('-');
      if (resolveLocale(shorter, {})?.script === locale.script && !chain.includes(shorter))
        chain.push(shorter);
    }
  }
  return chain;
}

/** The text for a locale by its fallback chain, else the source locale's, else the first there is, else nothing. */
export function localize(
  text: Readonly<Record<string, string>>,
  locale: Locale,
  sourceLocale: Locale,
): string {
  const tag = [...fallbackChain(locale), ...fallbackChain(sourceLocale)].find((candidate) =>
    Object.hasOwn(text, candidate),
  );
  return tag === undefined ? (Object.values(text)[0] ?? '') : text[tag]!;
}
