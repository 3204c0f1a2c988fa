import * as z from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Host } from '../host/host.ts';
import { type Edition, readingEdition, type SpotInk } from './edition.ts';
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
    spot: z
      .record(z.string().regex(/^[a-z][a-z0-9-]*$/), spotSchema())
      .refine((spots) => {
        const inks = Object.values(spots).map(({ name }) => name);
        return new Set(inks).size === inks.length;
      }, 'Each ink is that of one colour')
      .default({})
      .describe('Colours of the campaign that have an ink of their own: accent'),
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

/** Names that plates have which every press makes, or that stand for all plates or none (ISO 32000-1 §8.6.6). */
const plateNames = ['all', 'none', 'cyan', 'magenta', 'yellow', 'black'];

const share = () => z.number('Expected percent').min(0, 'Expected percent').max(100, 'Expected percent');

const spotSchema = () =>
  z.strictObject({
    name: z
      .string()
      .regex(/^[!-~]([ -~]{0,58}[!-~])?$/, 'Expected the name of an ink, such as PANTONE 485 C')
      .refine(
        (name) => !plateNames.includes(name.toLowerCase()),
        'This is an ink that every press has, and not a spot ink',
      )
      .describe('As the print shop knows the ink: PANTONE 485 C'),
    cmyk: z
      .tuple([share(), share(), share(), share()], 'Expected cyan, magenta, yellow and black in percent')
      .describe('What it looks like in cyan, magenta, yellow and black; percent'),
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
    .refine(({ sheets, press }) => !press || sheets === undefined || sheets === 'tri-fold', {
      error: 'A print shop arranges the sheets itself: of `sheets` only tri-fold goes with `press`',
      when: isWhole,
    });

/** The schema of an editions.yaml. */
export function editionsSchema() {
  return z
    .record(names(), editionSchema())
    .describe('Print editions of a kind by name; each is a file beside the reading edition');
}

/**
 * The editions of a kind, in the order they are written in; none where it has no editions.yaml. The schema is
 * `editionsSchema()`, made once for all kinds.
 */
export function loadEditions(
  host: Host,
  kind: string,
  schema: ReturnType<typeof editionsSchema>,
  diagnostics: Diagnostic[],
): readonly Edition[] {
  const path = `templates/${kind}/editions.yaml`;
  const folder = templateFolder(host, path);
  if (!folder) return [];
  const read = readYaml(folder, path);
  diagnostics.push(...read.diagnostics);
  const { source, node } = read.value;
  const written = node && validate(schema, node, diagnostics);
  if (!source || !written) return [];
  const spanAt = (...path: readonly string[]): Span =>
    entryAt(node, path)?.keySpan ?? { source, start: 0, end: 0 };
  return Object.entries(written).map(([name, { press, pages, ...rest }]) => ({
    name,
    sheets: rest.sheets,
    ink: rest.ink,
    text: rest.text,
    press: press && {
      colours: press.colours,
      spots: Object.entries(press.spot).map(([of, ink]) =>
        spotInk(of, ink, spanAt(name, 'press', 'spot', of)),
      ),
      bleed: press.bleed * millimetre,
    },
    minPages: pages?.min ?? 1,
    span: spanAt(name),
  }));
}

function spotInk(of: string, { name, cmyk }: z.infer<ReturnType<typeof spotSchema>>, span: Span): SpotInk {
  const [c, m, y, k] = cmyk;
  return { of, name, cmyk: [c / 100, m / 100, y / 100, k / 100], span };
}
