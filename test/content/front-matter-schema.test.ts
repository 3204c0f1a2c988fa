import { describe, expect, it } from 'vitest';
import { commonKeys, type Kind } from '../../src/campaign/kind.ts';
import { resolveLocale } from '../../src/campaign/locale.ts';
import { parseYaml } from '../../src/campaign/parse-yaml.ts';
import { frontMatterSchema } from '../../src/content/front-matter/front-matter-schema.ts';
import { readFrontMatter } from '../../src/content/front-matter/read-front-matter.ts';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { leaflet } from './fixtures.ts';

const key = (name: string, type: Kind['keys'][number]['type'], choices: readonly string[] = []) => ({
  name,
  type,
  required: name === 'size',
  choices,
});
const kind: Kind = {
  ...leaflet,
  keys: [
    key('size', 'choice', ['small', 'large']),
    key('meeting', 'date'),
    key('copies', 'number'),
    key('sheets', 'count'),
    key('urgent', 'boolean'),
    key('asks', 'list'),
    key('kicker', 'text'),
  ],
};

/** Whether a build takes the front matter of a translation. */
function isRead(matter: object): boolean {
  const text = JSON.stringify(matter);
  const source = { name: 'es.md', root: 'campaign', path: 'es.md', text } as const;
  const locale = resolveLocale('es', {})!;
  const read = readFrontMatter(parseYaml(source).value, { source, kind, locale, isTranslation: true });
  return !hasErrors(read.diagnostics);
}

const fact = {
  claim: 'They are in prison',
  source: 'a letter',
  'as-of': '2026-11-23',
  'check-by': '2027-02-28',
};
const least = { title: 'Stand', summary: 'A leaflet.', size: 'small' };

describe('the schema of front matter that editors get', () => {
  it('has the keys that are read', () => {
    const keys = Object.keys(frontMatterSchema(kind).shape);
    expect(keys.sort()).toEqual([...commonKeys, ...kind.keys.map(({ name }) => name)].sort());
  });

  it.each<readonly [string, boolean, object]>([
    ['the least', true, least],
    ['every key', true, { ...least, lang: 'es', review: 'reviewed', facts: [fact], meeting: '2026-12-01' }],
    [
      'every type',
      true,
      { ...least, copies: 0.5, sheets: 100, urgent: true, asks: ['a', 'b'], kicker: 'Now' },
    ],
    ['no title', false, { summary: 'A leaflet.', size: 'small' }],
    ['an empty title', false, { ...least, title: '' }],
    ['no required key', false, { title: 'Stand', summary: 'A leaflet.' }],
    ['an unknown key', false, { ...least, titel: 'Stand' }],
    ['a choice that is none', false, { ...least, size: 'huge' }],
    ['a date that does not exist', false, { ...least, meeting: '2026-02-31' }],
    ['a number in words', false, { ...least, copies: 'many' }],
    ['a count of none', false, { ...least, sheets: 0 }],
    ['a count below one', false, { ...least, sheets: -1 }],
    ['half a count', false, { ...least, sheets: 1.5 }],
    ['more than is counted', false, { ...least, sheets: 101 }],
    ['yes for true', false, { ...least, urgent: 'yes' }],
    ['one thing for a list', false, { ...least, asks: 'a' }],
    ['a review that is none', false, { ...least, review: 'done' }],
    ['a fact without a source', false, { ...least, facts: [{ ...fact, source: undefined }] }],
    ['a fact with another key', false, { ...least, facts: [{ ...fact, url: 'x' }] }],
  ])('takes %s as a build does: %s', (_, isTaken, matter) => {
    expect(frontMatterSchema(kind).safeParse(matter).success).toBe(isTaken);
    expect(isRead(matter)).toBe(isTaken);
  });
});
