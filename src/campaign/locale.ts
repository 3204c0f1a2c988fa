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

/** Scripts written from right to left (UAX #9, by the bidi class of their letters). */
const rightToLeftScripts: ReadonlySet<string> = new Set(
  (
    'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat ' +
    'Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Todr Yezi'
  ).split(' '),
);

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

/** The table decides for its languages at home; elsewhere (`pa-PK`, `am`) Node's own likely subtags do. */
function scriptOf(language: string, region: string | undefined): string {
  const known = likely[language];
  if (known && (region === undefined || region === known[1])) return known[0];
  return maximized(language, region)?.script ?? known?.[0] ?? 'Latn';
}

function likelyRegion(language: string, script: string): string {
  const known = likely[language];
  if (known?.[0] === script) return known[1];
  return maximized(`${language}-${script}`, undefined)?.region ?? known?.[1] ?? '';
}

function maximized(tag: string, region: string | undefined): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag, region === undefined ? {} : { region }).maximize();
  } catch {
    return undefined;
  }
}

/**
 * Tags in which a text for the locale may be written, the nearest first: `zh-Hant-HK`, `zh-Hant`. The script is
 * never given up: zh-Hant does not fall back to zh, which is Hans, but zh-HK does to zh-Hant.
 */
export function fallbackChain(locale: Locale): readonly string[] {
  const [language = '', ...rest] = locale.language.split('-');
  const region = rest.includes(locale.region) ? `-${locale.region}` : '';
  const written = [...shortenings(locale.language), ...shortenings(locale.tag)];
  const scripted = shortenings(`${language}-${locale.script}${region}`);
  const isSameText = (tag: string) => tag === locale.tag || resolveLocale(tag, {})?.script === locale.script;
  const tags = [...written, ...scripted].filter(isSameText);
  return [...new Set(tags)];
}

/** A tag, and what is left as its subtags are taken off one by one from the end (RFC 4647 §3.4). */
function shortenings(tag: string): readonly string[] {
  const parts = tag.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
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
