import * as z from 'zod';
import { type ImprintField, imprintCountries, imprintFields } from './imprint-rules.ts';

const text = z.string({ error: 'Expected text' });
const localizedOf = (part: z.ZodString) =>
  z.union([part, z.record(z.string(), part)], { error: 'Expected text, or a text for each locale' });
/** Longest part of a file name that campaign.yaml gives: language, edition and ending come to it. */
const maxNamePart = 100;
/** A hexadecimal, a name, or a colour function of plain numbers (css-color-4 §5). */
const colour =
  /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]+|((rgb|hsl)a?|device-cmyk)\([0-9a-z.,%/ +-]+\))$/i;
const papers = z.enum(['a4', 'letter'], { error: 'The papers are a4 and letter' });

/** A calendar date that exists. */
function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function imprintSchema() {
  const parts = Object.fromEntries(imprintFields.map((field) => [field, text.optional()]));
  return z.strictObject({
    country: z
      .enum(imprintCountries, { error: `The countries with a rule are ${imprintCountries.join(', ')}` })
      .optional()
      .describe('Whose rule says what must be named; without it only who publishes'),
    ...(parts as Record<ImprintField, z.ZodOptional<typeof text>>),
    note: text.default('').describe('Printed behind the imprint'),
  });
}

/** The schema of campaign.yaml, made when it is first needed. What keys are for is told in editors. */
export function campaignSchema() {
  return z.strictObject({
    id: text
      .regex(
        /^[a-z0-9][a-z0-9-]*$/,
        'Expected lower case letters, digits and hyphens: it is used in file names',
      )
      .max(maxNamePart, `Expected at most ${maxNamePart} characters: it is used in file names`)
      .describe('Lower case letters, digits and hyphens; used in file names'),
    version: text
      .regex(
        /^[0-9A-Za-z][0-9A-Za-z.+-]*$/,
        'Expected a version such as 1.0.0; put it into quotes if it is a number',
      )
      .max(maxNamePart, `Expected at most ${maxNamePart} characters: it is used in file names`)
      .describe('Used in file names; change it with every pack that you give out'),
    date: text
      .refine(isDate, 'Expected a date that exists, as 2026-11-23')
      .meta({ format: 'date', description: 'The only date that a build knows' })
      .optional(),
    title: localizedOf(text.regex(/\S/)).describe('One text, or a text for each locale'),
    'source-locale': text.describe('The locale that documents are written in first'),
    locales: z
      .array(text, { error: 'Expected a list of locales' })
      .min(1, 'Expected at least one locale')
      .describe('Locales of the pack as BCP 47 tags: en, zh-Hant'),
    regions: z
      .record(z.string(), text.regex(/^([A-Z]{2}|[0-9]{3})$/, 'Expected a region such as HK'))
      .default({})
      .describe('The region of a locale, for forms of characters: zh-Hant: HK'),
    papers: z
      .array(papers)
      .min(1, 'Expected at least one paper')
      .default(['a4'])
      .describe('The first is the reading edition’s'),
    url: text
      .regex(/^https?:\/\/[^\s]+$/, 'Expected an address that starts with https://')
      .default('')
      .describe('Printed, and made a QR code'),
    organisation: z
      .strictObject({
        name: localizedOf(text).default(''),
        email: text.regex(/^[^\s@]+@[^\s@]+$/, 'Expected an e-mail address').default(''),
        'postal-address': text.default(''),
      })
      .prefault({})
      .describe('Who publishes'),
    colours: z
      .record(
        z.string().regex(/^[a-z][a-z0-9-]*$/),
        text.regex(colour, 'Expected a CSS colour such as #b01119'),
      )
      .default({})
      .describe('CSS colours by name; each becomes a custom property: var(--accent)'),
    fonts: z
      .strictObject({
        system: z.boolean({ error: 'Expected true or false' }).default(false),
        docx: z
          .enum(['office', 'open'], { error: 'The fonts of Word files are office or open' })
          .default('office')
          .describe('Fonts that Word files name: those that come with Word, or the open ones of the PDF'),
      })
      .prefault({}),
    imprint: imprintSchema()
      .optional()
      .describe('Who printed and published, as the country requires: a name, a comma, an address'),
  });
}
