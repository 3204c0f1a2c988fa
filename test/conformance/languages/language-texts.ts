import { specimenBlocks } from '../../build/support/specimens.ts';
import { paragraphsOf, samples } from '../line-breaks/languages.ts';

/** A language with running text in it. */
export interface LanguageText {
  /** BCP 47. */
  readonly locale: string;
  /** The language's own name. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Languages without a text in `line-breaks/texts`: that of their script's specimen serves. */
const bySpecimen = { fa: 'persian', bn: 'bengali', ta: 'tamil' } as const;

/** Characters that a block of a specimen has at least which is running text, and no row of marks and numerals. */
const sentence = 40;

/** As many paragraphs as fill a leaflet of a few pages. */
const most = 16;

/** Every language that has running text. */
export function languageTexts(root: string): readonly LanguageText[] {
  const texts = samples.map(({ language }) => [language, paragraphsOf(root, language)] as const);
  const specimens = Object.entries(bySpecimen).map(
    ([locale, name]) => [locale, specimenBlocks(name).filter(({ length }) => length >= sentence)] as const,
  );
  return [...texts, ...specimens].map(([locale, paragraphs]) => ({
    locale,
    title: new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale,
    paragraphs: paragraphs.slice(0, most).map((text) => text.replace(/\s+/g, ' ').trim()),
  }));
}
