import type { Rule } from '../rule.ts';

const byRegion = /^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/;

/** Languages that Word does not know, for it wants a region with each. */
export const languages: Rule = (_, report) => {
  const check = (
    { attributes }: { readonly attributes: Readonly<Record<string, string>> },
    { part }: { readonly part: string },
  ) => {
    for (const tag of Object.values(attributes))
      if (!byRegion.test(tag) || !isKnown(tag)) report('language-bad', part, tag);
  };
  return { on: { 'w:lang': check, 'w:themeFontLang': check } };
};

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function isKnown(tag: string): boolean {
  const { language, region } = new Intl.Locale(tag);
  return (
    languageNames.of(language) !== undefined &&
    regionNames.of(region ?? 'ZZ') !== undefined &&
    region !== 'ZZ'
  );
}
