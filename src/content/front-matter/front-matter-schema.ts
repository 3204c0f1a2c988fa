import * as z from 'zod';
import { type Kind, type KindKey, mostCounted } from '../../campaign/kind.ts';

/**
 * The front matter of a kind as a schema, for editors alone: a build reads it with places and hints of its own
 * (`read-front-matter.ts`), and a test holds the two together.
 */
export function frontMatterSchema(kind: Kind) {
  return z
    .strictObject({
      title: text.describe('The main heading; the text itself has no # heading'),
      summary: text.describe('One line about it, for START-HERE and under the title'),
      lang: text.optional().describe('The locale; must agree with the name of the file'),
      review: z
        .enum(['draft', 'reviewed'])
        .optional()
        .describe('A translation only: draft, or reviewed once a native speaker has read it'),
      translates: text.optional().describe('What the translation was made from; written by the tool'),
      facts: z.array(fact()).optional().describe('What must be checked again, and when'),
      ...Object.fromEntries(kind.keys.map((key) => [key.name, keySchema(key)])),
    })
    .describe(`The front matter of a ${kind.name}`);
}

const text = z.string().min(1);
const date = () => z.iso.date().describe('A day as 2026-11-23');

function fact() {
  return z.strictObject({
    claim: text.describe('What the document says'),
    source: text.describe('Where it can be looked up'),
    'as-of': date(),
    'check-by': date(),
  });
}

function keySchema(key: KindKey): z.ZodType {
  const type = typeOf(key);
  return key.required ? type : type.optional();
}

function typeOf({ type, choices }: KindKey): z.ZodType {
  switch (type) {
    case 'text':
      return text;
    case 'date':
      return date();
    case 'number':
      return z.number();
    case 'count':
      return z.int().min(1).max(mostCounted);
    case 'boolean':
      return z.boolean();
    case 'list':
      return z.array(z.string());
    case 'choice':
      return z.enum(choices as [string, ...string[]]);
  }
}
