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
