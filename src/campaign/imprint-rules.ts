/** What an imprint can name. */
export const imprintFields = [
  'printer',
  'publisher',
  'author',
  'promoter',
  'on-behalf-of',
  'media-owner',
  'producer',
  'authorised-by',
  'responsible',
  'place-of-publication',
  'place-of-production',
] as const;

/** A field of the imprint in campaign.yaml. */
export type ImprintField = (typeof imprintFields)[number];

/** Countries that have a rule. */
export const imprintCountries = ['gb', 'de', 'at', 'fr', 'au', 'in'] as const;

/** A country by ISO 3166-1, in lower case. */
export type ImprintCountry = (typeof imprintCountries)[number];

/** One thing that must be named: any of the fields, with an address where one is asked for. */
export interface ImprintRequirement {
  readonly fields: readonly ImprintField[];
  readonly address: boolean;
  /** A post office box counts as an address. */
  readonly postBox: boolean;
}

/** What printed matter must name. No legal advice: what was found, where, and when. */
export interface ImprintRule {
  readonly required: readonly ImprintRequirement[];
  /** Of what printed matter, and by which law. */
  readonly source: string;
  /** ISO yyyy-mm-dd: when it was last looked up. */
  readonly checked: string;
}

const named = (...fields: readonly ImprintField[]): ImprintRequirement => ({
  fields,
  address: false,
  postBox: true,
});
const withAddress = (...fields: readonly ImprintField[]): ImprintRequirement => ({
  fields,
  address: true,
  postBox: true,
});
const withStreet = (...fields: readonly ImprintField[]): ImprintRequirement => ({
  fields,
  address: true,
  postBox: false,
});

const checked = '2026-11-23';

/** The rules by country. */
export const imprintRules: Readonly<Record<ImprintCountry, ImprintRule>> = {
  gb: {
    required: [withAddress('printer'), withAddress('promoter'), withAddress('on-behalf-of')],
    source:
      'election material in the United Kingdom: Representation of the People Act 1983, s. 110; Political Parties, Elections and Referendums Act 2000, s. 143',
    checked: '2026-11-24',
  },
  de: {
    required: [withStreet('printer'), withStreet('publisher', 'author')],
    source:
      'printed matter in Germany: press laws of the states, such as § 8 of that of North Rhine-Westphalia',
    checked: '2026-11-24',
  },
  at: {
    required: [
      named('media-owner'),
      named('producer'),
      named('place-of-publication'),
      named('place-of-production'),
    ],
    source: 'printed matter in Austria: Mediengesetz, § 24',
    checked: '2026-11-24',
  },
  fr: {
    required: [withAddress('printer')],
    source: 'printed matter in France: law of 29 July 1881, article 3',
    checked,
  },
  au: {
    required: [withAddress('authorised-by')],
    source: 'electoral matter in Australia: Commonwealth Electoral Act 1918, Part XXA',
    checked: '2026-11-24',
  },
  in: {
    required: [withAddress('printer'), withAddress('publisher')],
    source: 'election pamphlets and posters in India: Representation of the People Act 1951, s. 127A',
    checked,
  },
};

/** Without a country: who publishes. */
export const genericRule: ImprintRule = {
  required: [named('publisher')],
  source: 'good practice: readers are told who speaks to them',
  checked,
};
