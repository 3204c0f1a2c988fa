import type { Patterns } from './hyphenator.ts';

/** The patterns that a language's words are broken by. */
export interface LanguagePatterns {
  /** BCP 47 tags; the longest that begins a text's language is taken. */
  readonly tags: readonly string[];
  /** Name in the `hyphen` package, and in LICENCES.md. */
  readonly name: string;
  /** Letters before and after a hyphen: the patterns' own `hyphenmins`. */
  readonly before: number;
  readonly after: number;
  /** Words that are not broken as the patterns say; hyphens stand where they may be, spaces between them. */
  readonly exceptions?: string;
  load(): Promise<{ readonly default: Patterns }>;
}

/** The languages whose patterns have a free licence on record (LICENCES.md); others are not in the bundle. */
export const languages: readonly LanguagePatterns[] = [
  { tags: ['af'], name: 'af', before: 1, after: 2, load: () => import('hyphen/patterns/af.js') },
  { tags: ['be'], name: 'be', before: 2, after: 2, load: () => import('hyphen/patterns/be.js') },
  { tags: ['bg'], name: 'bg', before: 2, after: 2, load: () => import('hyphen/patterns/bg.js') },
  { tags: ['bs', 'hr'], name: 'hr', before: 2, after: 2, load: () => import('hyphen/patterns/hr.js') },
  { tags: ['ca'], name: 'ca', before: 2, after: 2, load: () => import('hyphen/patterns/ca.js') },
  { tags: ['cy'], name: 'cy', before: 2, after: 3, load: () => import('hyphen/patterns/cy.js') },
  { tags: ['da'], name: 'da', before: 2, after: 2, load: () => import('hyphen/patterns/da.js') },
  { tags: ['de'], name: 'de-1996', before: 2, after: 2, load: () => import('hyphen/patterns/de-1996.js') },
  {
    tags: ['el'],
    name: 'el-monoton',
    before: 1,
    after: 1,
    load: () => import('hyphen/patterns/el-monoton.js'),
  },
  {
    tags: ['en-GB', 'en-AU', 'en-IE', 'en-NZ', 'en-ZA'],
    name: 'en-gb',
    before: 2,
    after: 3,
    exceptions:
      'uni-ver-sity uni-ver-sit-ies how-ever ma-nu-script ma-nu-scripts re-ci-pro-city through-out some-thing',
    load: () => import('hyphen/patterns/en-gb.js'),
  },
  {
    tags: ['en'],
    name: 'en-us',
    before: 2,
    after: 3,
    exceptions:
      'as-so-ciate as-so-ciates dec-li-na-tion oblig-a-tory phil-an-thropic present presents project projects reci-procity re-cog-ni-zance ref-or-ma-tion ret-ri-bu-tion ta-ble',
    load: () => import('hyphen/patterns/en-us.js'),
  },
  { tags: ['es'], name: 'es', before: 2, after: 2, load: () => import('hyphen/patterns/es.js') },
  { tags: ['et'], name: 'et', before: 2, after: 3, load: () => import('hyphen/patterns/et.js') },
  { tags: ['eu'], name: 'eu', before: 2, after: 2, load: () => import('hyphen/patterns/eu.js') },
  { tags: ['fr'], name: 'fr', before: 2, after: 2, load: () => import('hyphen/patterns/fr.js') },
  { tags: ['ga'], name: 'ga', before: 2, after: 3, load: () => import('hyphen/patterns/ga.js') },
  { tags: ['gl'], name: 'gl', before: 2, after: 2, load: () => import('hyphen/patterns/gl.js') },
  { tags: ['is'], name: 'is', before: 2, after: 2, load: () => import('hyphen/patterns/is.js') },
  { tags: ['it'], name: 'it', before: 2, after: 2, load: () => import('hyphen/patterns/it.js') },
  { tags: ['ka'], name: 'ka', before: 1, after: 2, load: () => import('hyphen/patterns/ka.js') },
  { tags: ['la'], name: 'la', before: 2, after: 2, load: () => import('hyphen/patterns/la.js') },
  { tags: ['lt'], name: 'lt', before: 2, after: 2, load: () => import('hyphen/patterns/lt.js') },
  { tags: ['mn'], name: 'mn-cyrl', before: 2, after: 2, load: () => import('hyphen/patterns/mn-cyrl.js') },
  {
    tags: ['nb', 'nn', 'no'],
    name: 'nb',
    before: 2,
    after: 2,
    exceptions: 'at-ten-de be-tre',
    load: () => import('hyphen/patterns/nb.js'),
  },
  { tags: ['nl'], name: 'nl', before: 2, after: 2, load: () => import('hyphen/patterns/nl.js') },
  { tags: ['oc'], name: 'oc', before: 2, after: 2, load: () => import('hyphen/patterns/oc.js') },
  { tags: ['pl'], name: 'pl', before: 2, after: 2, load: () => import('hyphen/patterns/pl.js') },
  {
    tags: ['pt'],
    name: 'pt',
    before: 2,
    after: 3,
    exceptions: 'hard-ware soft-ware',
    load: () => import('hyphen/patterns/pt.js'),
  },
  { tags: ['ru'], name: 'ru', before: 2, after: 2, load: () => import('hyphen/patterns/ru.js') },
  {
    tags: ['sh', 'sr-Latn'],
    name: 'sh-latn',
    before: 2,
    after: 2,
    load: () => import('hyphen/patterns/sh-latn.js'),
  },
  { tags: ['sr'], name: 'sh-cyrl', before: 2, after: 2, load: () => import('hyphen/patterns/sh-cyrl.js') },
  { tags: ['sl'], name: 'sl', before: 2, after: 2, load: () => import('hyphen/patterns/sl.js') },
  { tags: ['sv'], name: 'sv', before: 2, after: 2, load: () => import('hyphen/patterns/sv.js') },
  { tags: ['tk'], name: 'tk', before: 2, after: 2, load: () => import('hyphen/patterns/tk.js') },
  { tags: ['tr'], name: 'tr', before: 2, after: 2, load: () => import('hyphen/patterns/tr.js') },
  { tags: ['uk'], name: 'uk', before: 2, after: 2, load: () => import('hyphen/patterns/uk.js') },
];
