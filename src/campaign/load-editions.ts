import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { type Edition, readingEdition } from './edition.ts';
import { templateFolder } from './override.ts';
import { readYaml } from './read-yaml.ts';
import { validate } from './validate.ts';
import { entryAt } from './yaml-node.ts';

/** Pt of a millimetre. */
const millimetre = 72 / 25.4;

const names = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .refine((name) => name !== readingEdition);

const pressSchema = () =>
  z.strictObject({
    colours: z
      .enum(['cmyk', 'grey'], { error: 'The colours are cmyk or grey' })
      .default('cmyk')
      .describe('Four process inks, or black alone'),
    bleed: z
      .number('Expected millimetres')
      .min(0, 'Expected millimetres')
      .max(10, 'Expected at most 10 mm')
      .default(3)
      .describe('Millimetres that grounds reach beyond the trim'),
  });

/** What an edition is as a whole is asked only where each part of it is right. */
const isWhole = ({ issues }: { readonly issues: readonly unknown[] }): boolean => issues.length === 0;

const editionSchema = () =>
  z
    .strictObject({
      sheets: z
        .enum(['cut', 'booklet', 'tri-fold'], { error: 'Expected cut, booklet or tri-fold' })
        .optional()
        .describe(
          'Copies side by side to be cut apart, a saddle-stitched booklet, or a sheet of three panels',
        ),
      ink: z
        .enum(['full', 'low'], { error: 'Expected full or low' })
        .default('full')
        .describe('low: no filled areas, greys in place of colours'),
      text: z
        .enum(['normal', 'large'], { error: 'Expected normal or large' })
        .default('normal')
        .describe('large: laid out anew with no type below 16 pt'),
      press: pressSchema().optional().describe('For a print shop: bleed, marks, inks'),
      pages: z
        .strictObject({ min: z.int('Expected a whole number').min(1, 'Expected at least 1') })
        .optional()
        .describe('Documents of fewer pages do without the edition'),
    })
    .refine(({ sheets, ink, text, press }) => sheets ?? press ?? (ink === 'low' || text === 'large'), {
      error: 'Expected `sheets`, `ink: low`, `text: large` or `press`: else it is the reading edition again',
      when: isWhole,
    })
    .refine(({ sheets, press }) => !(sheets && press), {
      error: 'A print shop arranges the sheets itself: `sheets` and `press` do not go together',
      when: isWhole,
    });

/** The schema of an editions.yaml. */
export function editionsSchema() {
  return z
    .record(names(), editionSchema())
    .describe('Print editions of a kind by name; each is a file beside the reading edition');
}

/** The editions of a kind, in the order they are written in; none where it has no editions.yaml. */
export function loadEditions(host: Host, kind: string, diagnostics: Diagnostic[]): readonly Edition[] {
  const path = `templates/${kind}/editions.yaml`;
  const folder = templateFolder(host, path);
  if (!folder) return [];
  const read = readYaml(folder, path);
  diagnostics.push(...read.diagnostics);
  const { source, node } = read.value;
  const written = node && validate(editionsSchema(), node, diagnostics);
  if (!source || !written) return [];
  return Object.entries(written).map(([name, { press, pages, ...rest }]) => ({
    name,
    sheets: rest.sheets,
    ink: rest.ink,
    text: rest.text,
    press: press && { colours: press.colours, bleed: press.bleed * millimetre },
    minPages: pages?.min ?? 1,
    span: entryAt(node, [name])?.keySpan ?? { source, start: 0, end: 0 },
  }));
}
