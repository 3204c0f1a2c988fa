/** The languages' own names; written out, because Node versions differ in theirs. */
const names: Readonly<Record<string, string>> = {
  en: 'English',
  ar: 'العربية',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  pt: 'Português',
  ru: 'Русский',
  he: 'עברית',
  fa: 'فارسی',
  ja: '日本語',
  ko: '한국어',
  hi: 'हिन्दी',
  th: 'ไทย',
  bn: 'বাংলা',
  ta: 'தமிழ்',
  el: 'Ελληνικά',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** What a language (BCP 47) calls itself; the tag where that is not known. */
export function languageName(language: string): string {
  const parts = language.split('-');
  return names[parts.slice(0, 2).join('-')] ?? names[parts[0] ?? ''] ?? language;
}
