import * as z from 'zod';
import { campaignSchema } from '../campaign/campaign-schema.ts';
import type { Kind } from '../campaign/kind.ts';
import { editionsSchema } from '../campaign/load-editions.ts';
import { kindSchema, loadKinds } from '../campaign/load-kinds.ts';
import { readYaml } from '../campaign/read-yaml.ts';
import { frontMatterSchema } from '../content/front-matter/front-matter-schema.ts';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { createNodeHost } from '../host/node-host.ts';
import { manifestSchema } from '../pack/manifest-schema.ts';
import type { SessionPlaces } from './session.ts';

/** Makes a schema when it is asked for. */
export type SchemaMaker = () => z.ZodType;

/** Every schema that editors can have, by name: those of files, and the front matter of each kind. */
export function editorSchemas(places: SessionPlaces): Outcome<ReadonlyMap<string, SchemaMaker>> {
  const { sourceDateEpoch, ...roots } = places;
  const host = createNodeHost({ ...roots, environment: { sourceDateEpoch } });
  const kinds = loadKinds(host);
  const makers = new Map<string, SchemaMaker>([
    ['campaign', campaignSchema],
    ['kind', kindSchema],
    ['editions', editionsSchema],
    ['terms', () => termsSchema(host)],
    ['manifest', manifestSchema],
    ...kinds.value.map((kind: Kind) => [kind.name, () => frontMatterSchema(kind)] as const),
  ]);
  return { value: makers, diagnostics: kinds.diagnostics };
}

/** A schema as JSON Schema, draft 2020-12, of what a person writes: keys with a default may be left out. */
export function jsonSchema(name: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: `campaign-pack ${name}`, ...rest };
}

/** The keys are those of the tool's English terms; a campaign's own templates may have more. */
function termsSchema(host: Host): z.ZodType {
  const { node } = readYaml(host.tool, 'templates/terms/en.yaml').value;
  const terms = node?.kind === 'map' ? node.entries : [];
  const keys = terms.map(({ key, value }) => {
    const english = value.kind === 'scalar' ? value.text : '';
    return [key, z.string().optional().describe(`In English: ${english}`)] as const;
  });
  return z.object(Object.fromEntries(keys)).catchall(z.string()).describe('The fixed words of one language');
}
